// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/frame/close_payload.h"

#include "core/close_reason.h"
#include "core/utf8_text.h"

#include <QtEndian>

namespace signalbox {

namespace {

constexpr qsizetype CodeBytes = sizeof(quint16);

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
