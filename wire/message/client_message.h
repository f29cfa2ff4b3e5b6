// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/room_name.h"
#include "core/user_id.h"
#include "wire/message/message_id.h"
#include "wire/message/protocol_error.h"

#include <QByteArrayView>

#include <variant>

namespace signalbox {

// What a client may say. Names, ids and contents point into the decoded bytes or the decoder's
// memory: they are valid until those go or the decoder is called again.

/// `{"type":"join_room","roomId","userId"}`
struct JoinRoomRequest
{
    RoomNameView room;
    UserIdView user;
    MessageId id;
};

/// `{"type":"chat_message","roomId","userId","content"}`
struct ChatRequest
{
    RoomNameView room;
    UserIdView user;
    QByteArrayView content; ///< raw JSON token of any value
    MessageId id;
};

/// `{"type":"leave_room","roomId","userId"}`
struct LeaveRoomRequest
{
    RoomNameView room;
    UserIdView user;
    MessageId id;
};

enum class TypedKind : quint8 { Chat, Notification, Status };

/// `{"type":"chat"|"notification"|"status","content":string,"userId"?:string,"timestamp"?:number}`
struct TypedRequest
{
    TypedKind kind = TypedKind::Chat;
    QByteArrayView content; ///< raw JSON string with its quotes
    UserIdView user; ///< empty if not given
    MessageId id;
};

/// Everything that a client may say to the handler `rooms`.
using ClientMessage = std::variant<JoinRoomRequest, ChatRequest, LeaveRoomRequest, TypedRequest>;

/// What a client may say to the handler `ack`: any JSON value.
struct AckRequest
{
    QByteArrayView data; ///< the raw JSON value
    MessageId id; ///< of an object that has one
};

/// Why a message was not understood, as the client is told.
struct MessageError
{
    ProtocolError code = ProtocolError::ParseFailed;
    QByteArray detail; ///< one English phrase for the developer of the client; may be empty
    MessageId id; ///< where it could be read
};

} // namespace signalbox
