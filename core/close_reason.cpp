// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/close_reason.h"

#include <algorithm>
#include <array>

namespace signalbox {

namespace {

using namespace close_reason;

constexpr std::array Rows{
    NormalClosure, GoingAway,      ProtocolError,   UnsupportedData,  NoStatus,
    Abnormal,      InvalidPayload, PolicyViolation, TooBig,           MandatoryExtension,
    InternalError, ServiceRestart, TryAgainLater,   BadGateway,       TlsHandshake,
    Kicked,        Banned,         TooSlow,         HeartbeatTimeout, IdleTimeout,
};

} // namespace

std::span<const CloseReason> closeReasons()
{
    return Rows;
}

const CloseReason *findCloseReason(quint16 code)
{
    const auto row = std::ranges::find(Rows, code, &CloseReason::code);
    return row == Rows.end() ? nullptr : &*row;
}

bool isSendableCloseCode(quint16 code)
{
    if (const auto *row = findCloseReason(code))
        return row->sendable;
    return code >= 3000 && code <= 4999;
}

QString closeCodeText(quint16 code)
{
    const auto *row = findCloseReason(code);
    const QString number = QString::number(code);
    return row ? number + u' ' + QString::fromLatin1(row->name) : number;
}

} // namespace signalbox
