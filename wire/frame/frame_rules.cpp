// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/frame/frame_rules.h"

#include <algorithm>
#include <limits>

namespace signalbox {

FrameRules::FrameRules(FrameRole role, const FrameLimits &limits)
    : m_limits(limits)
    , m_role(role)
{ }

FrameFault FrameRules::checkFirstByte(FrameHeader header) const
{
    const bool mayBeCompressed =
        m_rsv1Allowed && (header.opcode == Opcode::Text || header.opcode == Opcode::Binary);
    if (header.rsv != 0 && (header.rsv != Rsv1 || !mayBeCompressed))
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

FrameFault FrameRules::checkSecondByte(FrameHeader header, uchar lengthCode) const
{
    if (header.masked != (m_role == FrameRole::Server))
        return header.masked ? FrameFault::Masked : FrameFault::NotMasked;
    if (isControl(header.opcode)) {
        if (lengthCode > LongestShort)
            return FrameFault::LongControl;
        return header.opcode == Opcode::Close && lengthCode == 1 ? FrameFault::OneByteClose
                                                                 : FrameFault::None;
    }
    const bool isEmptyFragment = lengthCode == 0 && (!header.fin || isMessageFragmented());
    return isEmptyFragment && m_emptyFragments >= m_limits.maxEmptyFragments
               ? FrameFault::TooManyEmptyFragments
               : FrameFault::None;
}

FrameFault FrameRules::checkLength(uchar lengthCode, quint64 least, quint64 most,
                                   qsizetype before) const
{
    if (least > quint64{std::numeric_limits<qint64>::max()})
        return FrameFault::LengthTooLarge;
    const quint64 shorterForm = lengthCode == MediumLength ? quint64{LongestShort} : 0xffffU;
    if (lengthCode >= MediumLength && most <= shorterForm)
        return FrameFault::LengthNotMinimal;
    // The limit may have been lowered since the message began.
    const qint64 left = std::max<qint64>(m_limits.maxPayloadLength - before, 0);
    return least > static_cast<quint64>(left) ? FrameFault::TooBig : FrameFault::None;
}

void FrameRules::begin(FrameHeader header)
{
    if (isControl(header.opcode) || (header.fin && !isMessageFragmented()))
        return;
    ++m_fragments;
    if (header.payloadLength == 0)
        ++m_emptyFragments;
}

} // namespace signalbox
