// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/load_plan.h"

#include "client/handshake_request.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace signalbox {

namespace {

using namespace Qt::StringLiterals;

constexpr int MaxConnections = 1'000'000;
constexpr int MaxDepth = 65'536;

struct ScenarioRow
{
    ScenarioKind kind;
    const char *name;
    const char *path;
};

constexpr std::array Rows{
    ScenarioRow{ScenarioKind::Echo, "echo", "/echo"},
    ScenarioRow{ScenarioKind::FanOut, "fan-out", "/"},
    ScenarioRow{ScenarioKind::Rooms, "rooms", "/"},
    ScenarioRow{ScenarioKind::Broadcast, "broadcast", "/broadcast"},
    ScenarioRow{ScenarioKind::Idle, "idle", "/"},
};

constexpr auto Kinds = [] {
    std::array<ScenarioKind, Rows.size()> kinds{};
    std::ranges::transform(Rows, kinds.begin(), &ScenarioRow::kind);
    return kinds;
}();

const ScenarioRow &rowOf(ScenarioKind kind)
{
    return *std::ranges::find(Rows, kind, &ScenarioRow::kind);
}

QString tr(const char *text)
{
    return QCoreApplication::translate("LoadPlan", text);
}

Error outOfRange(const QString &sentence)
{
    return {Error::Code::OutOfRange, sentence};
}

Error invalid(const QString &sentence)
{
    return {Error::Code::InvalidArgument, sentence};
}

bool isWithin(qint64 value, qint64 least, qint64 most)
{
    return value >= least && value <= most;
}

Result<void> checkCounts(const LoadPlan &plan)
{
    if (plan.scenario == ScenarioKind::Rooms) {
        if (!isWithin(plan.rooms, 1, MaxConnections) || !isWithin(plan.members, 1, MaxConnections))
            return outOfRange(tr("There must be at least one room and one member in it"));
        if (qint64(plan.rooms) * plan.members > MaxConnections)
            return outOfRange(tr("A run has at most %1 connections").arg(MaxConnections));
    } else if (!isWithin(plan.connections, 1, MaxConnections)) {
        return outOfRange(tr("A run has 1 to %1 connections").arg(MaxConnections));
    }
    if (plan.scenario == ScenarioKind::Broadcast && plan.connections < 2)
        return outOfRange(tr("A broadcast needs at least two connections"));
    if (!isWithin(plan.depth, 1, MaxDepth))
        return outOfRange(tr("1 to %1 messages can be under way at a time").arg(MaxDepth));
    if (plan.rate < 0 || plan.ramp < 0)
        return outOfRange(tr("A rate cannot be negative"));
    return {};
}

} // namespace

Result<QUrl> parseLoadUrl(const QString &text)
{
    auto url = parseClientUrl(text);
    if (url && url->scheme() == u"wss")
        return invalid(tr("TLS is not supported here yet: the URL must begin with ws://"));
    return url;
}

QUrl targetUrl(const LoadPlan &plan)
{
    QUrl url = plan.url;
    if (url.path().isEmpty())
        url.setPath(defaultPath(plan.scenario));
    return url;
}

int connectionCount(const LoadPlan &plan)
{
    return plan.scenario == ScenarioKind::Rooms ? plan.rooms * plan.members : plan.connections;
}

Result<void> checkLoadPlan(const LoadPlan &plan)
{
    using namespace std::chrono_literals;
    if (!plan.url.isValid() || plan.url.scheme() != u"ws" || plan.url.host().isEmpty())
        return invalid(tr("The URL must begin with ws:// and have a host"));
    if (auto counts = checkCounts(plan); !counts)
        return counts;
    if (!isWithin(plan.payloadSize, 0, MaxLoadPayload))
        return outOfRange(tr("A message has at most %1 bytes").arg(MaxLoadPayload));
    const bool inRooms =
        plan.scenario == ScenarioKind::FanOut || plan.scenario == ScenarioKind::Rooms;
    if (plan.binary && inRooms)
        return invalid(tr("The messages of rooms are text, they cannot be binary"));
    if (plan.duration <= 0ms || plan.timeout <= 0ms || plan.warmUp < 0ms)
        return outOfRange(tr("Times must be above 0; only the warm-up can be left out"));
    return {};
}

QString scenarioName(ScenarioKind kind)
{
    return QString::fromLatin1(rowOf(kind).name);
}

std::optional<ScenarioKind> findScenario(QStringView name)
{
    const auto row = std::ranges::find_if(
        Rows, [name](const ScenarioRow &one) { return name == QLatin1StringView(one.name); });
    return row == Rows.end() ? std::nullopt : std::optional(row->kind);
}

std::span<const ScenarioKind> allScenarios()
{
    return Kinds;
}

QString defaultPath(ScenarioKind kind)
{
    return QString::fromLatin1(rowOf(kind).path);
}

} // namespace signalbox
