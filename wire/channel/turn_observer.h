// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace signalbox {

/// Who is told of the turns of a thread's loop in which channels are heard: what happens between
/// the two calls belongs together. Plain calls: they come with each message that comes alone.
class TurnObserver
{
public:
    TurnObserver() = default;
    virtual ~TurnObserver() = default;
    Q_DISABLE_COPY_MOVE(TurnObserver)

    virtual void turnStarted() = 0;
    /// Every event of this turn was handled.
    virtual void turnEnded() = 0;
};

} // namespace signalbox
