// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_event.h"
#include "ui/last_messages/message_store.h"

#include <QObject>

namespace signalbox {

class ServerMirror;

/// Keeps the last messages of the server's connections, from what the mirror tells.
class LastMessages : public QObject
{
    Q_OBJECT

public:
    /// `mirror` must outlive this.
    explicit LastMessages(ServerMirror &mirror, const MessageBounds &bounds = {},
                          QObject *parent = nullptr);

    [[nodiscard]] const MessageStore &store() const { return m_store; }

private:
    void noteEnds(const ConnectionsChanged &change);
    void noteRecords(const ActivityBatch &batch);

    MessageStore m_store;
    /// Ended as the state says. The records up to an end come with the next batch of them: what is
    /// still open behind it has lost its record.
    QHash<ConnectionId, CloseInfo> m_ended;
};

} // namespace signalbox
