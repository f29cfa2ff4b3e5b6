// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/frame/frame_fault.h"

#include <algorithm>
#include <array>

namespace signalbox {

namespace {

using namespace close_reason;
using enum FrameFault;

constexpr std::array Rows{
    FrameFaultRow{ReservedBits, ProtocolError, "reserved bits are set"},
    FrameFaultRow{ReservedOpcode, ProtocolError, "the opcode is reserved"},
    FrameFaultRow{FragmentedControl, ProtocolError, "a control frame is fragmented"},
    FrameFaultRow{NothingToContinue, ProtocolError, "there is no message to continue"},
    FrameFaultRow{MessageNotFinished, ProtocolError, "a message begins inside another one"},
    FrameFaultRow{NotMasked, ProtocolError, "a client's frame is not masked"},
    FrameFaultRow{Masked, ProtocolError, "a server's frame is masked"},
    FrameFaultRow{LongControl, ProtocolError, "a control frame is longer than 125 bytes"},
    FrameFaultRow{LengthNotMinimal, ProtocolError, "a length is not in its shortest form"},
    FrameFaultRow{LengthTooLarge, ProtocolError, "a length has its highest bit set"},
    FrameFaultRow{OneByteClose, ProtocolError, "a close frame has half a close code"},
    FrameFaultRow{BadCloseCode, ProtocolError, "the close code may not be sent"},
    FrameFaultRow{BadCloseReason, InvalidPayload, "a close reason is not UTF-8"},
    FrameFaultRow{BadUtf8, InvalidPayload, "a text message is not UTF-8"},
    FrameFaultRow{CutUtf8, InvalidPayload, "a text message ends inside a code point"},
    FrameFaultRow{TooBig, close_reason::TooBig, "the message is too big"},
    FrameFaultRow{TooManyFragments, PolicyViolation, "the message has too many fragments"},
    FrameFaultRow{TooManyEmptyFragments, PolicyViolation,
                  "the message has too many empty fragments"},
};

} // namespace

const FrameFaultRow &frameFaultRow(FrameFault fault)
{
    const auto row = std::ranges::find(Rows, fault, &FrameFaultRow::fault);
    return row == Rows.end() ? Rows.front() : *row;
}

} // namespace signalbox
