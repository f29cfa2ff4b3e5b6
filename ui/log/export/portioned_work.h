// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QMetaType>
#include <QObject>

namespace signalbox {

/// How far long work is.
struct WorkProgress
{
    qsizetype done = 0; ///< records
    qsizetype total = 0;
    qint64 bytes = 0; ///< of what was made of them
    qsizetype looked = 0; ///< looks at records that have to come first
    qsizetype toLook = 0;
};

/// Long work in the event loop of its thread, a portion a turn, so that a call that is posted in
/// between can stop it.
class PortionedWork : public QObject
{
    Q_OBJECT

public:
    /// No more portions; nothing happens if it is over already.
    void cancel();

signals:
    /// Some times a second while it goes on.
    void progressed(const signalbox::WorkProgress &progress);

protected:
    /// Does the first portion in the next turn; what was going on is cancelled.
    void run();
    /// Does the next portion; false when nothing is left to do, or it failed.
    virtual bool advance() = 0;
    /// Somebody thought better of it.
    virtual void abandon() = 0;
    [[nodiscard]] virtual WorkProgress progress() const = 0;

private:
    void turn(quint64 run);

    QElapsedTimer m_reported;
    quint64 m_run = 0; ///< turns that were posted for an earlier one do nothing
    bool m_isRunning = false;
};

} // namespace signalbox

Q_DECLARE_METATYPE(signalbox::WorkProgress)
