// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/console_models.h"

#include "ui/shell/server_mirror.h"

#include <QDateTime>

#include <chrono>

namespace signalbox {

using namespace std::chrono_literals;

ConsoleModels::ConsoleModels(ServerMirror &mirror, const Theme &theme, QObject *parent)
    : QObject(parent)
    , connections(theme)
    , rooms(theme)
    , lastMessages(mirror)
{
    connect(&mirror, &ServerMirror::connectionsChanged, &connections, &ConnectionModel::apply);
    connect(&mirror, &ServerMirror::roomsChanged, &rooms, &RoomModel::apply);
    connect(&mirror, &ServerMirror::stateChanged, this, [this](const ServerStateChanged &state) {
        connections.setBufferLimit(state.options.maxBackpressure);
    });
    connect(&m_tick, &QTimer::timeout, this, [this] {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        connections.advance(now);
        rooms.advance(now);
        emit advanced(now);
    });
    m_tick.start(1s);
}

} // namespace signalbox
