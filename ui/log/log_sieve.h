// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/log_store.h"
#include "core/owned_thread.h"
#include "ui/log/log_scanner.h"

#include <QObject>

#include <memory>

namespace signalbox {

/// Finds the rows of a log that a query accepts: begins where the operator looks and goes on to
/// both ends, the first few at once and the rest in a thread of its own, stretch by stretch. What
/// was looked at is one stretch of the log, which grows; new records are its end.
class LogSieve : public QObject
{
    Q_OBJECT

public:
    /// `log` must outlive the sieve.
    explicit LogSieve(const LogStore &log, QObject *parent = nullptr);
    ~LogSieve() override;

    [[nodiscard]] const LogQuery &query() const { return m_query; }
    /// Forgets what it did and looks at begin <= position < end, from `focus` on.
    void start(const LogQuery &query, quint64 begin, quint64 end, quint64 focus);
    /// The same query, but the log has changed, or what is wanted of it.
    void advance(quint64 begin, quint64 end);
    /// Of the scope's connection, for what comes from now on.
    void setStays(const QList<LogStay> &stays) { m_query.stays = stays; }

    /// Whether it has still to look at some of the log.
    [[nodiscard]] bool isSearching() const { return m_underway > 0 || !isRequested(); }
    /// How much of it is done.
    [[nodiscard]] int percent() const;
    [[nodiscard]] const LogWords &words() const { return m_words; }

signals:
    /// Rows at one of the two ends of those that were told before; there may be none.
    void found(const signalbox::LogScanResult &result);

private:
    class Thread;

    [[nodiscard]] bool isRequested() const { return m_nextLow <= m_begin && m_nextHigh >= m_end; }
    void skipForgotten();
    void lookNow(bool isFirst);
    void request();
    [[nodiscard]] LogScanRequest takeAbove(quint64 to);
    [[nodiscard]] LogScanRequest takeBelow(quint64 from);
    void take(const LogScanResult &result);
    void note(const LogScanResult &result);

    const LogStore &m_log;
    const LogWords m_words;
    LogQuery m_query;
    std::unique_ptr<Thread> m_thread; ///< once it is needed
    quint64 m_generation = 0;
    quint64 m_begin = 0;
    quint64 m_end = 0;
    quint64 m_low = 0; ///< from here up to m_high it is done
    quint64 m_high = 0;
    quint64 m_nextLow = 0; ///< the same with what is under way
    quint64 m_nextHigh = 0;
    int m_underway = 0;
    bool m_wasAbove = false; ///< the last request: the two ends take turns
};

} // namespace signalbox
