// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/frame/frame_encoder.h"

#include "wire/frame/masking.h"

#include <QtEndian>

#include <cstring>

namespace signalbox {

namespace {

constexpr quint64 LongestShort = 125; // lengths up to this stand in the second byte
constexpr quint64 LongestMedium = 0xffff;

QByteArray beginFrame(FrameHeader header)
{
    const auto headerSize = frameHeaderSize(header.payloadLength, header.masked);
    QByteArray frame(headerSize + static_cast<qsizetype>(header.payloadLength), Qt::Uninitialized);
    // A short frame may have less room than the longest header takes.
    std::array<char, FrameHeader::MaxSize> bytes{};
    writeFrameHeader(bytes.data(), header);
    std::memcpy(frame.data(), bytes.data(), static_cast<std::size_t>(headerSize));
    return frame;
}

} // namespace

qsizetype frameHeaderSize(quint64 payloadLength, bool masked)
{
    qsizetype size = 2;
    if (payloadLength > LongestMedium)
        size += 8;
    else if (payloadLength > LongestShort)
        size += 2;
    return masked ? size + 4 : size;
}

qsizetype writeFrameHeader(char *out, FrameHeader header)
{
    const uint maskBit = header.masked ? 0x80 : 0;
    const auto secondByte = [maskBit](quint64 code) { return static_cast<char>(maskBit | code); };

    char *to = out;
    *to++ = static_cast<char>((header.fin ? 0x80U : 0U) | (uint{header.rsv} << 4U)
                              | static_cast<uint>(header.opcode));
    if (header.payloadLength > LongestMedium) {
        *to++ = secondByte(127);
        qToBigEndian<quint64>(header.payloadLength, to);
        to += sizeof(quint64);
    } else if (header.payloadLength > LongestShort) {
        *to++ = secondByte(126);
        qToBigEndian<quint16>(static_cast<quint16>(header.payloadLength), to);
        to += sizeof(quint16);
    } else {
        *to++ = secondByte(header.payloadLength);
    }
    if (header.masked) {
        std::memcpy(to, header.maskKey.data(), header.maskKey.size());
        to += header.maskKey.size();
    }
    return to - out;
}

QByteArray encodeFrame(Opcode opcode, QByteArrayView payload)
{
    FrameHeader header;
    header.opcode = opcode;
    header.payloadLength = static_cast<quint64>(payload.size());
    QByteArray frame = beginFrame(header);
    if (!payload.isEmpty()) {
        std::memcpy(frame.data() + frame.size() - payload.size(), payload.data(),
                    static_cast<std::size_t>(payload.size()));
    }
    return frame;
}

QByteArray encodeMaskedFrame(Opcode opcode, QByteArrayView payload, MaskKey key)
{
    FrameHeader header;
    header.opcode = opcode;
    header.masked = true;
    header.maskKey = key;
    header.payloadLength = static_cast<quint64>(payload.size());
    QByteArray frame = beginFrame(header);
    copyMasked(frame.data() + frame.size() - payload.size(), payload.data(), payload.size(), key,
               0);
    return frame;
}

} // namespace signalbox
