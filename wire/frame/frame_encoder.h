// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/frame/frame_header.h"

#include <QByteArray>
#include <QByteArrayView>

namespace signalbox {

/// Bytes that writeFrameHeader() writes for this header.
[[nodiscard]] qsizetype frameHeaderSize(quint64 payloadLength, bool masked);

/// Writes a header, with the shortest form of the length, to `out`, which has room for
/// FrameHeader::MaxSize bytes; returns its size.
qsizetype writeFrameHeader(char *out, FrameHeader header);

/// A whole unfragmented frame of a server.
[[nodiscard]] QByteArray encodeFrame(Opcode opcode, QByteArrayView payload);

/// A whole unfragmented frame of a client.
[[nodiscard]] QByteArray encodeMaskedFrame(Opcode opcode, QByteArrayView payload, MaskKey key);

} // namespace signalbox
