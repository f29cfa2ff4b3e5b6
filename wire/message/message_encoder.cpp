// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/message/message_encoder.h"

#include "wire/message/json_text.h"
#include "wire/message/server_texts.h"

#include <algorithm>

namespace signalbox::encode {

namespace {

/// Writes one object that begins with its `type`, into a buffer that is allocated once.
class MessageWriter
{
public:
    /// `variableBytes`: the most that the values of fields of variable length add.
    MessageWriter(QByteArrayView type, qsizetype variableBytes)
        : m_json(FixedBytes + type.size() + variableBytes, Qt::Uninitialized)
        , m_out(m_json.data())
    {
        raw(R"({"type":")").raw(type).raw("\"");
    }

    MessageWriter &raw(QByteArrayView bytes)
    {
        Q_ASSERT(bytes.size() <= room());
        m_out = std::copy(bytes.begin(), bytes.end(), m_out);
        return *this;
    }
    MessageWriter &escaped(QByteArrayView utf8)
    {
        Q_ASSERT(escapedSize(utf8) <= room());
        m_out = writeEscaped(m_out, utf8);
        return *this;
    }
    MessageWriter &name(QByteArrayView name) { return raw(",\"").raw(name).raw("\":"); }
    MessageWriter &token(QByteArrayView name, QByteArrayView token)
    {
        return this->name(name).raw(token);
    }
    MessageWriter &text(QByteArrayView name, QByteArrayView utf8, QByteArrayView prefix = {})
    {
        return this->name(name).raw("\"").raw(prefix).escaped(utf8).raw("\"");
    }
    MessageWriter &integer(QByteArrayView name, qint64 number)
    {
        this->name(name);
        Q_ASSERT(MaxIntegerSize <= room());
        m_out = writeInteger(m_out, number);
        return *this;
    }
    QByteArray finish(MessageId id = {})
    {
        if (!id.isEmpty())
            token("id", id.token);
        raw("}");
        m_json.truncate(m_out - m_json.constData());
        return std::move(m_json);
    }

private:
    // Braces, quotes, the names and numbers of the fields of any message.
    static constexpr qsizetype FixedBytes = 160;

    [[nodiscard]] qsizetype room() const { return m_json.constEnd() - m_out; }

    QByteArray m_json;
    char *m_out;
};

/// The most that a name takes: it has no control characters, so an escape has two.
template <typename Name>
qsizetype sizeOf(Name name)
{
    return 2 * name.utf8().size();
}

QByteArray typed(QByteArrayView type, QByteArrayView text, QByteArrayView innerToken, MessageId id,
                 qint64 timestamp)
{
    return MessageWriter(type, text.size() + innerToken.size() + id.token.size())
        .name("content")
        .raw("\"")
        .raw(text)
        .raw(innerToken)
        .raw("\"")
        .integer("timestamp", timestamp)
        .finish(id);
}

/// A change of a room: who and where, in the order that its type has on the wire.
QByteArray aboutRoom(QByteArrayView type, UserIdView user, RoomNameView room, qint64 timestamp)
{
    return MessageWriter(type, sizeOf(user) + sizeOf(room))
        .text("userId", user.utf8())
        .text("roomId", room.utf8())
        .integer("timestamp", timestamp)
        .finish();
}

} // namespace

QByteArray connected(ConnectionId connection, qint64 timestamp)
{
    return MessageWriter("connected", MaxIntegerSize)
        .text("message", "Welcome to Signalbox WebSocket!")
        .text("connectionId", QByteArray::number(connection.value))
        .integer("timestamp", timestamp)
        .finish();
}

QByteArray roomJoined(RoomNameView room, UserIdView user, qint64 memberCount,
                      std::span<const UserId> members, MessageId id, qint64 timestamp)
{
    const auto listed = members.first(std::min<std::size_t>(members.size(), MaxListedMembers));
    qsizetype memberBytes = 0;
    for (const UserId &member : listed)
        memberBytes += sizeOf<UserIdView>(member) + 3; // quotes and comma
    MessageWriter message("room_joined",
                          sizeOf(room) + sizeOf(user) + memberBytes + id.token.size());
    message.text("roomId", room.utf8())
        .text("userId", user.utf8())
        .integer("memberCount", memberCount);
    message.name("members").raw("[");
    bool first = true;
    for (const UserId &member : listed) {
        message.raw(first ? "\"" : ",\"").escaped(member.utf8()).raw("\"");
        first = false;
    }
    message.raw("]");
    return message.integer("timestamp", timestamp).finish(id);
}

QByteArray userJoined(UserIdView user, RoomNameView room, qint64 timestamp)
{
    return aboutRoom("user_joined", user, room, timestamp);
}

QByteArray roomLeft(RoomNameView room, UserIdView user, MessageId id, qint64 timestamp)
{
    return MessageWriter("room_left", sizeOf(room) + sizeOf(user) + id.token.size())
        .text("roomId", room.utf8())
        .text("userId", user.utf8())
        .integer("timestamp", timestamp)
        .finish(id);
}

QByteArray userLeft(UserIdView user, RoomNameView room, qint64 timestamp)
{
    return aboutRoom("user_left", user, room, timestamp);
}

QByteArray chatMessage(UserIdView user, QByteArrayView content, RoomNameView room, MessageId id,
                       qint64 timestamp)
{
    return MessageWriter("chat_message",
                         sizeOf(user) + content.size() + sizeOf(room) + id.token.size())
        .text("userId", user.utf8())
        .token("content", content)
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
        .token("data", request.data)
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
