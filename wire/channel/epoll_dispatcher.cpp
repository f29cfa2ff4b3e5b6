// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/channel/epoll_dispatcher.h"

#include "wire/channel/alarm_clock.h"
#include "wire/channel/epoll_set.h"
#include "wire/channel/notifier_table.h"
#include "wire/channel/timer_queue.h"
#include "wire/channel/wake_up.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QThread>

#include <poll.h>

#include <algorithm>
#include <array>
#include <atomic>

namespace signalbox {

using std::chrono::milliseconds;

namespace {

/// A sleep begins with one that ends by itself. On a virtual machine a thread that answers message
/// by message costs 2 to 8 % less when a timer is to come within some milliseconds (which that of
/// the alarm seldom is); of a long sleep this is one more waking.
constexpr int NapMilliseconds = 10;

} // namespace

class EpollDispatcher::Private
{
public:
    Private()
        : set(std::make_shared<EpollSet>())
        , wakeUpToken(set->add(wakeUp.descriptor(), EPOLLIN, wakeUp, EpollSet::Part::Loop))
        , alarmToken(set->add(alarm.descriptor(), EPOLLIN, alarm, EpollSet::Part::Loop))
        , notifiers(*set)
    { }
    ~Private()
    {
        set->remove(alarmToken);
        set->remove(wakeUpToken);
    }
    Q_DISABLE_COPY_MOVE(Private)

    bool isTimerDue();
    void wait(EpollSet::Events &events, bool sleeps);
    void waitWithoutSockets(int timeout);

    // Reactors may outlive the dispatcher.
    std::shared_ptr<EpollSet> set;
    WakeUp wakeUp;
    AlarmClock alarm;
    EpollSet::Token wakeUpToken;
    EpollSet::Token alarmToken;
    NotifierTable notifiers;
    TimerQueue timers;
    std::atomic<bool> interrupted = false;
    std::atomic<bool> hasListeners = false; // to its signals, which are not free for nobody
};

/// Otherwise the alarm is set to the next one.
bool EpollDispatcher::Private::isTimerDue()
{
    const auto next = timers.nextDeadline();
    // An alarm that goes off too early costs less than one that is set anew each time.
    if (!next || *next >= alarm.time())
        return false;
    if (*next <= TimerQueue::Clock::now())
        return true;
    alarm.setTime(*next);
    return false;
}

void EpollDispatcher::Private::wait(EpollSet::Events &events, bool sleeps)
{
    set->wait(events, sleeps ? NapMilliseconds : 0);
    if (sleeps && events.timedOut())
        set->wait(events, -1);
}

void EpollDispatcher::Private::waitWithoutSockets(int timeout)
{
    std::array polled{pollfd{wakeUp.descriptor(), POLLIN, 0},
                      pollfd{alarm.descriptor(), POLLIN, 0}};
    if (::poll(polled.data(), polled.size(), timeout) <= 0)
        return;
    if (polled.front().revents != 0)
        wakeUp.descriptorReady(EPOLLIN);
    if (polled.back().revents != 0)
        alarm.descriptorReady(EPOLLIN);
}

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent)
    , d(std::make_unique<Private>())
{ }

EpollDispatcher::~EpollDispatcher() = default;

bool EpollDispatcher::isValid() const
{
    return d->set->isValid() && d->wakeUpToken != 0 && d->alarmToken != 0;
}

std::shared_ptr<EpollSet> EpollDispatcher::set() const
{
    return d->set;
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    d->interrupted = false;
    QCoreApplication::sendPostedEvents();

    const bool mayWait = flags.testFlag(QEventLoop::WaitForMoreEvents) && !d->interrupted;
    const bool tells = mayWait && d->hasListeners;
    if (tells)
        emit aboutToBlock();
    if (d->interrupted)
        return false;

    const bool timerIsDue = d->isTimerDue();
    // Whatever is posted from now on ends the sleep, or keeps it from beginning.
    const bool sleeps = mayWait && !timerIsDue && d->wakeUp.beginSleep();
    EpollSet::Events events;
    if (flags.testFlag(QEventLoop::ExcludeSocketNotifiers))
        d->waitWithoutSockets(sleeps ? -1 : 0);
    else
        d->wait(events, sleeps);
    const bool wasRung = d->wakeUp.endSleep();
    if (tells)
        emit awake();

    int handled = d->set->handle(events);
    if (timerIsDue || !d->alarm.isSet())
        handled += d->timers.deliver();
    return wasRung || handled > 0;
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    Q_ASSERT(isOwn(notifier));
    d->notifiers.add(notifier);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    Q_ASSERT(isOwn(notifier));
    d->notifiers.remove(notifier);
}

void EpollDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType,
                                    QObject *object)
{
    Q_ASSERT(isOwn(object));
    d->timers.start(timerId, milliseconds(interval), timerType, object);
}

bool EpollDispatcher::unregisterTimer(int timerId)
{
    Q_ASSERT(isOwn(this));
    return d->timers.stop(timerId);
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    Q_ASSERT(isOwn(object));
    return d->timers.stopAll(object);
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    return d->timers.timersOf(object);
}

int EpollDispatcher::remainingTime(int timerId)
{
    const auto deadline = d->timers.deadline(timerId);
    if (!deadline)
        return -1;
    const auto left = std::chrono::ceil<milliseconds>(*deadline - TimerQueue::Clock::now());
    return std::max(static_cast<int>(left.count()), 0);
}

void EpollDispatcher::wakeUp()
{
    d->wakeUp.ring();
}

void EpollDispatcher::interrupt()
{
    d->interrupted = true;
    wakeUp();
}

void EpollDispatcher::connectNotify(const QMetaMethod & /*signal*/)
{
    d->hasListeners = true;
}

bool EpollDispatcher::isOwn(const QObject *object) const
{
    return object->thread() == thread() && thread() == QThread::currentThread();
}

} // namespace signalbox
