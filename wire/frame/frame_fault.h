// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/close_reason.h"

#include <QtGlobal>

namespace signalbox {

/// Every way in which a peer's frames can break a rule.
enum class FrameFault : quint8 {
    None,
    ReservedBits,
    ReservedOpcode,
    FragmentedControl,
    NothingToContinue,
    MessageNotFinished,
    NotMasked,
    Masked,
    LongControl,
    LengthNotMinimal,
    LengthTooLarge,
    OneByteClose,
    BadCloseCode,
    BadCloseReason,
    BadUtf8,
    CutUtf8,
    TooBig,
    TooManyFragments,
    TooManyEmptyFragments,
};

/// What a fault is told with.
struct FrameFaultRow
{
    FrameFault fault = FrameFault::None;
    CloseReason reason;
    const char *why = ""; ///< one English phrase
};

/// The row of any fault but None.
[[nodiscard]] const FrameFaultRow &frameFaultRow(FrameFault fault);

} // namespace signalbox
