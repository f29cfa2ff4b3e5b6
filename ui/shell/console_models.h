// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/connection_model.h"
#include "ui/last_messages/last_messages.h"
#include "ui/rooms/room_model.h"

#include <QObject>
#include <QTimer>

namespace signalbox {

class ServerMirror;
class Theme;

/// The models that several pages look at, kept up to date from the mirror.
class ConsoleModels : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the models.
    ConsoleModels(ServerMirror &mirror, const Theme &theme, QObject *parent = nullptr);

    ConnectionModel connections;
    RoomModel rooms;
    LastMessages lastMessages;

signals:
    /// Once a second: rates and idle times were counted up to now (milliseconds since the epoch).
    void advanced(qint64 now);

private:
    QTimer m_tick; // rates and idle times move even when nothing happens
};

} // namespace signalbox
