// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/frame/frame_decoder.h"

#include "wire/frame/close_payload.h"
#include "wire/frame/masking.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace signalbox {

namespace {

constexpr qsizetype ShortHeader = 2;

/// Of a close frame of which so much has come; None if that can be the beginning of a valid one.
FrameFault checkClose(QByteArrayView payload, bool isComplete)
{
    if (payload.size() < ShortHeader)
        return FrameFault::None; // empty, or its code is not complete
    const auto [code, text] = readClosePayload(payload);
    if (!isSendableCloseCode(code))
        return FrameFault::BadCloseCode;
    Utf8Validator utf8;
    const bool isValid = utf8.feed(text) && (utf8.isComplete() || !isComplete);
    return isValid ? FrameFault::None : FrameFault::BadCloseReason;
}

} // namespace

FrameDecoder::FrameDecoder(FrameRole role, const FrameLimits &limits)
    : m_rules(role, limits)
{ }

FrameEvent FrameDecoder::next(std::span<char> &bytes)
{
    FrameEvent event;
    forgetDelivered();
    if (m_filled > 0) {
        const auto filled = static_cast<quint64>(std::exchange(m_filled, 0));
        char *const part = m_buffer.extend(static_cast<qsizetype>(filled), 0);
        if (takePart(part, {part, filled}) && m_remaining == 0 && finishFrame(event))
            return event;
    }
    while (m_fault == FrameFault::None && !bytes.empty()) {
        if (m_remaining == 0 && !takeHeader(bytes))
            continue; // all bytes are taken, or a rule is broken
        if (takePayload(bytes, event))
            return event;
    }
    if (m_fault != FrameFault::None) {
        const FrameFaultRow &row = frameFaultRow(m_fault);
        event = {};
        event.kind = FrameEvent::Kind::Failed;
        event.reason = &row.reason;
        event.why = row.why;
    }
    return event;
}

std::span<char> FrameDecoder::room()
{
    if (m_remaining == 0 || isControl(m_header.opcode) || m_fault != FrameFault::None)
        return {};
    return m_buffer.room(static_cast<qsizetype>(m_remaining));
}

bool FrameDecoder::isInsideFrame() const
{
    return m_remaining > 0 || m_headSize > 0;
}

/// Whether a header is complete and right, so that its payload comes next.
bool FrameDecoder::takeHeader(std::span<char> &bytes)
{
    if (m_headSize == 0) {
        const auto size = static_cast<std::size_t>(readHeader(bytes));
        if (size <= bytes.size()) {
            bytes = bytes.subspan(size);
            return m_fault == FrameFault::None;
        }
    }
    // It came in pieces, which is rare enough to look at each byte on its own.
    while (m_fault == FrameFault::None && !bytes.empty()) {
        m_head[m_headSize++] = bytes.front();
        bytes = bytes.subspan(1);
        if (readHeader(std::span(m_head).first(m_headSize)) == m_headSize) {
            m_headSize = 0;
            return m_fault == FrameFault::None;
        }
    }
    return false;
}

/// Reads and checks a header as far as it is there; returns its size, as far as known.
qsizetype FrameDecoder::readHeader(std::span<const char> head)
{
    const auto byteAt = [head](std::size_t i) { return static_cast<uchar>(head[i]); };

    FrameHeader header;
    header.fin = (byteAt(0) & 0x80U) != 0;
    header.rsv = (byteAt(0) >> 4U) & 0x7U;
    header.opcode = static_cast<Opcode>(byteAt(0) & 0xfU);
    if (fail(m_rules.checkFirstByte(header)) || head.size() < ShortHeader)
        return ShortHeader;

    header.masked = (byteAt(1) & 0x80U) != 0;
    const uchar lengthCode = byteAt(1) & 0x7fU;
    if (fail(m_rules.checkSecondByte(header, lengthCode)))
        return ShortHeader;

    std::size_t size = ShortHeader;
    quint64 most = header.payloadLength = lengthCode;
    if (lengthCode >= FrameRules::MediumLength) {
        header.payloadLength = most = 0;
        const std::size_t end = size + (lengthCode == FrameRules::MediumLength ? 2 : 8);
        for (; size < end; ++size) { // what is not there yet may be anything
            header.payloadLength =
                (header.payloadLength << 8U) | (size < head.size() ? byteAt(size) : 0U);
            most = (most << 8U) | (size < head.size() ? byteAt(size) : 0xffU);
        }
    }
    if (!isControl(header.opcode)
        && fail(m_rules.checkLength(lengthCode, header.payloadLength, most, m_buffer.size())))
        return ShortHeader;
    if (header.masked) {
        if (head.size() >= size + header.maskKey.size())
            std::memcpy(header.maskKey.data(), &head[size], header.maskKey.size());
        size += header.maskKey.size();
    }
    if (head.size() >= size)
        beginFrame(header);
    return static_cast<qsizetype>(size);
}

void FrameDecoder::beginFrame(FrameHeader header)
{
    m_rules.begin(header);
    m_header = header;
    m_remaining = header.payloadLength;
    if (!isControl(header.opcode) && header.opcode != Opcode::Continuation) {
        m_messageOpcode = header.opcode;
        m_compressed = (header.rsv & FrameRules::Rsv1) != 0;
    }
}

/// Takes what is there of the frame's payload; true if there is an event.
bool FrameDecoder::takePayload(std::span<char> &bytes, FrameEvent &event)
{
    const auto size = std::min<std::size_t>(bytes.size(), m_remaining);
    const auto part = bytes.first(size);
    bytes = bytes.subspan(size);

    const bool isAlone = m_header.fin && m_header.opcode != Opcode::Continuation;
    if (isAlone && size == m_header.payloadLength) {
        m_remaining = 0;
        return takeWhole(part, event);
    }
    if (size > 0) {
        const auto arriving = static_cast<qsizetype>(size);
        auto announced = static_cast<qsizetype>(m_remaining);
        if (!m_header.fin) // others follow: as many bytes again, for all that is known
            announced = std::max(announced, m_buffer.size() + 2 * arriving);
        if (!takePart(m_buffer.extend(arriving, announced), part))
            return false;
    }
    return m_remaining == 0 && finishFrame(event);
}

/// A frame that is a message or a control frame of its own, and stays where it is.
bool FrameDecoder::takeWhole(std::span<char> payload, FrameEvent &event)
{
    const QByteArrayView view(payload.data(), static_cast<qsizetype>(payload.size()));
    bool isAscii = false;
    if (m_header.masked)
        isAscii = copyMasked(payload.data(), payload.data(), view.size(), m_header.maskKey, 0);
    event.opcode = m_header.opcode;
    event.payload = view;
    if (isControl(m_header.opcode)) {
        event.kind = FrameEvent::Kind::Control;
        return m_header.opcode != Opcode::Close || !fail(checkClose(view, true));
    }
    event.kind = FrameEvent::Kind::Message;
    event.compressed = m_compressed;
    if (m_header.opcode != Opcode::Text || m_compressed || isAscii || isValidUtf8(view))
        return true;
    // Where it is cut only, that is what is told.
    return !fail(m_utf8.feed(view) ? FrameFault::CutUtf8 : FrameFault::BadUtf8);
}

/// Unmasks a part of a frame to its place in the buffer, and checks what can be checked already.
bool FrameDecoder::takePart(char *to, std::span<const char> part)
{
    const auto size = static_cast<qsizetype>(part.size());
    bool isAscii = false;
    if (m_header.masked) {
        const auto offset = static_cast<qsizetype>(m_header.payloadLength - m_remaining);
        isAscii = copyMasked(to, part.data(), size, m_header.maskKey, offset);
    } else if (to != part.data()) {
        std::memcpy(to, part.data(), part.size());
    }
    m_remaining -= part.size();
    if (m_header.opcode == Opcode::Close) {
        const auto come = static_cast<qsizetype>(m_header.payloadLength - m_remaining);
        return !fail(checkClose(m_buffer.last(come), m_remaining == 0));
    }
    if (isControl(m_header.opcode) || m_messageOpcode != Opcode::Text || m_compressed
        || (isAscii && m_utf8.isComplete()))
        return true;
    return m_utf8.feed({to, size}) || !fail(FrameFault::BadUtf8);
}

/// A frame in the buffer is complete; true if that is an event.
bool FrameDecoder::finishFrame(FrameEvent &event)
{
    if (isControl(m_header.opcode)) {
        event.kind = FrameEvent::Kind::Control;
        event.opcode = m_header.opcode;
        event.payload = m_buffer.last(static_cast<qsizetype>(m_header.payloadLength));
        m_delivered = true;
        return true;
    }
    if (!m_header.fin)
        return false;
    if (m_messageOpcode == Opcode::Text && !m_compressed && !m_utf8.isComplete())
        return !fail(FrameFault::CutUtf8);
    event.kind = FrameEvent::Kind::Message;
    event.opcode = m_messageOpcode;
    event.compressed = m_compressed;
    event.payload = m_buffer.last(m_buffer.size());
    m_rules.finishMessage();
    m_delivered = true;
    return true;
}

void FrameDecoder::forgetDelivered()
{
    if (!m_delivered)
        return;
    m_delivered = false;
    if (isControl(m_header.opcode))
        m_buffer.chop(static_cast<qsizetype>(m_header.payloadLength));
    else
        m_buffer.clear();
}

/// Whether there is a fault; it is the last one.
bool FrameDecoder::fail(FrameFault fault)
{
    if (fault == FrameFault::None)
        return false;
    m_fault = fault;
    m_buffer.clear();
    return true;
}

} // namespace signalbox
