// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/close_reason.h"
#include "wire/frame/assembly_buffer.h"
#include "wire/frame/frame_header.h"
#include "wire/frame/frame_limits.h"
#include "wire/frame/frame_rules.h"
#include "wire/frame/utf8_validator.h"

#include <QByteArrayView>

#include <array>
#include <span>

namespace signalbox {

/// What next() found.
struct FrameEvent
{
    enum class Kind : quint8 {
        NeedMore, ///< all bytes are taken, and no message is complete
        Message, ///< a whole Text (valid UTF-8) or Binary message
        Control, ///< a whole Ping, Pong or Close frame; a Close payload is valid or empty
        Failed, ///< the peer broke a rule; nothing more can be decoded
    };

    Kind kind = Kind::NeedMore;
    Opcode opcode = Opcode::Text; ///< of Message and Control
    bool compressed = false; ///< of Message: it came with RSV1, and UTF-8 is not checked yet
    /// Of Message and Control; valid until the decoder's next call. FrameDecoder::PaddingBytes
    /// may be read behind a Message.
    QByteArrayView payload;
    /// Of Failed: 1002, 1007, 1008 or 1009.
    const CloseReason *reason = nullptr;
    /// Of Failed: one English phrase, at most MaxCloseReasonBytes long: `reserved bits are set`.
    const char *why = "";
};

/// Takes a peer's bytes apart into messages and control frames: RFC 6455 sections 5 to 8, strictly,
/// incrementally, and without a copy for a message that came whole in one frame.
///
/// A rule is known to be broken at the earliest byte that shows it: a length at the header, a bad
/// UTF-8 byte in a frame whose rest has not come. Nothing of a message above the limit is kept.
class FrameDecoder
{
public:
    /// Bytes of any content that must be readable behind what next() gets.
    static constexpr qsizetype PaddingBytes = AssemblyBuffer::PaddingBytes;

    explicit FrameDecoder(FrameRole role, const FrameLimits &limits = {});

    /// Limits of frames that begin from now on.
    void setLimits(const FrameLimits &limits) { m_rules.setLimits(limits); }
    /// An extension that uses RSV1 was agreed on (RFC 7692).
    void setRsv1Allowed(bool allowed) { m_rules.setRsv1Allowed(allowed); }

    /// Takes bytes from the front of `bytes`, which it unmasks in place, until there is something
    /// to tell. Call it again with the rest, unless it said NeedMore (then there is none) or
    /// Failed.
    FrameEvent next(std::span<char> &bytes);

    /// Where the rest of a data frame's payload may be read to directly: empty unless next() said
    /// NeedMore inside of one. What was put there is to be reported with filled().
    std::span<char> room();
    /// `size` bytes of the stream stand at the front of room(). The next call must be next(), which
    /// may then be given an empty span.
    void filled(qsizetype size) { m_filled = size; }

    /// Whether a frame has begun and is not complete; a pause between fragments is not that.
    [[nodiscard]] bool isInsideFrame() const;

private:
    bool takeHeader(std::span<char> &bytes);
    qsizetype readHeader(std::span<const char> head);
    void beginFrame(FrameHeader header);

    bool takePayload(std::span<char> &bytes, FrameEvent &event);
    bool takeWhole(std::span<char> payload, FrameEvent &event);
    bool takePart(char *to, std::span<const char> part);
    bool finishFrame(FrameEvent &event);
    void forgetDelivered();

    bool fail(FrameFault fault);

    FrameRules m_rules;
    FrameHeader m_header;
    AssemblyBuffer m_buffer; // the message; behind it a control frame that did not come whole
    quint64 m_remaining = 0; // bytes of the frame's payload that have not come
    qsizetype m_filled = 0;
    std::array<char, FrameHeader::MaxSize> m_head{}; // of a header that did not come whole
    quint8 m_headSize = 0;
    FrameFault m_fault = FrameFault::None;
    Utf8Validator m_utf8;
    Opcode m_messageOpcode = Opcode::Text;
    bool m_compressed = false;
    bool m_delivered = false; // the last event's payload stands in m_buffer
};

} // namespace signalbox
