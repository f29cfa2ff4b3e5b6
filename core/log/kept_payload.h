// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/opcode.h"

#include <QtGlobal>

namespace signalbox {

/// Bytes that a close frame has in front of its reason (RFC 6455 section 5.5.1).
inline constexpr qsizetype CloseCodeBytes = sizeof(quint16);

/// Whether the log has only the beginning of a frame's payload of `length` bytes. Of a close frame
/// the record has the code by itself, and as payload the reason alone.
[[nodiscard]] constexpr bool isCut(Opcode opcode, quint16 code, qsizetype kept, qint64 length)
{
    const bool hasCode = opcode == Opcode::Close && code != 0;
    return kept + (hasCode ? CloseCodeBytes : 0) < length;
}

} // namespace signalbox
