// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/rooms_scenario.h"

#include "client/load/load_payload.h"
#include "client/load/room_message.h"
#include "core/escaped_text.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RoomsScenario", text);
}

QByteArray randomPrefix()
{
    return "load-" + QByteArray::number(QRandomGenerator::global()->generate(), 36) + '-';
}

/// `{"type":TYPE,"roomId":ROOM,"userId":USER` without its end.
QByteArray begunMessage(const char *type, const QByteArray &room, int user)
{
    return QByteArray(R"({"type":")") + type + R"(","roomId":")" + room + R"(","userId":"u)"
           + QByteArray::number(user) + '"';
}

int roomCount(const LoadPlan &plan)
{
    return plan.scenario == ScenarioKind::Rooms ? plan.rooms : 1;
}

} // namespace

RoomsScenario::RoomsScenario(const LoadPlan &plan, LoadMeter &meter)
    : m_meter(meter)
    , m_content(textPayload(plan.payloadSize))
    , m_prefix(randomPrefix())
    , m_members(connectionCount(plan) / roomCount(plan))
    , m_depth(plan.depth)
    , m_connections(size_t(connectionCount(plan)))
    , m_seats(m_connections.size())
{
    m_rooms.reserve(size_t(roomCount(plan)));
    for (int room = 0; room < roomCount(plan); ++room) {
        m_rooms.push_back(
            {{}, DeliveryGroup(meter, DeliveryGroup::Echo::ToSender, room * m_members, m_members)});
    }
}

void RoomsScenario::connectionOpened(LoadConnection &connection)
{
    const auto number = size_t(connection.number());
    m_connections[number] = &connection;
    m_seats[number] = Seat::Joining;
    ++m_joining;
    const QByteArray room = m_prefix + QByteArray::number(connection.number() / m_members);
    connection.send(Opcode::Text, begunMessage("join_room", room, connection.number()) + '}');
}

void RoomsScenario::messageArrived(LoadConnection &connection, Opcode /*opcode*/,
                                   QByteArrayView payload, qint64 now)
{
    switch (roomMessageKind(payload)) {
    case RoomMessageKind::Chat:
        if (payload.size() < m_content.size())
            m_meter.errors.add(LoadErrorKind::WrongAnswer, tr("a chat message of another length"));
        roomOf(connection).group.delivered(connection, now);
        break;
    case RoomMessageKind::Joined:
        takeJoined(connection);
        break;
    case RoomMessageKind::Error:
        takeError(connection, payload);
        break;
    case RoomMessageKind::Other:
        break;
    }
}

void RoomsScenario::takeJoined(LoadConnection &connection)
{
    Seat &seat = m_seats[size_t(connection.number())];
    if (seat != Seat::Joining)
        return;
    seat = Seat::Joined;
    --m_joining;
    ++m_joins;
    roomOf(connection).group.add(connection);
}

void RoomsScenario::takeError(LoadConnection &connection, QByteArrayView payload)
{
    const QString code = escapedUtf8(jsonText(payload, R"("code")"));
    if (m_seats[size_t(connection.number())] == Seat::Joining)
        connection.fail(LoadErrorKind::ServerError, code);
    else
        m_meter.errors.add(LoadErrorKind::ServerError, code);
}

void RoomsScenario::connectionEnded(LoadConnection &connection)
{
    const auto number = size_t(connection.number());
    m_connections[number] = nullptr;
    switch (std::exchange(m_seats[number], Seat::Empty)) {
    case Seat::Joining:
        --m_joining;
        break;
    case Seat::Joined:
        roomOf(connection).group.ended(connection);
        break;
    case Seat::Empty:
        break;
    }
}

qint64 RoomsScenario::laneCount() const
{
    return std::ranges::count_if(m_rooms, [](const Room &room) { return room.group.canStart(); });
}

void RoomsScenario::start(const LoadPace *pace, qint64 now)
{
    for (size_t i = 0; i < m_rooms.size(); ++i) {
        Room &room = m_rooms[i];
        if (!room.group.canStart())
            continue;
        const QByteArray name = m_prefix + QByteArray::number(i);
        const QByteArray message = begunMessage("chat_message", name, int(i) * m_members)
                                   + R"(,"content":")" + m_content + R"("})";
        room.frame = RepeatedFrame(Opcode::Text, message, m_depth);
        room.group.start(room.frame, m_depth, pace, qint64(m_lanes.size()), now);
        m_lanes.push_back(i);
    }
}

void RoomsScenario::messageDue(qint64 lane, qint64 now)
{
    m_rooms[m_lanes[size_t(lane)]].group.fill(now);
}

void RoomsScenario::stop()
{
    for (Room &room : m_rooms)
        room.group.stop();
}

bool RoomsScenario::isDrained() const
{
    return std::ranges::all_of(m_rooms, [](const Room &room) { return room.group.isDrained(); });
}

void RoomsScenario::expire(qint64 now, qint64 timeout)
{
    if (m_joinWatch.isStalled(m_joins, m_joining > 0, now, timeout)) {
        for (size_t i = 0; i < m_seats.size(); ++i) {
            if (m_seats[i] == Seat::Joining)
                m_connections[i]->fail(LoadErrorKind::Timeout, tr("no answer to a join"));
        }
    }
    for (Room &room : m_rooms)
        room.group.expire(now, timeout);
}

} // namespace signalbox
