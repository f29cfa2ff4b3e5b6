// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/last_messages/last_messages.h"

#include "ui/shell/server_mirror.h"

#include <utility>

namespace signalbox {

LastMessages::LastMessages(ServerMirror &mirror, const MessageBounds &bounds, QObject *parent)
    : QObject(parent)
    , m_store(bounds)
{
    connect(&mirror, &ServerMirror::connectionsChanged, this, &LastMessages::noteEnds);
    connect(&mirror, &ServerMirror::activityArrived, this, &LastMessages::noteRecords);
}

void LastMessages::noteEnds(const ConnectionsChanged &change)
{
    for (const ConnectionClosed &closed : change.closed) {
        if (m_store.isOpen(closed.last.id))
            m_ended.insert(closed.last.id, closed.info);
    }
    if (!change.reset)
        return;
    QSet<ConnectionId> open;
    for (const ConnectionOpened &opened : change.opened)
        open.insert(opened.id);
    for (const ConnectionClosed &closed : change.closed)
        open.insert(closed.last.id); // its records may be on their way
    m_store.retain(open);
}

void LastMessages::noteRecords(const ActivityBatch &batch)
{
    m_store.append(batch.records);
    const auto ended = std::exchange(m_ended, {});
    for (auto end = ended.cbegin(); end != ended.cend(); ++end)
        m_store.end(end.key(), end.value());
}

} // namespace signalbox
