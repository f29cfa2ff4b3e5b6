// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/log_row.h"

namespace signalbox {

/// The payload of a record as a file has it, and what is not as it was sent.
struct ExportedPayload
{
    enum class Form : quint8 {
        None, ///< there is none, or it was released
        Text, ///< UTF-8
        Base64, ///< bytes of a binary message, or some that are not UTF-8: to be encoded
    };

    Form form = Form::None;
    QByteArrayView bytes; ///< valid as long as this and the record
    QByteArray withoutSecrets; ///< holds the bytes, if any secret was hidden
    bool isReleased = false; ///< the log gave it up to keep its memory bounded
    bool isCut = false; ///< the log kept only its beginning
    bool isRedacted = false;
};

/// Of a connection that opened the payload is its path, which has a field of its own: none here.
ExportedPayload exportedPayload(const LogRecordView &record, bool hideSecrets);

/// Whether it is a frame and not an event of a connection.
[[nodiscard]] inline bool isFrame(const LogRow &row)
{
    return !row.isLost
           && (row.kind == ActivityKind::Message || row.kind == ActivityKind::ControlFrame);
}

} // namespace signalbox
