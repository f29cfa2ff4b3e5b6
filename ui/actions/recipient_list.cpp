// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/recipient_list.h"

#include "ui/connections/connection_text.h"
#include "ui/theme/theme.h"

#include <algorithm>

namespace signalbox {

RecipientList::RecipientList(const QList<ConnectionRow> &connections, const Theme &theme,
                             QWidget *parent)
    : QListWidget(parent)
{
    setAccessibleName(tr("Who is meant"));
    setSelectionMode(NoSelection);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFont(theme.captionFont());
    connect(&theme, &Theme::changed, this, [this, &theme] { setFont(theme.captionFont()); });
    setConnections(connections);
}

void RecipientList::setConnections(const QList<ConnectionRow> &connections)
{
    clear();
    const qsizetype listed = std::min(connections.size(), MaxListed);
    QStringList lines;
    for (const ConnectionRow &row : connections.first(listed))
        lines += QStringLiteral("%1   %2").arg(connectionName(row), peerText(row.handshake));
    if (listed < connections.size())
        lines += tr("and %1 more").arg(connections.size() - listed);
    addItems(lines);
}

QSize RecipientList::sizeHint() const
{
    constexpr int MostLines = 6;
    const int lines = std::clamp(count(), 1, MostLines);
    return {320, lines * std::max(sizeHintForRow(0), 1) + 2 * frameWidth() + spacing::Small};
}

} // namespace signalbox
