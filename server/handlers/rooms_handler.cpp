// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/handlers/rooms_handler.h"

#include "server/bans/ban_list.h"
#include "server/hub/connection_table.h"
#include "server/hub/outbox.h"
#include "server/rooms/room_service.h"
#include "wire/message/message_decoder.h"
#include "wire/message/message_encoder.h"

namespace signalbox {

RoomsHandler::RoomsHandler(Outbox &outbox, ConnectionTable &connections, RoomService &rooms,
                           MessageDecoder &decoder, const BanList &bans,
                           const ServerOptions &options, const TurnClock &clock)
    : JsonHandler(outbox, options, clock)
    , m_connections(connections)
    , m_rooms(rooms)
    , m_decoder(decoder)
    , m_bans(bans)
{ }

QByteArray RoomsHandler::name() const
{
    return QByteArrayLiteral("rooms");
}

void RoomsHandler::textReceived(ConnectionId id, QByteArrayView text)
{
    const auto decoded =
        m_decoder.decode(text, options().maxNameLength, MessageDecoder::Padding::Present);
    if (const auto *error = std::get_if<MessageError>(&decoded)) {
        replyError(id, *error);
        return;
    }
    std::visit(
        [this, id](const auto &request) {
            if (!request.user.isEmpty())
                m_connections.setUser(id, request.user);
            answer(id, request);
        },
        std::get<ClientMessage>(decoded));
}

void RoomsHandler::answer(ConnectionId id, const JoinRoomRequest &request)
{
    if (const auto *ban = m_bans.ofUser(request.user, now())) {
        outbox().close(id, banClose(ban->reason));
        return;
    }
    const auto outcome = m_rooms.join(id, request);
    if (const auto *error = std::get_if<ProtocolError>(&outcome))
        replyError(id, {*error, {}, request.id});
}

void RoomsHandler::answer(ConnectionId id, const ChatRequest &request)
{
    const auto outcome = m_rooms.chat(id, request);
    if (const auto *error = std::get_if<ProtocolError>(&outcome))
        replyError(id, {*error, {}, request.id});
}

void RoomsHandler::answer(ConnectionId id, const LeaveRoomRequest &request)
{
    const auto outcome = m_rooms.leave(id, request.room, request.id);
    if (const auto *error = std::get_if<ProtocolError>(&outcome))
        replyError(id, {*error, {}, request.id});
}

void RoomsHandler::answer(ConnectionId id, const TypedRequest &request)
{
    reply(id, encode::typedResponse(request, options().language, now()));
}

} // namespace signalbox
