// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/message/message_encoder.h"

#include "wire/message/json_text.h"
#include "wire/message/server_texts.h"

#include <algorithm>

namespace signalbox::encode {

namespace {

/// Writes one object that begins with its `type`; the buffer is allocated once.
class MessageWriter
{
public:
    /// `variableBytes`: the most that the values of fields of variable length add.
    MessageWriter(QByteArrayView type, qsizetype variableBytes)
    {
        // Braces, quotes, the names and numbers of the fields of any message.
        static constexpr qsizetype FixedBytes = 160;
        m_json.reserve(FixedBytes + type.size() + variableBytes);
        m_json.append(QByteArrayView(R"({"type":")")).append(type).append('"');
    }

    QByteArray &value(QByteArrayView name)
    {
        return m_json.append(",\"", 2).append(name).append("\":", 2);
    }
    MessageWriter &raw(QByteArrayView name, QByteArrayView token)
    {
        value(name).append(token);
        return *this;
    }
    MessageWriter &text(QByteArrayView name, QByteArrayView utf8, QByteArrayView prefix = {})
    {
        QByteArray &json = value(name).append('"').append(prefix);
        appendEscaped(json, utf8);
        json.append('"');
        return *this;
    }
    MessageWriter &integer(QByteArrayView name, qint64 number)
    {
        appendInteger(value(name), number);
        return *this;
    }
    QByteArray finish(const MessageId &id = {})
    {
        if (!id.isEmpty())
            raw("id", id.token);
        return std::move(m_json.append('}'));
    }

private:
    QByteArray m_json;
};

QByteArray typed(QByteArrayView type, QByteArrayView text, QByteArrayView innerToken,
                 const MessageId &id, qint64 timestamp)
{
    MessageWriter message(type, text.size() + innerToken.size() + id.token.size());
    message.value("content").append('"').append(text).append(innerToken).append('"');
    return message.integer("timestamp", timestamp).finish(id);
}

/// A change of a room: who and where, in the order that its type has on the wire.
QByteArray aboutRoom(QByteArrayView type, const UserId &user, const RoomName &room,
                     qint64 timestamp)
{
    return MessageWriter(type, escapedSize(user.utf8()) + escapedSize(room.utf8()))
        .text("userId", user.utf8())
        .text("roomId", room.utf8())
        .integer("timestamp", timestamp)
        .finish();
}

} // namespace

QByteArray connected(ConnectionId connection, qint64 timestamp)
{
    MessageWriter message("connected", 0);
    message.text("message", "Welcome to Signalbox WebSocket!");
    message.value("connectionId")
        .append('"')
        .append(QByteArray::number(connection.value))
        .append('"');
    return message.integer("timestamp", timestamp).finish();
}

QByteArray roomJoined(const RoomName &room, const UserId &user, qint64 memberCount,
                      std::span<const UserId> members, const MessageId &id, qint64 timestamp)
{
    const auto listed = members.first(std::min<std::size_t>(members.size(), MaxListedMembers));
    qsizetype memberBytes = 0;
    for (const UserId &member : listed)
        memberBytes += escapedSize(member.utf8()) + 3; // quotes and comma
    MessageWriter message("room_joined", escapedSize(room.utf8()) + escapedSize(user.utf8())
                                             + memberBytes + id.token.size());
    message.text("roomId", room.utf8())
        .text("userId", user.utf8())
        .integer("memberCount", memberCount);
    QByteArray &json = message.value("members").append('[');
    bool first = true;
    for (const UserId &member : listed) {
        json.append(first ? QByteArrayView("\"") : QByteArrayView(",\""));
        appendEscaped(json, member.utf8());
        json.append('"');
        first = false;
    }
    json.append(']');
    return message.integer("timestamp", timestamp).finish(id);
}

QByteArray userJoined(const UserId &user, const RoomName &room, qint64 timestamp)
{
    return aboutRoom("user_joined", user, room, timestamp);
}

QByteArray roomLeft(const RoomName &room, const UserId &user, const MessageId &id, qint64 timestamp)
{
    return MessageWriter("room_left",
                         escapedSize(room.utf8()) + escapedSize(user.utf8()) + id.token.size())
        .text("roomId", room.utf8())
        .text("userId", user.utf8())
        .integer("timestamp", timestamp)
        .finish(id);
}

QByteArray userLeft(const UserId &user, const RoomName &room, qint64 timestamp)
{
    return aboutRoom("user_left", user, room, timestamp);
}

QByteArray chatMessage(const UserId &user, QByteArrayView content, const RoomName &room,
                       const MessageId &id, qint64 timestamp)
{
    return MessageWriter("chat_message", escapedSize(user.utf8()) + content.size()
                                             + escapedSize(room.utf8()) + id.token.size())
        .text("userId", user.utf8())
        .raw("content", content)
        .text("roomId", room.utf8())
        .integer("timestamp", timestamp)
        .finish(id);
}

QByteArray typedResponse(const TypedRequest &request, Language language, qint64 timestamp)
{
    switch (request.kind) {
    case TypedKind::Chat:
        return typed("chat_response", serverText(ServerText::ChatReceived, language),
                     request.content.sliced(1, request.content.size() - 2), request.id, timestamp);
    case TypedKind::Notification:
        return typed("notification_response",
                     serverText(ServerText::NotificationReceived, language), {}, request.id,
                     timestamp);
    case TypedKind::Status:
        return typed("status_response", serverText(ServerText::StatusUpdated, language), {},
                     request.id, timestamp);
    }
    return {};
}

QByteArray error(const MessageError &error, Language language, qint64 timestamp)
{
    const QByteArrayView sentence = protocolErrorSentence(error.code, language);
    MessageWriter message("error",
                          sentence.size() + escapedSize(error.detail) + error.id.token.size());
    message.text("code", protocolErrorCode(error.code)).text("message", sentence);
    if (!error.detail.isEmpty())
        message.text("error", error.detail);
    return message.integer("timestamp", timestamp).finish(error.id);
}

QByteArray ack(const AckRequest &request)
{
    return MessageWriter("ack", request.data.size() + request.id.token.size())
        .raw("data", request.data)
        .finish(request.id);
}

QByteArray echo(QByteArrayView text, qint64 timestamp)
{
    return MessageWriter("echo", escapedSize(text))
        .text("message", text)
        .integer("timestamp", timestamp)
        .finish();
}

QByteArray response(QByteArrayView text, Language language, qint64 timestamp)
{
    const QByteArrayView prefix = serverText(ServerText::ServerReceived, language);
    return MessageWriter("response", prefix.size() + escapedSize(text))
        .text("message", text, prefix)
        .integer("timestamp", timestamp)
        .finish();
}

QByteArray prefixed(QByteArrayView text)
{
    static constexpr QByteArrayView Prefix = "Echo: ";
    QByteArray reply;
    reply.reserve(Prefix.size() + text.size());
    return std::move(reply.append(Prefix).append(text));
}

QByteArray batch(std::span<const QByteArray> messages)
{
    static constexpr QByteArrayView Head = R"({"type":"batch","messages":[)";
    qsizetype size = Head.size() + 2;
    for (const QByteArray &message : messages)
        size += message.size() + 1;
    QByteArray json;
    json.reserve(size);
    json.append(Head);
    bool first = true;
    for (const QByteArray &message : messages) {
        if (!first)
            json.append(',');
        json.append(message);
        first = false;
    }
    return std::move(json.append("]}", 2));
}

} // namespace signalbox::encode
