// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/test_client/composer_text.h"

#include "ui/actions/composed_payload.h"
#include "ui/payload/json_scanner.h"
#include "ui/theme/measure_text.h"

#include <QCoreApplication>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("TestClient", text);
}

QString atPlace(const QByteArray &utf8, qsizetype offset, const QString &sentence)
{
    const auto [line, column] = textPosition(utf8, offset);
    return tr("line %1, column %2: %3").arg(line).arg(column).arg(sentence);
}

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

Result<QByteArray> readBase64(const QByteArray &text)
{
    QByteArray compact;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isSpace(text[i]))
            continue;
        if (!QByteArray::fromBase64Encoding(QByteArray(4, text[i]),
                                            QByteArray::AbortOnBase64DecodingErrors)
            && text[i] != '=')
            return Error{Error::Code::Parse, atPlace(text, i, tr("this character is not base64"))};
        compact += text[i];
    }
    const auto decoded =
        QByteArray::fromBase64Encoding(compact, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return Error{Error::Code::Parse,
                     atPlace(text, text.size(), tr("this is not complete base64"))};
    return *decoded;
}

QString sizeText(const QByteArray &payload)
{
    return bytesText(quint64(payload.size()));
}

} // namespace

Result<QByteArray> composePayload(const QString &text, ComposerFormat format)
{
    switch (format) {
    case ComposerFormat::Hex:
        return readHex(text);
    case ComposerFormat::Base64:
        return readBase64(text.toUtf8());
    case ComposerFormat::Text:
        break;
    }
    return text.toUtf8();
}

ComposerCheck checkComposed(const QString &text, ComposerFormat format)
{
    using Verdict = ComposerCheck::Verdict;
    if (text.isEmpty())
        return {Verdict::Quiet, tr("Empty message")};
    const auto payload = composePayload(text, format);
    if (!payload)
        return {Verdict::Error, payload.error().message};
    if (format != ComposerFormat::Text)
        return {Verdict::Quiet, tr("Binary, %1").arg(sizeText(*payload))};
    const QString begin = text.trimmed().left(1);
    if (begin != u"{" && begin != u"[")
        return {Verdict::Quiet, tr("Plain text, %1").arg(sizeText(*payload))};
    if (const auto fault = findJsonFault(*payload)) {
        return {Verdict::Warning,
                tr("Not JSON, %1").arg(atPlace(*payload, fault->offset, fault->sentence))};
    }
    return {Verdict::Good, tr("JSON, %1").arg(sizeText(*payload))};
}

} // namespace signalbox
