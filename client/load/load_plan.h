// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>
#include <span>
#include <utility>

namespace signalbox {

/// What the connections of a run do.
enum class ScenarioKind : quint8 {
    Echo, ///< each sends, and waits for the same message
    FanOut, ///< all are in one room, and one of them talks
    Rooms, ///< they are spread over rooms, and in each one of them talks
    Broadcast, ///< one sends what all others get
    Idle, ///< they are there
};

/// What a run is to do.
struct LoadPlan
{
    ScenarioKind scenario = ScenarioKind::Echo;
    QUrl url; ///< ws://; without a path it is the scenario's own
    QStringList subprotocols;
    QList<std::pair<QByteArray, QByteArray>> headers;

    int connections = 100; ///< of every scenario but Rooms
    int rooms = 10; ///< of Rooms
    int members = 10; ///< of each room of Rooms
    int ramp = 0; ///< connections that are begun a second; 0: as fast as the server takes them

    /// Messages that are under way at a time, of each connection that sends. A closed loop keeps
    /// so many; in an open loop, what is due beyond it waits, and its latency counts from then.
    int depth = 1;
    qint64 rate = 0; ///< messages that are due a second, of all that send; 0: a closed loop
    qint64 payloadSize = 64; ///< bytes of a message, in a room of its content
    bool binary = false;

    std::chrono::milliseconds warmUp{1'000}; ///< messages flow and are not measured
    std::chrono::milliseconds duration{10'000}; ///< what is measured
    std::chrono::milliseconds timeout{10'000}; ///< of a handshake, and of the answer to a message

    qint64 serverPid = 0; ///< whose processor time and memory are told too; 0: nobody's

    friend bool operator==(const LoadPlan &, const LoadPlan &) = default;
};

/// Payloads that may be sent, in bytes.
inline constexpr qint64 MaxLoadPayload = qint64(64) << 20;

/// Accepts `ws://host[:port][/path][?query]`. Error: InvalidArgument.
Result<QUrl> parseLoadUrl(const QString &text);
/// The URL with the scenario's own path if it has none.
[[nodiscard]] QUrl targetUrl(const LoadPlan &plan);

/// All connections of the plan.
[[nodiscard]] int connectionCount(const LoadPlan &plan);

/// Whether its parts fit together. Errors: InvalidArgument, OutOfRange.
Result<void> checkLoadPlan(const LoadPlan &plan);

/// `fan-out`
[[nodiscard]] QString scenarioName(ScenarioKind kind);
[[nodiscard]] std::optional<ScenarioKind> findScenario(QStringView name);
[[nodiscard]] std::span<const ScenarioKind> allScenarios();
/// The path of a URL that has none.
[[nodiscard]] QString defaultPath(ScenarioKind kind);

} // namespace signalbox
