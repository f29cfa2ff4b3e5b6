// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity_text.h"

#include "core/utf8_text.h"

#include <QCoreApplication>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("IdentityText", text);
}

/// Printable ASCII: each byte is a code point, and none is a control character.
bool isPlain(QByteArrayView text)
{
    bool plain = true;
    for (const char c : text)
        plain &= c >= 0x20 && c < 0x7f; // no early end: the loop is done in wide steps
    return plain;
}

/// Of valid UTF-8.
bool hasControl(QByteArrayView utf8)
{
    bool afterC2 = false; // what begins U+0080–00BF
    for (const char c : utf8) {
        const auto byte = static_cast<uchar>(c);
        if (byte < 0x20 || byte == 0x7f || (afterC2 && byte < 0xa0))
            return true;
        afterC2 = byte == 0xc2;
    }
    return false;
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
    const bool plain = isPlain(utf8);
    if (!plain) {
        if (!utf8.isValidUtf8())
            return Error{Error::Code::InvalidArgument, tr("It is not valid UTF-8")};
        if (hasControl(utf8))
            return Error{Error::Code::InvalidArgument, tr("It has a control character")};
    }
    if ((plain ? utf8.size() : codePointCount(utf8)) > maxCodePoints) {
        return Error{Error::Code::OutOfRange,
                     tr("It is longer than %1 characters").arg(maxCodePoints)};
    }
    return {};
}

} // namespace signalbox
