// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/channel/reactor.h"

#include <QScopedValueRollback>
#include <QSocketNotifier>

#include <sys/epoll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>
#include <vector>

namespace signalbox {

namespace {

/// A token is a entry's number, which is used again, and how often it was taken, which is not.
constexpr quint32 EntryBits = 32;

} // namespace

class Reactor::Private
{
public:
    struct Entry
    {
        ReactorClient *client = nullptr; // null: free
        int descriptor = -1;
        quint32 taken = 0;
    };

    [[nodiscard]] Entry *find(Token token)
    {
        const auto number = static_cast<std::size_t>(token & 0xffffffffU);
        if (number >= entries.size())
            return nullptr;
        Entry &entry = entries[number];
        return entry.client && entry.taken == token >> EntryBits ? &entry : nullptr;
    }
    bool control(int operation, Token token, int descriptor, quint32 wanted) const
    {
        epoll_event event{};
        event.events = wanted;
        event.data.u64 = token;
        return ::epoll_ctl(set, operation, descriptor, &event) == 0;
    }

    int set = -1;
    QSocketNotifier *notifier = nullptr;
    std::vector<Entry> entries;
    std::vector<quint32> freeEntries;
    std::array<epoll_event, MaxEventsPerTurn> events{};
    bool inTurn = false;
};

Reactor::Reactor(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->set = ::epoll_create1(EPOLL_CLOEXEC);
    if (d->set < 0)
        return;
    d->notifier = new QSocketNotifier(d->set, QSocketNotifier::Read, this);
    connect(d->notifier, &QSocketNotifier::activated, this, &Reactor::turn);
}

Reactor::~Reactor()
{
    delete d->notifier; // before its descriptor is closed
    if (d->set >= 0)
        ::close(d->set);
}

bool Reactor::isValid() const
{
    return d->set >= 0;
}

Reactor::Token Reactor::add(int descriptor, quint32 events, ReactorClient &client)
{
    if (d->freeEntries.empty()) {
        d->freeEntries.push_back(static_cast<quint32>(d->entries.size()));
        d->entries.emplace_back();
    }
    const quint32 number = d->freeEntries.back();
    auto &entry = d->entries[number];
    ++entry.taken;
    const Token token = Token{entry.taken} << EntryBits | number;
    if (!d->control(EPOLL_CTL_ADD, token, descriptor, events))
        return 0;
    d->freeEntries.pop_back();
    entry.client = &client;
    entry.descriptor = descriptor;
    return token;
}

void Reactor::change(Token token, quint32 events)
{
    if (const auto *entry = d->find(token))
        d->control(EPOLL_CTL_MOD, token, entry->descriptor, events);
}

void Reactor::remove(Token token)
{
    auto *entry = d->find(token);
    if (!entry)
        return;
    d->control(EPOLL_CTL_DEL, token, entry->descriptor, 0);
    entry->client = nullptr;
    d->freeEntries.push_back(static_cast<quint32>(entry - d->entries.data()));
}

bool Reactor::isWatched(Token token) const
{
    return d->find(token) != nullptr;
}

bool Reactor::isInTurn() const
{
    return d->inTurn;
}

void Reactor::turn()
{
    const int ready = ::epoll_wait(d->set, d->events.data(), MaxEventsPerTurn, 0);
    if (ready <= 0)
        return;
    {
        const QScopedValueRollback inTurn(d->inTurn, true);
        emit turnStarted();
        for (int i = 0; i < ready; ++i) {
            const auto &event = d->events.at(static_cast<std::size_t>(i));
            // Whoever was removed by an earlier event of this turn is not found any more.
            if (const auto *entry = d->find(event.data.u64))
                entry->client->descriptorReady(event.events);
        }
        emit turnEnded();
    }
}

} // namespace signalbox
