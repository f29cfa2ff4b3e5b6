// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/load_meter.h"

namespace signalbox {

void LoadMeter::begin(qint64 now)
{
    m_begin = now;
    m_measuring = true;
    m_second.reset();
    m_atBegin = totals;
}

void LoadMeter::end()
{
    m_measured.messages = totals.messages - m_atBegin.messages;
    m_measured.sent = totals.sent - m_atBegin.sent;
    m_measured.bytesReceived = totals.bytesReceived - m_atBegin.bytesReceived;
    m_measured.bytesSent = totals.bytesSent - m_atBegin.bytesSent;
}

LatencySummary LoadMeter::takeSecond()
{
    const LatencySummary second = m_second.summary();
    if (m_measuring)
        m_latencies.merge(m_second);
    m_second.reset();
    return second;
}

void LoadMeter::writeTo(LoadReport &report) const
{
    report.connect = connects.summary();
    report.messages = m_measured.messages;
    report.sent = m_measured.sent;
    report.bytesReceived = m_measured.bytesReceived;
    report.bytesSent = m_measured.bytesSent;
    report.latency = m_latencies.summary();
    report.errors = errors.list();
}

} // namespace signalbox
