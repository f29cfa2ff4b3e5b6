// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/export/connection_directory.h"
#include "core/log/export/export_writer.h"
#include "core/log/export/har_handshake.h"

namespace signalbox {

/// HAR 1.2: one entry a connection with its handshake, as far as that is known, and its messages
/// in the list `_webSocketMessages` as Chromium writes them: `type` is `send` for client → server
/// and `receive` for server → client, `time` in seconds since the epoch, `data` text for opcode 1
/// and base64 for any other. Publications, which the log has once however many received them, have
/// an entry for each room. What is ours begins with `_`. Takes the records as arrangedForHar()
/// has them.
class HarWriter : public ExportWriter
{
public:
    /// `connections` must outlive the writer.
    HarWriter(const ExportRequest &request, const ConnectionDirectory &connections);

    void begin(QByteArray &out) override;
    void append(QByteArray &out, const LogRecordView &record) override;
    void end(QByteArray &out) override;

private:
    /// What is told of an entry when all its records were there.
    struct Entry
    {
        bool isOpen = false;
        bool hasEvents = false;
        bool isEmpty = true; ///< the list that is being written
        ConnectionId connection;
        QByteArray room;
        QByteArray user; ///< the last one that it had
        int refusedStatus = 0;
        QByteArray refusal;
        qint64 first = 0; ///< microseconds since the epoch
        qint64 last = 0;
    };

    [[nodiscard]] bool isOfEntry(const LogRecordView &record) const;
    void openEntry(QByteArray &out, const LogRecordView &record);
    void closeEntry(QByteArray &out);
    void appendMessage(QByteArray &out, const LogRecordView &record);
    void appendEvent(QByteArray &out, const LogRecordView &record);
    void appendHandshake(QByteArray &out, const ExportedConnection *known) const;
    [[nodiscard]] QByteArray commentOf(const ExportedConnection *known) const;
    void separate(QByteArray &out);

    const ConnectionDirectory &m_connections;
    const HarHandshake m_handshake;
    const QByteArray m_version;
    const bool m_hideSecrets;
    Entry m_entry;
    bool m_isFirst = true; ///< no entry was closed yet
    quint64 m_lost = 0;
};

} // namespace signalbox
