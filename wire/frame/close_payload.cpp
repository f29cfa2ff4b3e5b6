// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/frame/close_payload.h"

#include "core/close_reason.h"

#include <QtEndian>

namespace signalbox {

namespace {

constexpr qsizetype CodeBytes = sizeof(quint16);

/// The longest beginning of valid UTF-8 that is no longer than `size` and ends between code points.
QByteArrayView cutUtf8(QByteArrayView text, qsizetype size)
{
    if (text.size() <= size)
        return text;
    while (size > 0 && (static_cast<uchar>(text[size]) & 0xc0U) == 0x80U)
        --size;
    return text.first(size);
}

} // namespace

ClosePayload readClosePayload(QByteArrayView payload)
{
    if (payload.size() < CodeBytes)
        return {close_reason::NoStatus.code, {}};
    return {qFromBigEndian<quint16>(payload.data()), payload.sliced(CodeBytes)};
}

QByteArray makeClosePayload(quint16 code, const QString &reason)
{
    if (code == close_reason::NoStatus.code)
        return {};
    const QByteArray utf8 = reason.toUtf8();
    const QByteArrayView kept = cutUtf8(utf8, MaxCloseReasonBytes);
    QByteArray payload(CodeBytes, Qt::Uninitialized);
    qToBigEndian(code, payload.data());
    return payload.append(kept);
}

} // namespace signalbox
