// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/channel/epoll_set.h"

#include <QVarLengthArray>

#include <unordered_map>

class QSocketNotifier;

namespace signalbox {

/// The QSocketNotifiers of a thread: each of their descriptors is in the epoll set once, for all
/// that its notifiers wait for. Linux only.
class NotifierTable
{
public:
    /// `set` must outlive it.
    explicit NotifierTable(EpollSet &set);
    ~NotifierTable();
    Q_DISABLE_COPY_MOVE(NotifierTable)

    /// A descriptor that cannot be waited for is complained about; its notifier is never activated.
    void add(QSocketNotifier *notifier);
    void remove(QSocketNotifier *notifier);

private:
    class Descriptor;

    EpollSet &m_set;
    std::unordered_map<int, Descriptor> m_descriptors;
};

} // namespace signalbox
