// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_session.h"

#include <utility>

namespace signalbox {

void FilterSession::use(const QString &text)
{
    const QStringList recent = m_history.recent();
    QStringList begun;
    for (const QString &used : std::as_const(m_used)) {
        if (used != text && text.startsWith(used))
            begun += used;
    }
    const bool isNew = !recent.contains(text);
    m_history.addRecent(text, begun);
    m_used.removeIf(
        [&](const QString &used) { return begun.contains(used) || !recent.contains(used); });
    if (isNew)
        m_used += text;
}

} // namespace signalbox
