// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QQueue>
#include <QString>

namespace signalbox {

/// How long replies took: matches them with what was sent by the message's `id`. Remembers the
/// last MaxRemembered ids.
class LatencyTracker
{
public:
    static constexpr qsizetype MaxRemembered = 1'000;

    /// Times are in microseconds; an id that is sent again counts from then.
    void sent(const QString &id, qint64 time);
    /// Microseconds since the message with that id was sent, -1 if none was.
    [[nodiscard]] qint64 received(const QString &id, qint64 time) const;
    /// A new connection: old ids mean nothing there.
    void clear();

private:
    QHash<QString, qint64> m_times;
    QQueue<QString> m_order;
};

} // namespace signalbox
