// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QList>

#include <chrono>
#include <optional>

namespace signalbox {

/// Remembers when pings were sent, and tells for a pong how long it took.
class PingClock
{
public:
    void pingSent(const QByteArray &payload);

    /// The time since the oldest ping with that payload, which answers all older ones too (RFC 6455
    /// section 5.5.3); nothing for a pong that nobody asked for.
    std::optional<std::chrono::microseconds> pongReceived(const QByteArray &payload);

private:
    /// Pings without an answer that are remembered; of more, the oldest are forgotten.
    static constexpr qsizetype MaxUnanswered = 64;

    struct Ping
    {
        QByteArray payload;
        QElapsedTimer sent;
    };

    QList<Ping> m_unanswered; // oldest first
};

} // namespace signalbox
