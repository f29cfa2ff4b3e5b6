// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/channel/epoll_set.h"

#include "wire/channel/vector_registers.h"

#include <QScopedValueRollback>

#include <unistd.h>

#include <algorithm>
#include <utility>

namespace signalbox {

namespace {

/// A token is an entry's number, which is used again, and how often it was taken, which is not.
constexpr quint32 EntryBits = 32;

bool control(int set, int operation, EpollSet::Token token, int descriptor, quint32 wanted)
{
    epoll_event event{};
    event.events = wanted;
    event.data.u64 = token;
    return ::epoll_ctl(set, operation, descriptor, &event) == 0;
}

} // namespace

EpollSet::EpollSet()
    : m_set(::epoll_create1(EPOLL_CLOEXEC))
{ }

EpollSet::~EpollSet()
{
    if (m_set >= 0)
        ::close(m_set);
}

EpollSet::Token EpollSet::add(int descriptor, quint32 events, ReactorClient &client, Part part)
{
    if (m_freeEntries.empty()) {
        m_freeEntries.push_back(static_cast<quint32>(m_entries.size()));
        m_entries.emplace_back();
    }
    const quint32 number = m_freeEntries.back();
    auto &entry = m_entries[number];
    ++entry.taken;
    const Token token = Token{entry.taken} << EntryBits | number;
    if (!control(m_set, EPOLL_CTL_ADD, token, descriptor, events))
        return 0;
    m_freeEntries.pop_back();
    entry.client = &client;
    entry.descriptor = descriptor;
    entry.part = part;
    return token;
}

void EpollSet::change(Token token, quint32 events)
{
    if (const Entry *entry = find(token))
        control(m_set, EPOLL_CTL_MOD, token, entry->descriptor, events);
}

void EpollSet::remove(Token token)
{
    Entry *entry = find(token);
    if (!entry)
        return;
    control(m_set, EPOLL_CTL_DEL, token, entry->descriptor, 0);
    entry->client = nullptr;
    m_freeEntries.push_back(static_cast<quint32>(entry - m_entries.data()));
}

bool EpollSet::isWatched(Token token) const
{
    return find(token) != nullptr;
}

void EpollSet::addObserver(TurnObserver &observer)
{
    m_observers.push_back(&observer);
}

void EpollSet::removeObserver(TurnObserver &observer)
{
    std::ranges::replace(m_observers, &observer, nullptr);
    if (!m_inTurn)
        std::erase(m_observers, nullptr);
}

void EpollSet::wait(Events &events, int timeout)
{
    clearUpperVectorRegisters();
    events.m_count = ::epoll_wait(m_set, events.m_events.data(), MaxEventsPerTurn, timeout);
    events.m_wait = ++m_waits;
}

int EpollSet::handle(const Events &events)
{
    const QScopedValueRollback inTurn(m_inTurn);
    bool turn = false;
    int told = 0;
    for (int i = 0; i < events.m_count; ++i)
        told += tell(events.m_events[static_cast<std::size_t>(i)], events.m_wait, turn) ? 1 : 0;
    if (turn)
        tellTurn(&TurnObserver::turnEnded);
    return told;
}

bool EpollSet::tell(epoll_event event, quint64 wait, bool &turn)
{
    // Whoever was removed by an earlier event of this wait is not found any more.
    Entry *entry = find(event.data.u64);
    if (!entry)
        return false;
    if (entry->part == Part::Turn && !std::exchange(turn, true)) {
        m_inTurn = true;
        tellTurn(&TurnObserver::turnStarted);
        entry = find(event.data.u64);
        if (!entry)
            return false;
    }
    // A later wait, in a nested loop, knew better.
    if (std::exchange(entry->lastWait, std::max(entry->lastWait, wait)) > wait)
        return false;
    entry->client->descriptorReady(event.events);
    return true;
}

void EpollSet::tellTurn(void (TurnObserver::*what)())
{
    // NOLINTNEXTLINE(modernize-loop-convert): a call may add an observer
    for (std::size_t i = 0; i < m_observers.size(); ++i) {
        if (TurnObserver *observer = m_observers[i])
            (observer->*what)();
    }
}

const EpollSet::Entry *EpollSet::find(Token token) const
{
    const auto number = static_cast<std::size_t>(token & 0xffffffffU);
    if (number >= m_entries.size())
        return nullptr;
    const Entry &entry = m_entries[number];
    return entry.client && entry.taken == token >> EntryBits ? &entry : nullptr;
}

EpollSet::Entry *EpollSet::find(Token token)
{
    return const_cast<Entry *>(std::as_const(*this).find(token));
}

} // namespace signalbox
