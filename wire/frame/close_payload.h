// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace signalbox {

/// What a close frame says (RFC 6455 section 5.5.1).
struct ClosePayload
{
    quint16 code = 0; ///< 1005 for a close frame without one
    QByteArrayView reason; ///< UTF-8; points into the frame
};

/// Reads a payload that FrameDecoder has found valid.
[[nodiscard]] ClosePayload readClosePayload(QByteArrayView payload);

/// The payload of a close frame; the reason is cut to MaxCloseReasonBytes at a code point. 1005
/// gives an empty one.
[[nodiscard]] QByteArray makeClosePayload(quint16 code, const QString &reason);

} // namespace signalbox
