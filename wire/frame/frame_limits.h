// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace signalbox {

/// How much a peer may send in one message.
struct FrameLimits
{
    qint64 maxPayloadLength = 1 << 20; ///< bytes of a message; more is 1009
    qint64 maxFragments = 16'384; ///< of a message; more are 1008; 0: no limit
    qint64 maxEmptyFragments = 100; ///< of a message; more are 1008
};

} // namespace signalbox
