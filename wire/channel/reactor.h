// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/channel/epoll_set.h"
#include "wire/channel/reactor_client.h"
#include "wire/channel/turn_observer.h"

#include <QObject>

#include <memory>

namespace signalbox {

/// All descriptors of a thread in one epoll set: a turn of the loop costs what is active, not what
/// is connected. It is the set of the thread's EpollDispatcher; with any other event dispatcher it
/// is one of its own, and the only descriptor that this one polls. Linux only.
class Reactor : public QObject
{
    Q_OBJECT

public:
    /// Names a watched descriptor; 0 names none, and none is used again.
    using Token = EpollSet::Token;

    /// Events that are handled in one turn, at most; the next turn goes on with the others.
    static constexpr int MaxEventsPerTurn = EpollSet::MaxEventsPerTurn;

    /// Lives in the thread that made it.
    explicit Reactor(QObject *parent = nullptr);
    ~Reactor() override;

    /// Whether the system gave the descriptors that it needs.
    [[nodiscard]] bool isValid() const;

    /// Watches a descriptor for `events` (EPOLLIN…), level-triggered without EPOLLET; 0 if the
    /// system refuses.
    /// `client` must live until remove().
    Token add(int descriptor, quint32 events, ReactorClient &client);
    void change(Token token, quint32 events);
    /// No call of the client comes after this one.
    void remove(Token token);
    [[nodiscard]] bool isWatched(Token token) const;

    /// Who is told of the turns from now on; null: nobody. Must outlive this or be replaced.
    void setTurnObserver(TurnObserver *observer);
    /// Whether this is inside of a turn.
    [[nodiscard]] bool isInTurn() const;

private:
    void turn();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox
