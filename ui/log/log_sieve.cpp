// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_sieve.h"

#include <algorithm>

namespace signalbox {

namespace {

/// How much is looked at in one go; chunks bound the payload bytes.
struct Portion
{
    quint64 rows;
    int chunks;
};
constexpr Portion AtOnce{2'048, 2}; // in the caller's thread, in about a millisecond
constexpr Portion Behind{16'384, 5}; // so soon a newer query gets its turn
constexpr int MaxUnderway = 2; // the thread need not wait for the answer to the last

quint64 endOf(Portion portion, const LogSnapshot &log, quint64 from, quint64 limit)
{
    const quint64 most = std::min(limit, from + portion.rows);
    quint64 to = from;
    for (int chunk = 0; chunk < portion.chunks && to < most; ++chunk)
        to = std::min(most, log.chunkOf(to).end());
    return to;
}

quint64 beginOf(Portion portion, const LogSnapshot &log, quint64 to, quint64 limit)
{
    const quint64 least = std::max(limit, to - std::min(to, portion.rows));
    quint64 from = to;
    for (int chunk = 0; chunk < portion.chunks && from > least; ++chunk)
        from = std::max(least, log.chunkOf(from - 1).begin());
    return from;
}

} // namespace

class LogSieve::Thread : public OwnedThread<LogScanner>
{
public:
    using OwnedThread::OwnedThread;
};

LogSieve::LogSieve(const LogStore &log, QObject *parent)
    : QObject(parent)
    , m_log(log)
{
    qRegisterMetaType<LogScanResult>();
}

LogSieve::~LogSieve() = default;

void LogSieve::start(const LogQuery &query, quint64 begin, quint64 end, quint64 focus)
{
    ++m_generation;
    m_query = query;
    m_underway = 0;
    m_begin = begin;
    m_end = end;
    m_low = m_high = m_nextLow = m_nextHigh = std::clamp(focus, begin, end);
    lookNow(true);
    request();
}

void LogSieve::advance(quint64 begin, quint64 end)
{
    m_begin = begin;
    m_end = end;
    skipForgotten();
    if (m_underway == 0)
        lookNow(false);
    request();
}

void LogSieve::skipForgotten()
{
    m_low = std::max(m_low, m_begin);
    m_high = std::max(m_high, m_low);
    m_nextLow = std::max(m_nextLow, m_begin);
    m_nextHigh = std::max(m_nextHigh, m_nextLow);
}

int LogSieve::percent() const
{
    return m_end > m_begin ? int((m_high - m_low) * 100 / (m_end - m_begin)) : 100;
}

void LogSieve::lookNow(bool isFirst)
{
    const LogSnapshot &log = m_log.snapshot();
    const bool isCheap = m_query.isCheap();
    const quint64 to = isCheap ? m_end : endOf(AtOnce, log, m_nextHigh, m_end);
    // Later on, more than that is the thread's: it comes again and again.
    if (m_nextHigh < to && (isFirst || to == m_end))
        note(scanLog(takeAbove(to), m_words));
    const quint64 from = isCheap ? m_begin : beginOf(AtOnce, log, m_nextLow, m_begin);
    if (from < m_nextLow && (isFirst || from == m_begin))
        note(scanLog(takeBelow(from), m_words));
}

void LogSieve::request()
{
    const LogSnapshot &log = m_log.snapshot();
    while (m_underway < MaxUnderway && !isRequested()) {
        if (!m_thread) {
            m_thread = std::make_unique<Thread>(QStringLiteral("log filter"), m_words);
            connect(m_thread->engine(), &LogScanner::scanned, this, &LogSieve::take);
        }
        m_wasAbove = m_nextHigh < m_end && (m_nextLow <= m_begin || !m_wasAbove);
        LogScanRequest next = m_wasAbove ? takeAbove(endOf(Behind, log, m_nextHigh, m_end))
                                         : takeBelow(beginOf(Behind, log, m_nextLow, m_begin));
        ++m_underway;
        m_thread->post([next = std::move(next)](LogScanner &scanner) { scanner.scan(next); });
    }
}

LogScanRequest LogSieve::takeAbove(quint64 to)
{
    const quint64 from = std::exchange(m_nextHigh, to);
    return {m_generation, m_query, m_log.snapshot().part(from, to), from, to};
}

LogScanRequest LogSieve::takeBelow(quint64 from)
{
    const quint64 to = std::exchange(m_nextLow, from);
    return {m_generation, m_query, m_log.snapshot().part(from, to), from, to};
}

void LogSieve::take(const LogScanResult &result)
{
    if (result.generation != m_generation)
        return;
    --m_underway;
    note(result);
    request();
}

void LogSieve::note(const LogScanResult &result)
{
    if (result.from >= m_high)
        m_high = std::max(m_high, result.to);
    else
        m_low = std::min(m_low, result.from);
    m_low = std::max(m_low, m_begin);
    emit found(result);
}

} // namespace signalbox
