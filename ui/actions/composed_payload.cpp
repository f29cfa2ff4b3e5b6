// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/composed_payload.h"

#include "core/escaped_text.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ComposedPayload", text);
}

bool isHexDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

} // namespace

Result<QByteArray> readHex(QStringView text)
{
    QByteArray digits;
    qsizetype start = 0;
    while (start < text.size() && text.at(start).isSpace())
        ++start;
    if (text.sliced(start).startsWith(QStringLiteral("0x"), Qt::CaseInsensitive))
        start += 2;
    for (qsizetype i = start; i < text.size(); ++i) {
        if (text.at(i).isSpace())
            continue;
        if (!isHexDigit(text.at(i)))
            return Error{Error::Code::Parse, tr("Character %1, “%2”, is not a hexadecimal digit.")
                                                 .arg(i + 1)
                                                 .arg(escapedText(text.sliced(i, 1)))};
        digits += text.at(i).toLatin1();
    }
    if (digits.size() % 2 != 0)
        return Error{Error::Code::Parse, tr("The last byte has only one digit.")};
    return QByteArray::fromHex(digits);
}

QByteArray composeChatMessage(const RoomName &room, const QString &content, qint64 timestamp)
{
    const QJsonObject message{
        {QStringLiteral("type"), QStringLiteral("chat_message")},
        {QStringLiteral("userId"), OperatorName},
        {QStringLiteral("content"), content},
        {QStringLiteral("roomId"), room.toString()},
        {QStringLiteral("timestamp"), timestamp},
    };
    return QJsonDocument(message).toJson(QJsonDocument::Compact);
}

} // namespace signalbox
