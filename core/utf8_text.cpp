// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/utf8_text.h"

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

QByteArrayView cutUtf8(QByteArrayView utf8, qsizetype maxBytes)
{
    if (utf8.size() <= maxBytes)
        return utf8;
    while (maxBytes > 0 && isContinuation(utf8[maxBytes]))
        --maxBytes;
    return utf8.first(maxBytes);
}

} // namespace signalbox
