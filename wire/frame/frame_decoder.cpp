// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/frame/frame_decoder.h"

#include "wire/frame/close_payload.h"
#include "wire/frame/masking.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

namespace signalbox {

namespace {

constexpr quint8 Rsv1 = 4;
constexpr uchar LongestControl = 125; // also the longest length without bytes of its own
constexpr uchar MediumLength = 126; // two bytes of length follow
constexpr qsizetype ShortHeader = 2;

bool isData(Opcode opcode)
{
    return opcode == Opcode::Text || opcode == Opcode::Binary;
}

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
    : m_limits(limits)
    , m_role(role)
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
    const auto byteAt = [head](qsizetype i) {
        return static_cast<uchar>(head[static_cast<std::size_t>(i)]);
    };
    const auto there = static_cast<qsizetype>(head.size());

    FrameHeader header;
    header.fin = (byteAt(0) & 0x80U) != 0;
    header.rsv = (byteAt(0) >> 4U) & 0x7U;
    header.opcode = static_cast<Opcode>(byteAt(0) & 0xfU);
    if (fail(checkFirstByte(header)) || there < ShortHeader)
        return ShortHeader;

    header.masked = (byteAt(1) & 0x80U) != 0;
    const uchar lengthCode = byteAt(1) & 0x7fU;
    if (fail(checkSecondByte(header, lengthCode)))
        return ShortHeader;

    qsizetype size = ShortHeader;
    if (lengthCode < MediumLength) {
        header.payloadLength = lengthCode;
    } else {
        // What is not there yet may be anything.
        quint64 most = 0;
        const qsizetype lengthEnd = size + (lengthCode == MediumLength ? 2 : 8);
        for (; size < lengthEnd; ++size) {
            header.payloadLength =
                (header.payloadLength << 8U) | (size < there ? byteAt(size) : 0U);
            most = (most << 8U) | (size < there ? byteAt(size) : 0xffU);
        }
        if (fail(checkLength(lengthCode, header.payloadLength, most)))
            return size;
    }
    if (header.masked) {
        if (there >= size + static_cast<qsizetype>(header.maskKey.size()))
            std::memcpy(header.maskKey.data(), &head[static_cast<std::size_t>(size)],
                        header.maskKey.size());
        size += static_cast<qsizetype>(header.maskKey.size());
    }
    if (there >= size)
        beginFrame(header);
    return size;
}

FrameFault FrameDecoder::checkFirstByte(const FrameHeader &header) const
{
    const quint8 allowed = m_rsv1Allowed && isData(header.opcode) ? Rsv1 : 0;
    if ((header.rsv & ~uint{allowed}) != 0)
        return FrameFault::ReservedBits;
    switch (header.opcode) {
    case Opcode::Continuation:
        if (!isMessageFragmented())
            return FrameFault::NothingToContinue;
        return m_limits.maxFragments > 0 && m_fragments >= m_limits.maxFragments
                   ? FrameFault::TooManyFragments
                   : FrameFault::None;
    case Opcode::Text:
    case Opcode::Binary:
        return isMessageFragmented() ? FrameFault::MessageNotFinished : FrameFault::None;
    case Opcode::Close:
    case Opcode::Ping:
    case Opcode::Pong:
        return header.fin ? FrameFault::None : FrameFault::FragmentedControl;
    }
    return FrameFault::ReservedOpcode;
}

FrameFault FrameDecoder::checkSecondByte(const FrameHeader &header, uchar lengthCode) const
{
    if (header.masked != (m_role == FrameRole::Server))
        return header.masked ? FrameFault::Masked : FrameFault::NotMasked;
    if (isControl(header.opcode)) {
        if (lengthCode > LongestControl)
            return FrameFault::LongControl;
        return header.opcode == Opcode::Close && lengthCode == 1 ? FrameFault::OneByteClose
                                                                 : FrameFault::None;
    }
    const bool isFragment = !header.fin || header.opcode == Opcode::Continuation;
    const qint64 emptyBefore = isMessageFragmented() ? m_emptyFragments : 0;
    if (isFragment && lengthCode == 0 && emptyBefore >= m_limits.maxEmptyFragments)
        return FrameFault::TooManyEmptyFragments;
    return lengthCode < MediumLength ? checkLength(lengthCode, lengthCode, lengthCode)
                                     : FrameFault::None;
}

/// Of a data frame whose length is between `least` and `most`.
FrameFault FrameDecoder::checkLength(uchar lengthCode, quint64 least, quint64 most) const
{
    if (least > quint64{std::numeric_limits<qint64>::max()})
        return FrameFault::LengthTooLarge;
    if (lengthCode >= MediumLength
        && most <= (lengthCode == MediumLength ? LongestControl : 0xffffU))
        return FrameFault::LengthNotMinimal;
    // The limit may have been lowered since the message began.
    const qint64 left = std::max<qint64>(m_limits.maxPayloadLength - m_buffer.size(), 0);
    return least > static_cast<quint64>(left) ? FrameFault::TooBig : FrameFault::None;
}

void FrameDecoder::beginFrame(const FrameHeader &header)
{
    m_header = header;
    m_remaining = header.payloadLength;
    if (isControl(header.opcode))
        return;
    if (isData(header.opcode)) {
        m_messageOpcode = header.opcode;
        m_compressed = (header.rsv & Rsv1) != 0;
        m_utf8.reset();
        m_emptyFragments = 0;
        if (header.fin)
            return;
    }
    ++m_fragments;
    if (header.payloadLength == 0)
        ++m_emptyFragments;
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
    m_fragments = 0;
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
