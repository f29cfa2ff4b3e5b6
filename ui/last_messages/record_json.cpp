// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/last_messages/record_json.h"

#include "core/record_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <optional>

namespace signalbox {

namespace {

using namespace Qt::StringLiterals;
using namespace record_words;

QString tr(const char *text)
{
    return QCoreApplication::translate("signalbox::Reader", text);
}

/// Reads members one after the other and remembers the first that is wrong.
class Reader
{
public:
    explicit Reader(const QJsonObject &object)
        : m_object(object)
    { }

    template <typename Words>
    auto word(QLatin1StringView name, const Words &words)
    {
        const QString text = m_object.value(name).toString();
        const auto found = std::ranges::find_if(
            words, [&text](const auto &candidate) { return candidate.word == text; });
        if (found != words.end())
            return found->value;
        note(name);
        return words.front().value;
    }

    /// A missing one is 0.
    template <typename Number>
    Number number(QLatin1StringView name)
    {
        const QJsonValue value = m_object.value(name);
        const qint64 read = value.isUndefined() ? 0 : value.toInteger(-1);
        const bool fits = read >= 0 && quint64(read) <= quint64(std::numeric_limits<Number>::max());
        if (!fits)
            note(name);
        return fits ? Number(read) : Number(0);
    }

    template <typename Name>
    Name identity(QLatin1StringView name)
    {
        const QString text = m_object.value(name).toString();
        if (text.isEmpty())
            return {};
        const auto parsed = Name::parse(text, std::numeric_limits<quint16>::max());
        if (parsed)
            return *parsed;
        note(name);
        return {};
    }

    [[nodiscard]] QByteArray bytes()
    {
        if (m_object.contains("text"_L1))
            return m_object.value("text"_L1).toString().toUtf8();
        const auto decoded =
            QByteArray::fromBase64Encoding(m_object.value("base64"_L1).toString().toLatin1(),
                                           QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded)
            note("base64"_L1);
        return decoded.decoded;
    }

    [[nodiscard]] std::optional<Error> error() const
    {
        if (m_wrong.isEmpty())
            return {};
        return Error{Error::Code::Parse, tr("“%1” is missing or not valid").arg(m_wrong)};
    }

private:
    void note(QLatin1StringView name)
    {
        if (m_wrong.isEmpty())
            m_wrong = name;
    }

    const QJsonObject &m_object;
    QString m_wrong;
};

void insertUnlessEmpty(QJsonObject &object, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

void insertUnlessZero(QJsonObject &object, QLatin1StringView name, qint64 number)
{
    if (number != 0)
        object.insert(name, number);
}

void insertPayload(QJsonObject &object, const ActivityRecord &record)
{
    if (record.payload.isEmpty())
        return;
    const bool isText = record.opcode != Opcode::Binary && record.payload.isValidUtf8();
    if (isText)
        object.insert("text"_L1, QString::fromUtf8(record.payload));
    else
        object.insert("base64"_L1, QString::fromLatin1(record.payload.toBase64()));
}

} // namespace

QJsonObject recordToJson(const ActivityRecord &record)
{
    QJsonObject object{{u"number"_s, qint64(record.number)},
                       {u"time"_s, record.timestamp},
                       {u"kind"_s, wordOf(Kinds, record.kind)},
                       {u"direction"_s, wordOf(Directions, record.direction)},
                       {u"opcode"_s, wordOf(Opcodes, record.opcode)},
                       {u"length"_s, record.length}};
    insertUnlessZero(object, "connection"_L1, qint64(record.connection.value));
    insertUnlessEmpty(object, "user"_L1, record.user.toString());
    insertUnlessZero(object, "cause"_L1, qint64(record.cause.value));
    insertUnlessEmpty(object, "causeUser"_L1, record.causeUser.toString());
    insertUnlessEmpty(object, "room"_L1, record.room.toString());
    insertUnlessEmpty(object, "type"_L1, QString::fromUtf8(record.type));
    insertUnlessZero(object, "code"_L1, record.code);
    insertUnlessZero(object, "receivers"_L1, record.receivers);
    insertUnlessZero(object, "dropped"_L1, record.dropped);
    if (record.kind == ActivityKind::Closed)
        object.insert("by"_L1, wordOf(Enders, record.closedBy));
    insertPayload(object, record);
    return object;
}

Result<ActivityRecord> recordFromJson(const QJsonObject &object)
{
    Reader reader(object);
    ActivityRecord record;
    record.number = reader.number<quint64>("number"_L1);
    record.timestamp = reader.number<qint64>("time"_L1);
    record.kind = reader.word("kind"_L1, Kinds);
    record.direction = reader.word("direction"_L1, Directions);
    record.opcode = reader.word("opcode"_L1, Opcodes);
    record.length = reader.number<qint64>("length"_L1);
    record.connection = {reader.number<quint64>("connection"_L1)};
    record.user = reader.identity<UserId>("user"_L1);
    record.cause = {reader.number<quint64>("cause"_L1)};
    record.causeUser = reader.identity<UserId>("causeUser"_L1);
    record.room = reader.identity<RoomName>("room"_L1);
    record.type = object.value("type"_L1).toString().toUtf8();
    record.code = reader.number<quint16>("code"_L1);
    record.receivers = reader.number<quint32>("receivers"_L1);
    record.dropped = reader.number<quint32>("dropped"_L1);
    if (record.kind == ActivityKind::Closed)
        record.closedBy = reader.word("by"_L1, Enders);
    record.payload = reader.bytes();
    if (const auto error = reader.error())
        return *error;
    return record;
}

QJsonObject closeToJson(const CloseInfo &close)
{
    return {
        {u"code"_s, close.code}, {u"reason"_s, close.reason}, {u"by"_s, wordOf(Enders, close.by)}};
}

Result<CloseInfo> closeFromJson(const QJsonObject &object)
{
    Reader reader(object);
    const CloseInfo close{reader.number<quint16>("code"_L1), object.value("reason"_L1).toString(),
                          reader.word("by"_L1, Enders)};
    if (const auto error = reader.error())
        return *error;
    return close;
}

} // namespace signalbox
