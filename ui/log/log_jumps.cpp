// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_jumps.h"

#include "ui/connections/connection_model.h"
#include "ui/log/log_model.h"
#include "ui/log/log_view.h"
#include "ui/rooms/room_model.h"
#include "ui/widgets/possible_action.h"

#include <QAction>

namespace signalbox {

LogJumps::LogJumps(const LogModel &model, LogView &view)
    : QObject(&view)
    , m_model(model)
    , m_view(view)
    , m_connection(
          add(tr("Show connection"), QStringLiteral("showConnection"), Qt::CTRL | Qt::Key_I))
    , m_room(add(tr("Show room"), QStringLiteral("showRoom"), Qt::CTRL | Qt::Key_R))
    , m_handshake(add(tr("Show handshake"), QStringLiteral("showHandshake"),
                      Qt::CTRL | Qt::SHIFT | Qt::Key_H))
{
    connect(m_connection, &QAction::triggered, this, [this] { emit connectionRequested(m_id); });
    connect(m_room, &QAction::triggered, this, [this] { emit roomRequested(m_record.room); });
    connect(m_handshake, &QAction::triggered, this, [this] {
        if (const auto row = handshake())
            emit handshakeRequested(*row);
    });
    update();
}

QAction *LogJumps::add(const QString &text, const QString &name, const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_view.addAction(action);
    return action;
}

void LogJumps::setLists(const ConnectionModel &connections, const RoomModel &rooms)
{
    m_connections = &connections;
    m_rooms = &rooms;
    connect(&connections, &ConnectionModel::countsChanged, this, &LogJumps::describe);
    connect(&rooms, &QAbstractItemModel::rowsInserted, this, &LogJumps::describe);
    connect(&rooms, &QAbstractItemModel::rowsRemoved, this, &LogJumps::describe);
    connect(&rooms, &QAbstractItemModel::modelReset, this, &LogJumps::describe);
    update();
}

void LogJumps::update()
{
    const QModelIndex current = m_view.currentIndex();
    m_record = {};
    m_hasRow = current.isValid() && current.row() < m_model.rowCount();
    if (m_hasRow) {
        m_record = m_model.entryAt(current.row()).record;
        m_cause = m_record.kind == ActivityKind::Refused ? QString::fromUtf8(m_record.payload)
                                                         : QString();
        m_record.payload.clear(); // the largest part, and not needed
    }
    m_id = m_record.connection.isValid() ? m_record.connection : m_record.cause;
    describe();
}

std::optional<ConnectionRow> LogJumps::handshake() const
{
    constexpr qint64 Microseconds = 1'000;
    if (!m_connections)
        return {};
    if (m_record.kind == ActivityKind::Refused)
        return m_connections->findRefused(m_record.timestamp / Microseconds, m_record.code,
                                          m_cause);
    return m_id.isValid() ? m_connections->find(m_id) : std::nullopt;
}

void LogJumps::describe()
{
    QString none = m_hasRow ? QString() : tr("Select a row first");
    const bool refused = m_record.kind == ActivityKind::Refused;
    const bool listed = handshake().has_value();
    const auto whyNot = [&]() -> QString {
        if (!none.isEmpty())
            return none;
        if (!m_id.isValid() && !refused)
            return tr("This row is about no single connection");
        return listed    ? QString()
               : refused ? tr("This refused handshake is not listed any more")
                         : tr("Connection #%1 is not listed any more").arg(m_id.value);
    };
    setPossible(m_handshake, whyNot(), tr("Show the request that the client connected with"));
    setPossible(m_connection,
                refused && none.isEmpty() ? tr("A refused handshake has no connection: show the "
                                               "handshake")
                                          : whyNot(),
                tr("Go to connection #%1").arg(m_id.value));
    setPossible(m_room, whyNoRoom(), tr("Go to the room of this row"));
}

QString LogJumps::whyNoRoom() const
{
    if (!m_hasRow)
        return tr("Select a row first");
    if (m_record.room.isEmpty())
        return tr("This row is about no room");
    return m_rooms && m_rooms->contains(m_record.room)
               ? QString()
               : tr("Nobody is in this room any more, so it is not listed");
}

} // namespace signalbox
