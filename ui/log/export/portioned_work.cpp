// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/export/portioned_work.h"

namespace signalbox {

namespace {

constexpr qint64 ReportEvery = 50; // milliseconds

} // namespace

void PortionedWork::run()
{
    cancel();
    m_isRunning = true;
    m_reported.start();
    const quint64 next = ++m_run;
    QMetaObject::invokeMethod(
        this, [this, next] { turn(next); }, Qt::QueuedConnection);
}

void PortionedWork::cancel()
{
    if (!m_isRunning)
        return;
    m_isRunning = false;
    abandon();
}

void PortionedWork::turn(quint64 run)
{
    if (!m_isRunning || run != m_run)
        return;
    m_isRunning = advance();
    if (m_isRunning && m_reported.elapsed() >= ReportEvery) {
        m_reported.start();
        emit progressed(progress());
    }
    if (m_isRunning)
        QMetaObject::invokeMethod(
            this, [this, run] { turn(run); }, Qt::QueuedConnection);
}

} // namespace signalbox
