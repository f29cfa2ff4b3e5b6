// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/filter_history.h"

#include <utility>

namespace signalbox {

/// What one uses while one is at a filter: it becomes recent, and takes the place of what was only
/// its beginning on the way there.
class FilterSession
{
public:
    explicit FilterSession(FilterHistory history)
        : m_history(std::move(history))
    { }

    void use(const QString &text);
    /// What follows is not about what was used before.
    void end() { m_used.clear(); }

private:
    FilterHistory m_history;
    QStringList m_used; ///< since it began, and not recent before; at most as many as are recent
};

} // namespace signalbox
