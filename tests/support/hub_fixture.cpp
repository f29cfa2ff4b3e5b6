// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hub_fixture.h"

#include <QJsonDocument>

#include <utility>

namespace signalbox::test {

namespace {

QByteArray roomMessage(const QByteArray &type, const QByteArray &room, const QByteArray &user,
                       const QByteArray &more = {})
{
    return R"({"type":")" + type + R"(","roomId":")" + room + R"(","userId":")" + user + '"' + more
           + '}';
}

} // namespace

HubFixture::HubFixture(ServerOptions theOptions)
    : options(std::move(theOptions))
    , activity(ActivityFeed::Bounds{})
    , rooms(options)
    , hub(connections, endpoints, rooms, activity, clock)
    , transport(hub)
    , batcher(transport, options)
    , outbox(batcher, connections, activity, clock)
    , roomService(rooms, connections, outbox, clock)
    , desk(connections, endpoints, rooms, roomService, outbox, clock)
{
    const HandlerContext context{outbox, connections, roomService, decoder, bans, options, clock};
    addDefaultEndpoints(endpoints, context);
    setExampleEndpoints(endpoints, context, true);
    QObject::connect(&hub, &Hub::failed, &outbox, [this](ConnectionId id) {
        outbox.close(id, {1011, QStringLiteral("Internal error"), ClosedBy::Server});
    });
}

ConnectionId HubFixture::member(const QByteArray &room, const QByteArray &user)
{
    const auto id = transport.open();
    transport.receive(id, joinMessage(room, user));
    transport.forgetFrames();
    return id;
}

QJsonObject HubFixture::last(ConnectionId id) const
{
    const auto payloads = transport.payloads(id);
    return payloads.isEmpty() ? QJsonObject() : QJsonDocument::fromJson(payloads.last()).object();
}

QStringList HubFixture::types(ConnectionId id) const
{
    QStringList types;
    const auto payloads = transport.payloads(id);
    for (const auto &payload : payloads) {
        types +=
            QJsonDocument::fromJson(payload).object().value(QLatin1StringView("type")).toString();
    }
    return types;
}

QByteArray joinMessage(const QByteArray &room, const QByteArray &user)
{
    return roomMessage("join_room", room, user);
}

QByteArray leaveMessage(const QByteArray &room, const QByteArray &user)
{
    return roomMessage("leave_room", room, user);
}

QByteArray chatMessage(const QByteArray &room, const QByteArray &user, const QByteArray &content)
{
    return roomMessage("chat_message", room, user, R"(,"content":")" + content + '"');
}

} // namespace signalbox::test
