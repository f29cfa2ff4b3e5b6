// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/handlers/json_handler.h"

namespace signalbox {

class BanList;
class ConnectionTable;
class MessageDecoder;
class RoomService;

/// Answers room and typed messages.
class RoomsHandler final : public JsonHandler
{
public:
    /// All must outlive the handler.
    RoomsHandler(Outbox &outbox, ConnectionTable &connections, RoomService &rooms,
                 MessageDecoder &decoder, const BanList &bans, const ServerOptions &options,
                 const TurnClock &clock);

    [[nodiscard]] QByteArray name() const override;
    [[nodiscard]] bool hasRooms() const override { return true; }

protected:
    void textReceived(ConnectionId id, QByteArrayView text) override;

private:
    void answer(ConnectionId id, const JoinRoomRequest &request);
    void answer(ConnectionId id, const ChatRequest &request);
    void answer(ConnectionId id, const LeaveRoomRequest &request);
    void answer(ConnectionId id, const TypedRequest &request);

    ConnectionTable &m_connections;
    RoomService &m_rooms;
    MessageDecoder &m_decoder;
    const BanList &m_bans;
};

} // namespace signalbox
