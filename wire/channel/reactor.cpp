// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/channel/reactor.h"

#include "wire/channel/epoll_dispatcher.h"

#include <QSocketNotifier>

#include <optional>

namespace signalbox {

class Reactor::Private
{
public:
    Private()
    {
        const auto *dispatcher =
            qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance());
        set = dispatcher ? dispatcher->set() : std::make_shared<EpollSet>();
        if (!dispatcher && set->isValid())
            notifier.emplace(set->descriptor(), QSocketNotifier::Read);
    }

    TurnObserver *observer = nullptr;
    std::shared_ptr<EpollSet> set;
    std::optional<QSocketNotifier> notifier; // before the set: it is over when that is closed
};

Reactor::Reactor(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    if (d->notifier)
        connect(&*d->notifier, &QSocketNotifier::activated, this, &Reactor::turn);
}

Reactor::~Reactor()
{
    setTurnObserver(nullptr);
}

bool Reactor::isValid() const
{
    return d->set->isValid();
}

Reactor::Token Reactor::add(int descriptor, quint32 events, ReactorClient &client)
{
    return d->set->add(descriptor, events, client);
}

void Reactor::change(Token token, quint32 events)
{
    d->set->change(token, events);
}

void Reactor::remove(Token token)
{
    d->set->remove(token);
}

bool Reactor::isWatched(Token token) const
{
    return d->set->isWatched(token);
}

void Reactor::setTurnObserver(TurnObserver *observer)
{
    if (d->observer)
        d->set->removeObserver(*d->observer);
    d->observer = observer;
    if (observer)
        d->set->addObserver(*observer);
}

bool Reactor::isInTurn() const
{
    return d->set->isInTurn();
}

void Reactor::turn()
{
    const auto set = d->set; // a client may end this reactor
    EpollSet::Events events;
    set->wait(events, 0);
    set->handle(events);
}

} // namespace signalbox
