// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>

#include <memory>

namespace signalbox {

class EpollSet;

/// An event dispatcher for a thread of many sockets: it sleeps in one epoll_wait() for all, for
/// the reactor's descriptors, socket notifiers, timers and other threads, and a turn of the loop
/// costs what is active. For QThread::setEventDispatcher(). Linux only.
///
/// A descriptor must be closed after its notifiers were disabled.
class EpollDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT

public:
    explicit EpollDispatcher(QObject *parent = nullptr);
    ~EpollDispatcher() override;

    /// Whether the system gave the descriptors that it needs.
    [[nodiscard]] bool isValid() const;

    /// What it sleeps on; for the thread's reactors.
    [[nodiscard]] std::shared_ptr<EpollSet> set() const;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType,
                       QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    [[nodiscard]] QList<TimerInfo> registeredTimers(QObject *object) const override;
    [[nodiscard]] int remainingTime(int timerId) override;

    void wakeUp() override;
    void interrupt() override;

protected:
    void connectNotify(const QMetaMethod &signal) override;

private:
    [[nodiscard]] bool isOwn(const QObject *object) const;

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox
