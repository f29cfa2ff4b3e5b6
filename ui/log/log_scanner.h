// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/log_snapshot.h"
#include "ui/log/log_filter.h"
#include "ui/log/log_words.h"

#include <QList>
#include <QObject>

namespace signalbox {

/// A stretch of the log, to be filtered: from <= position < to.
struct LogScanRequest
{
    quint64 generation = 0; ///< of the query; results of an older one are of no use
    LogQuery query;
    LogSnapshot log;
    quint64 from = 0;
    quint64 to = 0;
};

/// Which rows of the stretch the query accepts, in their order.
struct LogScanResult
{
    quint64 generation = 0;
    quint64 from = 0;
    quint64 to = 0;
    QList<quint64> positions;
};

LogScanResult scanLog(const LogScanRequest &request, const LogWords &words);

/// Filters stretches of the log in a thread of its own, in the order in which they are asked for.
class LogScanner : public QObject
{
    Q_OBJECT

public:
    explicit LogScanner(LogWords words)
        : m_words(std::move(words))
    { }

    void scan(const LogScanRequest &request) { emit scanned(scanLog(request, m_words)); }

signals:
    void scanned(const signalbox::LogScanResult &result);

private:
    const LogWords m_words;
};

} // namespace signalbox

Q_DECLARE_METATYPE(signalbox::LogScanResult)
