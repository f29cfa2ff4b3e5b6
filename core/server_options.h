// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity_text.h"

#include <QString>
#include <QStringList>

#include <chrono>

namespace signalbox {

/// Which implementation carries the frames.
enum class TransportKind : quint8 {
    Wire, ///< our own, on the fastest channels of this system
    WireQt, ///< our own, on Qt's sockets
    Qt, ///< the stock QWebSocket
};

/// The language of the texts that clients get.
enum class Language : quint8 { English, SimplifiedChinese };

/// What happens to a connection whose buffer is full.
enum class BackpressurePolicy : quint8 { Close, Drop };

/// Everything about the server that can be set. Names, units, limits and help texts:
/// `option_table.h`.
struct ServerOptions
{
    QString host = QStringLiteral("127.0.0.1");
    int port = 3001;
    TransportKind transport = TransportKind::Wire;
    Language language = Language::English;
    bool examples = false;
    QStringList allowedOrigins;

    qint64 maxConnections = 1000;
    qint64 maxPayloadLength = 1 << 20;
    qint64 maxFragments = 16'384;
    qint64 maxEmptyFragments = 100;
    qint64 maxBackpressure = 1 << 20;
    BackpressurePolicy backpressurePolicy = BackpressurePolicy::Close;
    qint64 maxPingsPerSecond = 20;
    qint64 maxRoomsPerConnection = 128;
    qint64 maxNameLength = DefaultMaxNameLength;

    std::chrono::milliseconds heartbeatInterval{30'000};
    std::chrono::milliseconds pongTimeout{10'000};
    std::chrono::milliseconds idleTimeout{0};
    std::chrono::milliseconds closeTimeout{3'000};
    std::chrono::milliseconds drainTimeout{5'000};
    std::chrono::milliseconds headTimeout{10'000};
    std::chrono::milliseconds firstByteTimeout{5'000};
    std::chrono::milliseconds stallTimeout{30'000};

    qint64 maxHeadSize = 16'384;
    qint64 maxHeadFields = 100;
    qint64 maxHeadLine = 8'192;

    qint64 batchSize = 0;
    std::chrono::milliseconds batchDelay{100};

    friend bool operator==(const ServerOptions &, const ServerOptions &) = default;
};

} // namespace signalbox
