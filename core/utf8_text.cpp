// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/utf8_text.h"

#include <QChar>

#include <algorithm>

namespace signalbox {

namespace {

bool isContinuation(char c)
{
    return (static_cast<uchar>(c) & 0xc0U) == 0x80U;
}

} // namespace

qsizetype codePointCount(QByteArrayView utf8)
{
    return utf8.size() - std::ranges::count_if(utf8, isContinuation);
}

Utf8Sequence firstUtf8Sequence(QByteArrayView bytes)
{
    const auto byteAt = [bytes](qsizetype i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned lead = byteAt(0);
    if (lead < 0x80)
        return {lead, 1};
    const qsizetype length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || bytes.size() < length)
        return {};
    char32_t c = lead & (0x7fU >> length);
    for (qsizetype i = 1; i < length; ++i) {
        if ((byteAt(i) & 0xc0U) != 0x80)
            return {};
        c = (c << 6U) | (byteAt(i) & 0x3fU);
    }
    const bool overlong = (length == 3 && c < 0x800) || (length == 4 && c < 0x10000);
    const bool surrogate = c >= 0xd800 && c <= 0xdfff;
    if (overlong || surrogate || c > QChar::LastValidCodePoint)
        return {};
    return {c, length};
}

QByteArrayView cutUtf8(QByteArrayView utf8, qsizetype maxBytes)
{
    if (utf8.size() <= maxBytes)
        return utf8;
    while (maxBytes > 0 && isContinuation(utf8[maxBytes]))
        --maxBytes;
    return utf8.first(maxBytes);
}

} // namespace signalbox
