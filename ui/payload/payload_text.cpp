// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payload/payload_text.h"

#include "core/escaped_text.h"
#include "ui/payload/json_scanner.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>

#include <algorithm>

namespace signalbox {

namespace {

constexpr qsizetype PreviewBytes = 2'048;
constexpr qsizetype PreviewCharacters = 300;
constexpr qsizetype PreviewHexBytes = 32;
constexpr qsizetype EightBytes = 8;

QString tr(const char *text)
{
    return QCoreApplication::translate("Payload", text);
}

/// A member of the outermost object; of an object or array only its raw text is kept.
struct Member
{
    QString key;
    QString value;
};

/// The members of a JSON object; empty for anything else. Of a text that was cut, as far as it
/// goes.
QList<Member> topLevelMembers(QByteArrayView utf8, bool cut)
{
    QList<Member> members;
    JsonScanner scanner(utf8);
    auto token = scanner.next();
    if (!token || token->text != "{")
        return members;
    QString key;
    const char *valueBegin = nullptr; // of a value that has not ended yet
    while ((token = scanner.next())) {
        const bool complete = token->depth == 1;
        if (complete && token->kind == JsonKind::Key) {
            key = jsonTokenValue(*token);
        } else if (complete && token->kind == JsonKind::Colon) {
            valueBegin = token->text.end();
        } else if (complete && token->kind == JsonKind::Close) {
            const auto raw = QByteArrayView(valueBegin, token->text.end()).toByteArray();
            members.append({key, QString::fromUtf8(raw.trimmed())});
            valueBegin = nullptr;
        } else if (complete && token->kind != JsonKind::Open && token->kind != JsonKind::Comma) {
            members.append({key, jsonTokenValue(*token)});
            valueBegin = nullptr;
        }
    }
    if (!scanner.fault())
        return members;
    if (!cut)
        return {};
    if (valueBegin) {
        QByteArrayView rest = QByteArrayView(valueBegin, utf8.end()).trimmed();
        if (rest.startsWith('"'))
            rest = rest.sliced(1);
        members.append({key, QString::fromUtf8(rest)});
    }
    return members;
}

const QString *find(const QList<Member> &members, QLatin1StringView key)
{
    const auto row = std::ranges::find(members, key, &Member::key);
    return row == members.end() ? nullptr : &row->value;
}

QString tellingPart(const QList<Member> &members, QStringView knownUser)
{
    if (const QString *content = find(members, QLatin1StringView("content"))) {
        const QString *user = find(members, QLatin1StringView("userId"));
        return user && *user != knownUser ? tr("%1: %2").arg(*user, *content) : *content;
    }
    const QString *code = find(members, QLatin1StringView("code"));
    const QString *message = find(members, QLatin1StringView("message"));
    if (code && message)
        return tr("%1: %2").arg(*code, *message);
    const QString *room = find(members, QLatin1StringView("roomId"));
    const QString *count = find(members, QLatin1StringView("memberCount"));
    if (room && count)
        return tr("%1, members: %2").arg(*room, *count);
    static const QStringList Quiet{QStringLiteral("type"), QStringLiteral("id"),
                                   QStringLiteral("timestamp")};
    QStringList values;
    for (const Member &member : members) {
        if (!Quiet.contains(member.key) && member.value != knownUser)
            values += tr("%1: %2").arg(member.key, member.value);
    }
    return values.join(QStringLiteral(", "));
}

QString oneLine(QStringView text)
{
    const bool cut = text.size() > PreviewCharacters;
    const QString line = escapedText(text.first(std::min(text.size(), PreviewCharacters)));
    return cut ? line + u'…' : line;
}

QString hexPreview(QByteArrayView bytes)
{
    const auto begin = bytes.first(std::min(bytes.size(), PreviewHexBytes)).toByteArray();
    const QString line = QString::fromLatin1(begin.toHex(' '));
    return bytes.size() > PreviewHexBytes ? line + QStringLiteral(" …") : line;
}

QString textPreview(QByteArrayView begin, bool cut, QStringView knownUser)
{
    const QString telling = tellingPart(topLevelMembers(begin, cut), knownUser);
    return oneLine(telling.isEmpty() ? escapedUtf8(begin) : telling);
}

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80;
}

bool isLead(char byte)
{
    return static_cast<unsigned char>(byte) >= 0xc0;
}

/// A character that was cut in two would look like a byte of nonsense.
QByteArrayView wholeCharacters(QByteArrayView beginning)
{
    while (!beginning.isEmpty() && !beginning.isValidUtf8() && isContinuation(beginning.back()))
        beginning.chop(1);
    if (!beginning.isEmpty() && isLead(beginning.back()))
        beginning.chop(1);
    return beginning;
}

int offsetDigits(qsizetype bytes)
{
    return bytes <= 0x10000 ? 4 : 8;
}

int hexWidth(int columns)
{
    return 3 * columns - (columns > EightBytes ? 0 : 1);
}

} // namespace

Result<QString> prettyJson(QByteArrayView utf8)
{
    JsonScanner scanner(utf8);
    QString text;
    text.reserve(utf8.size() * 2);
    bool fresh = true; // nothing but an opening bracket stands on the line
    const auto newLine = [&](qsizetype depth) {
        text += u'\n';
        text += QString(depth * 2, u' ');
    };
    while (const auto token = scanner.next()) {
        if (token->kind == JsonKind::Close) {
            if (!fresh)
                newLine(token->depth);
        } else if (fresh && token->depth > 0) {
            newLine(token->depth);
        }
        fresh = token->kind == JsonKind::Open || token->kind == JsonKind::Comma;
        text += escapedUtf8(token->text);
        if (token->kind == JsonKind::Colon)
            text += u' ';
    }
    if (const auto &fault = scanner.fault()) {
        const auto [line, column] = textPosition(utf8, fault->offset);
        return Error{Error::Code::Parse,
                     tr("line %1, column %2: %3").arg(line).arg(column).arg(fault->sentence)};
    }
    return text;
}

QString payloadPreview(Opcode opcode, QByteArrayView payload, QStringView knownUser)
{
    if (opcode == Opcode::Binary)
        return hexPreview(payload);
    const QByteArrayView begin = payload.first(std::min(payload.size(), PreviewBytes));
    return textPreview(begin, begin.size() < payload.size(), knownUser);
}

QString beginningPreview(QByteArrayView beginning)
{
    const QString line = textPreview(wholeCharacters(beginning), true, {});
    return line.endsWith(u'…') ? line : line + u'…';
}

QString beginningText(QByteArrayView beginning)
{
    return escapedUtf8(wholeCharacters(beginning)) + u'…';
}

QString topLevelMember(QByteArrayView utf8, QLatin1StringView name)
{
    const auto members = topLevelMembers(utf8, false);
    const QString *value = find(members, name);
    return value ? *value : QString();
}

QString hexDump(QByteArrayView bytes, int columns)
{
    QString text;
    text.reserve((bytes.size() / columns + 1) * hexDumpWidth(bytes.size(), columns));
    for (qsizetype at = 0; at < bytes.size(); at += columns) {
        const QByteArray row =
            bytes.sliced(at, std::min<qsizetype>(columns, bytes.size() - at)).toByteArray();
        QString hex = QString::fromLatin1(row.toHex(' '));
        if (row.size() > EightBytes)
            hex.insert(EightBytes * 3, u' '); // a gap in the middle, for counting
        QString readable;
        for (const char c : row)
            readable += c >= ' ' && c <= '~' ? QLatin1Char(c) : QLatin1Char('.');
        text += QStringLiteral("%1  %2  %3\n")
                    .arg(at, offsetDigits(bytes.size()), 16, QLatin1Char('0'))
                    .arg(hex, -hexWidth(columns), u' ')
                    .arg(readable);
    }
    text.chop(1);
    return text;
}

int hexDumpWidth(qsizetype bytes, int columns)
{
    return offsetDigits(bytes) + 2 + hexWidth(columns) + 2 + columns;
}

QString directionText(Direction direction)
{
    switch (direction) {
    case Direction::ClientToServer:
        return tr("↑ client → server");
    case Direction::ServerToClient:
        return tr("↓ server → client");
    case Direction::None:
        break;
    }
    return {};
}

QString momentText(qint64 timestamp)
{
    return QDateTime::fromMSecsSinceEpoch(timestamp / 1'000)
        .time()
        .toString(QStringLiteral("HH:mm:ss.zzz"));
}

} // namespace signalbox
