// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/message/message_decoder.h"

#include "core/utf8_text.h"
#include "wire/message/json_members.h"
#include "wire/message/json_space.h"
#include "wire/message/strict_json_parser.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace signalbox {

namespace dom = simdjson::dom;

namespace {

static_assert(MessageDecoder::PaddingBytes >= qsizetype{simdjson::SIMDJSON_PADDING});

QByteArrayView toView(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// Names that were written with escapes, as they are without.
struct UnescapedNames
{
    QByteArray room;
    QByteArray user;
};

/// Reads the fields that a message may have, and keeps the first thing that is wrong with them.
class FieldReader
{
public:
    /// What is read points into `json` and `names`.
    FieldReader(QByteArrayView json, dom::object object, qsizetype maxNameLength,
                UnescapedNames &names)
        : m_maxNameLength(maxNameLength)
        , m_names(names)
    {
        JsonMembers members(json);
        for (const auto [key, value] : object) {
            // The document is valid, so both walk over the same members.
            members.next();
            const auto field = std::ranges::find(m_fields, key, &Field::name);
            if (field != m_fields.end())
                *field = {key, members.value(), value};
        }
        readId();
    }

    /// Empty if there is none, which is an error.
    std::string_view type()
    {
        std::string_view text;
        if (!isString(m_fields[Type], &text))
            fail(ProtocolError::InvalidFormat, R"("type" must be a string)");
        return text;
    }
    RoomNameView room()
    {
        return name<RoomNameView>(m_fields[Room], ProtocolError::InvalidRoom, m_names.room);
    }
    UserIdView user()
    {
        return name<UserIdView>(m_fields[User], ProtocolError::InvalidUser, m_names.user);
    }
    UserIdView optionalUser() { return m_fields[User].isPresent() ? user() : UserIdView(); }

    /// The raw token of any value.
    QByteArrayView content()
    {
        if (!m_fields[Content].isPresent())
            fail(ProtocolError::InvalidFormat, R"("content" is missing)");
        return m_fields[Content].raw;
    }
    QByteArrayView textContent()
    {
        std::string_view text;
        if (!isString(m_fields[Content], &text))
            fail(ProtocolError::InvalidFormat, R"("content" must be a string)");
        return m_fields[Content].raw;
    }
    void checkTimestamp()
    {
        if (m_fields[Timestamp].isPresent() && !m_fields[Timestamp].value.is_number())
            fail(ProtocolError::InvalidFormat, R"("timestamp" must be a number)");
    }
    [[nodiscard]] const MessageId &id() const { return m_id; }

    /// A wrong format weighs more than a bad name; else the first failure counts.
    void fail(ProtocolError code, const QByteArray &detail)
    {
        const bool worse =
            code == ProtocolError::InvalidFormat && m_error.code != ProtocolError::InvalidFormat;
        if (m_isFailed && !worse)
            return;
        m_isFailed = true;
        m_error = {code, detail, {}};
    }

    /// The message, unless something was wrong with its fields.
    template <typename Decoded, typename Message>
    Decoded finish(Message message)
    {
        if (!m_isFailed)
            return message;
        m_error.id = m_id;
        return m_error;
    }

private:
    enum Index : quint8 { Type, Id, Room, User, Content, Timestamp };

    struct Field
    {
        std::string_view name;
        QByteArrayView raw; ///< null if the message has no such field
        dom::element value;

        [[nodiscard]] bool isPresent() const { return !raw.isNull(); }
    };

    static bool isString(const Field &field, std::string_view *text)
    {
        return field.isPresent() && field.value.get_string().get(*text) == simdjson::SUCCESS;
    }

    void readId()
    {
        const Field &field = m_fields[Id];
        if (!field.isPresent())
            return;
        std::string_view text;
        const bool isShort =
            isString(field, &text) && codePointCount(toView(text)) <= MessageId::MaxLength;
        if (isShort || field.value.is_int64() || field.value.is_uint64()) {
            m_id.token = field.raw;
            return;
        }
        fail(ProtocolError::InvalidFormat,
             R"("id" must be a string of at most 64 characters or an integer)");
    }

    template <typename Name>
    Name name(const Field &field, ProtocolError invalid, QByteArray &unescaped)
    {
        std::string_view text;
        if (!isString(field, &text)) {
            fail(ProtocolError::InvalidFormat,
                 '"' + toView(field.name).toByteArray() + R"(" must be a string)");
            return {};
        }
        QByteArrayView name = field.raw.sliced(1, field.raw.size() - 2);
        if (name.size() != toView(text).size()) // every escape is longer than what it stands for
            name = unescaped = toView(text).toByteArray();
        if (const auto parsed = Name::parse(name, m_maxNameLength))
            return *parsed;
        fail(invalid, "expected 1 to " + QByteArray::number(m_maxNameLength)
                          + " characters and no control characters");
        return {};
    }

    std::array<Field, 6> m_fields{Field{"type", {}, {}},    Field{"id", {}, {}},
                                  Field{"roomId", {}, {}},  Field{"userId", {}, {}},
                                  Field{"content", {}, {}}, Field{"timestamp", {}, {}}};
    qsizetype m_maxNameLength;
    UnescapedNames &m_names;
    MessageId m_id;
    MessageError m_error;
    bool m_isFailed = false;
};

MessageDecoder::Decoded decodeTyped(TypedKind kind, FieldReader &fields)
{
    fields.checkTimestamp();
    return fields.finish<MessageDecoder::Decoded>(ClientMessage(
        TypedRequest{kind, fields.textContent(), fields.optionalUser(), fields.id()}));
}

MessageDecoder::Decoded decodeObject(FieldReader &fields)
{
    using Decoded = MessageDecoder::Decoded;
    const std::string_view type = fields.type();
    if (type == "chat_message") {
        return fields.finish<Decoded>(ClientMessage(
            ChatRequest{fields.room(), fields.user(), fields.content(), fields.id()}));
    }
    if (type == "join_room") {
        return fields.finish<Decoded>(
            ClientMessage(JoinRoomRequest{fields.room(), fields.user(), fields.id()}));
    }
    if (type == "leave_room") {
        return fields.finish<Decoded>(
            ClientMessage(LeaveRoomRequest{fields.room(), fields.user(), fields.id()}));
    }
    if (type == "chat")
        return decodeTyped(TypedKind::Chat, fields);
    if (type == "notification")
        return decodeTyped(TypedKind::Notification, fields);
    if (type == "status")
        return decodeTyped(TypedKind::Status, fields);
    fields.fail(ProtocolError::InvalidFormat, R"("type" is not known)");
    return fields.finish<Decoded>(MessageError{});
}

/// Without the space that JSON allows around a document.
QByteArrayView trimmed(QByteArrayView json)
{
    while (!json.isEmpty() && isJsonSpace(json.front()))
        json = json.sliced(1);
    while (!json.isEmpty() && isJsonSpace(json.back()))
        json.chop(1);
    return json;
}

} // namespace

/// Keeps simdjson out of the header.
class MessageDecoder::Private
{
public:
    Decoded decode(QByteArrayView json, qsizetype maxNameLength, Padding padding)
    {
        const auto parsed = parser.parse(json, padding == Padding::Present);
        if (const auto *refusal = std::get_if<const char *>(&parsed))
            return MessageError{ProtocolError::ParseFailed, *refusal, {}};
        dom::object object;
        if (std::get<dom::element>(parsed).get_object().get(object) != simdjson::SUCCESS)
            return MessageError{ProtocolError::InvalidFormat, "the message is not an object", {}};
        FieldReader fields(json, object, maxNameLength, names);
        return decodeObject(fields);
    }

    DecodedAck decodeAck(QByteArrayView json, Padding padding)
    {
        const auto parsed = parser.parse(json, padding == Padding::Present);
        if (const auto *refusal = std::get_if<const char *>(&parsed))
            return MessageError{ProtocolError::ProcessingFailed, *refusal, {}};
        dom::object object;
        if (std::get<dom::element>(parsed).get_object().get(object) != simdjson::SUCCESS)
            return AckRequest{trimmed(json), {}};
        FieldReader fields(json, object, 0, names);
        return fields.finish<DecodedAck>(AckRequest{trimmed(json), fields.id()});
    }

    StrictJsonParser parser{MaxDepth};
    UnescapedNames names;
};

MessageDecoder::MessageDecoder()
    : d(std::make_unique<Private>())
{ }

MessageDecoder::~MessageDecoder() = default;

MessageDecoder::Decoded MessageDecoder::decode(QByteArrayView json, qsizetype maxNameLength,
                                               Padding padding)
{
    auto decoded = d->decode(json, maxNameLength, padding);
    d->parser.trim();
    return decoded;
}

MessageDecoder::DecodedAck MessageDecoder::decodeAck(QByteArrayView json, Padding padding)
{
    auto decoded = d->decodeAck(json, padding);
    d->parser.trim();
    return decoded;
}

} // namespace signalbox
