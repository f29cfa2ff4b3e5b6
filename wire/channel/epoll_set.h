// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/channel/reactor_client.h"
#include "wire/channel/turn_observer.h"

#include <sys/epoll.h>

#include <array>
#include <span>
#include <vector>

namespace signalbox {

/// The descriptors that a thread sleeps on, in one set of the kernel's, and who is told of each.
/// Linux only.
class EpollSet
{
public:
    /// Names a watched descriptor; 0 names none, and none is used again.
    using Token = quint64;

    /// Events that one wait tells, at most; the next one goes on with the others.
    static constexpr int MaxEventsPerTurn = 1024;

    /// Whether what is seen on a descriptor belongs to a turn, or is the event loop's own affair.
    enum class Part : quint8 { Turn, Loop };

    /// What one wait has seen.
    class Events
    {
    public:
        /// Whether the wait ended since its time was over, and not by a signal.
        [[nodiscard]] bool timedOut() const { return m_count == 0; }

    private:
        friend class EpollSet;
        std::array<epoll_event, MaxEventsPerTurn> m_events; // valid as far as the kernel wrote it
        int m_count = 0;
        quint64 m_wait = 0;
    };

    EpollSet();
    ~EpollSet();
    Q_DISABLE_COPY_MOVE(EpollSet)

    /// Whether the system gave the descriptor that it needs.
    [[nodiscard]] bool isValid() const { return m_set >= 0; }
    /// Readable while there are events.
    [[nodiscard]] int descriptor() const { return m_set; }

    /// Watches a descriptor for `events` (EPOLLIN…), level-triggered without EPOLLET; 0 if the
    /// system refuses, as errno tells. `client` must live until remove().
    Token add(int descriptor, quint32 events, ReactorClient &client, Part part = Part::Turn);
    void change(Token token, quint32 events);
    /// No call of the client comes after this one.
    void remove(Token token);
    [[nodiscard]] bool isWatched(Token token) const;

    void addObserver(TurnObserver &observer);
    void removeObserver(TurnObserver &observer);

    /// Sleeps until there are events, at most so many milliseconds; for ever if negative.
    void wait(Events &events, int timeout);
    /// Tells the clients, and the observers if any event belongs to a turn; returns the number of
    /// events told. What a client's nested loop has told meanwhile is not told again.
    int handle(const Events &events);

    /// Whether this is inside of a turn.
    [[nodiscard]] bool isInTurn() const { return m_inTurn; }

private:
    struct Entry
    {
        ReactorClient *client = nullptr; // null: free
        quint64 lastWait = 0; // whose event was told
        int descriptor = -1;
        quint32 taken = 0;
        Part part = Part::Turn;
    };

    [[nodiscard]] const Entry *find(Token token) const;
    [[nodiscard]] Entry *find(Token token);
    bool tell(epoll_event event, quint64 wait, bool &turn);
    void tellTurn(void (TurnObserver::*what)());

    int m_set = -1;
    std::vector<Entry> m_entries;
    std::vector<quint32> m_freeEntries;
    std::vector<TurnObserver *> m_observers; // null: was removed
    quint64 m_waits = 0;
    bool m_inTurn = false;
};

} // namespace signalbox
