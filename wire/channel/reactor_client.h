// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace signalbox {

/// Who is told what was seen on a descriptor that an EpollSet watches.
class ReactorClient
{
public:
    ReactorClient() = default;
    virtual ~ReactorClient() = default;
    Q_DISABLE_COPY_MOVE(ReactorClient)

    /// `events` as epoll tells them. The client may remove any descriptor, also its own.
    virtual void descriptorReady(quint32 events) = 0;
};

} // namespace signalbox
