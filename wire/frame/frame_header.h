// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/opcode.h"

#include <QtGlobal>

#include <array>

namespace signalbox {

/// A masking key as it stands on the wire (RFC 6455 section 5.3).
using MaskKey = std::array<char, 4>;

/// What stands before a frame's payload (RFC 6455 section 5.2).
struct FrameHeader
{
    /// Of the longest header: 2 bytes, 8 of length, 4 of mask.
    static constexpr qsizetype MaxSize = 14;

    bool fin = true;
    quint8 rsv = 0; ///< RSV1 is 4, RSV2 is 2, RSV3 is 1
    Opcode opcode = Opcode::Text;
    bool masked = false;
    MaskKey maskKey{};
    quint64 payloadLength = 0;
};

} // namespace signalbox
