// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection_id.h"
#include "core/room_name.h"
#include "core/server_options.h"
#include "core/user_id.h"
#include "wire/message/client_message.h"
#include "wire/message/message_id.h"
#include "wire/message/protocol_error.h"

#include <QByteArray>
#include <QByteArrayView>

#include <span>

/// The messages that a server sends, as UTF-8 JSON. Timestamps are milliseconds since the epoch; an
/// empty id is left out.
namespace signalbox::encode {

/// `room_joined` lists so many members at most.
inline constexpr qsizetype MaxListedMembers = 100;

QByteArray connected(ConnectionId connection, qint64 timestamp);

/// `members` in join order, all or at least the first MaxListedMembers.
QByteArray roomJoined(RoomNameView room, UserIdView user, qint64 memberCount,
                      std::span<const UserId> members, MessageId id, qint64 timestamp);
QByteArray userJoined(UserIdView user, RoomNameView room, qint64 timestamp);
QByteArray roomLeft(RoomNameView room, UserIdView user, MessageId id, qint64 timestamp);
QByteArray userLeft(UserIdView user, RoomNameView room, qint64 timestamp);

/// `content` is a raw JSON token. The sender's own copy carries the id, the others' has none.
QByteArray chatMessage(UserIdView user, QByteArrayView content, RoomNameView room, MessageId id,
                       qint64 timestamp);

/// `chat_response`, `notification_response` or `status_response`.
QByteArray typedResponse(const TypedRequest &request, Language language, qint64 timestamp);

QByteArray error(const MessageError &error, Language language, qint64 timestamp);

/// `data` is a raw JSON value.
QByteArray ack(const AckRequest &request);

/// The reply of `/echo-json`; `text` is any UTF-8.
QByteArray echo(QByteArrayView text, qint64 timestamp);

/// The reply of `/response`; `text` is any UTF-8.
QByteArray response(QByteArrayView text, Language language, qint64 timestamp);

/// The reply of `/prefix`, which is plain text.
QByteArray prefixed(QByteArrayView text);

/// Several encoded messages as one.
QByteArray batch(std::span<const QByteArray> messages);

} // namespace signalbox::encode
