// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity_text.h"

#include <QCoreApplication>
#include <QStringDecoder>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("IdentityText", text);
}

bool isControl(char32_t c)
{
    return c < 0x20 || (c >= 0x7f && c <= 0x9f);
}

} // namespace

Result<void> checkIdentityText(QByteArrayView utf8, qsizetype maxCodePoints)
{
    if (utf8.isEmpty())
        return Error{Error::Code::InvalidArgument, tr("It is empty")};
    // A code point has at most 4 bytes: longer than that needs no decoding to be refused.
    if (utf8.size() > 4 * maxCodePoints) {
        return Error{Error::Code::OutOfRange,
                     tr("It is longer than %1 characters").arg(maxCodePoints)};
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(utf8);
    if (decoder.hasError())
        return Error{Error::Code::InvalidArgument, tr("It is not valid UTF-8")};
    qsizetype codePoints = 0;
    for (const QChar unit : text) {
        codePoints += unit.isLowSurrogate() ? 0 : 1;
        if (isControl(unit.unicode()))
            return Error{Error::Code::InvalidArgument, tr("It has a control character")};
    }
    if (codePoints > maxCodePoints) {
        return Error{Error::Code::OutOfRange,
                     tr("It is longer than %1 characters").arg(maxCodePoints)};
    }
    return {};
}

} // namespace signalbox
