// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace signalbox {

/// Tells that something which should go on does not. Times are of loadClock().
class StallWatch
{
public:
    /// Asked now and then: whether `progress` was the same all through the last `timeout`, and
    /// something was waited for in it.
    bool isStalled(quint64 progress, bool isWaiting, qint64 now, qint64 timeout)
    {
        if (m_since == 0 || !isWaiting || progress != m_progress) {
            m_progress = progress;
            m_since = now;
            return false;
        }
        return now - m_since >= timeout;
    }

private:
    quint64 m_progress = 0;
    qint64 m_since = 0; // 0: never asked
};

} // namespace signalbox
