// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/require.h"
#include "wire/message/message_decoder.h"
#include "wire/message/message_encoder.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Timestamp = 1;

/// Another parser's opinion of what we are about to send.
QJsonObject parsed(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    require(document.isObject(), "a message that would be sent is no JSON object");
    return document.object();
}

void checkName(QByteArrayView utf8, qsizetype maxLength)
{
    const QString name = QString::fromUtf8(utf8);
    require(!utf8.isEmpty() && name.toUtf8() == utf8, "a name that is empty or not UTF-8");
    const QList<uint> codePoints = name.toUcs4();
    require(codePoints.size() <= maxLength, "a name that is too long");
    require(std::ranges::none_of(codePoints,
                                 [](uint c) { return c < 0x20 || (c >= 0x7f && c <= 0x9f); }),
            "a control character in a name");
}

void checkId(MessageId id)
{
    if (id.isEmpty())
        return;
    const QJsonValue value = parsed("{\"id\":" + id.token.toByteArray() + '}').value("id"_L1);
    require(value.isString() || value.isDouble(), "an id that is neither a string nor a number");
    require(value.toString().toUcs4().size() <= MessageId::MaxLength, "an id that is too long");
}

void checkInside(QByteArrayView part, QByteArrayView whole)
{
    require(!part.isEmpty() && part.begin() >= whole.begin() && part.end() <= whole.end(),
            "a token that is not one of the message");
}

/// Checks a message that was accepted, and that what others get of it is what it says.
class MessageCheck
{
public:
    MessageCheck(QByteArrayView json, qsizetype maxNameLength)
        : m_json(json)
        , m_maxNameLength(maxNameLength)
    { }

    void operator()(const JoinRoomRequest &request) const
    {
        checkNames(request.room, request.user);
        checkId(request.id);
        const auto sent = parsed(encode::userJoined(request.user, request.room, Timestamp));
        require(sent.value("roomId"_L1) == QString::fromUtf8(request.room.utf8()),
                "the room was changed");
    }
    void operator()(const LeaveRoomRequest &request) const
    {
        checkNames(request.room, request.user);
        checkId(request.id);
        const auto sent =
            parsed(encode::roomLeft(request.room, request.user, request.id, Timestamp));
        require(sent.size() == (request.id.isEmpty() ? 4 : 5), "a field too many or too few");
    }
    void operator()(const ChatRequest &request) const
    {
        checkNames(request.room, request.user);
        checkId(request.id);
        checkInside(request.content, m_json);
        const auto received = parsed(m_json.toByteArray());
        const auto sent = parsed(encode::chatMessage(request.user, request.content, request.room,
                                                     request.id, Timestamp));
        require(sent.size() == (request.id.isEmpty() ? 5 : 6), "a field too many or too few");
        require(sent.value("content"_L1) == received.value("content"_L1),
                "the content was changed");
        require(sent.value("userId"_L1) == QString::fromUtf8(request.user.utf8()),
                "the user was changed");
    }
    void operator()(const TypedRequest &request) const
    {
        if (!request.user.isEmpty())
            checkName(request.user.utf8(), m_maxNameLength);
        checkId(request.id);
        checkInside(request.content, m_json);
        require(request.content.startsWith('"') && request.content.endsWith('"'),
                "the content of a typed message is no string");
        const auto said = parsed(m_json.toByteArray()).value("content"_L1).toString();
        const auto sent = parsed(encode::typedResponse(request, Language::English, Timestamp));
        // The others' answers do not repeat it.
        require(request.kind != TypedKind::Chat
                    || sent.value("content"_L1).toString().endsWith(said),
                "the content was changed");
    }
    void operator()(const AckRequest &request) const
    {
        checkId(request.id);
        checkInside(request.data, m_json);
        parsed(encode::ack(request));
    }

private:
    void checkNames(RoomNameView room, UserIdView user) const
    {
        checkName(room.utf8(), m_maxNameLength);
        checkName(user.utf8(), m_maxNameLength);
    }

    QByteArrayView m_json;
    qsizetype m_maxNameLength;
};

void checkError(const MessageError &error)
{
    const auto code = protocolErrorCode(error.code);
    require(!code.isEmpty(), "an error without a code");
    checkId(error.id);
    parsed(encode::error(error, Language::English, Timestamp));
    parsed(encode::error(error, Language::SimplifiedChinese, Timestamp));
}

void checkDecoded(const MessageDecoder::Decoded &decoded, const MessageCheck &check)
{
    if (const auto *error = std::get_if<MessageError>(&decoded))
        checkError(*error);
    else
        std::visit(check, std::get<ClientMessage>(decoded));
}

} // namespace

// The name that libFuzzer calls.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    static constexpr std::array<qsizetype, 2> NameLengths{DefaultMaxNameLength, 3};
    if (size == 0)
        return 0;
    const qsizetype maxNameLength = NameLengths.at(data[0] & 1U);
    const QByteArray json(reinterpret_cast<const char *>(data) + 1,
                          static_cast<qsizetype>(size) - 1);
    const QByteArray padded = json + QByteArray(MessageDecoder::PaddingBytes, '"');
    const auto inPadding = QByteArrayView(padded).first(json.size());

    static MessageDecoder decoder;
    using Padding = MessageDecoder::Padding;
    const auto copied = decoder.decode(json, maxNameLength);
    checkDecoded(copied, MessageCheck(json, maxNameLength));
    // From here on what `copied` points to is not valid any more.
    const auto inPlace = decoder.decode(inPadding, maxNameLength, Padding::Present);
    require(copied.index() == inPlace.index(), "what follows a message changes its meaning");
    checkDecoded(inPlace, MessageCheck(inPadding, maxNameLength));

    const auto ack = decoder.decodeAck(inPadding, Padding::Present);
    if (const auto *error = std::get_if<MessageError>(&ack))
        checkError(*error);
    else
        MessageCheck(inPadding, maxNameLength)(std::get<AckRequest>(ack));
    return 0;
}
