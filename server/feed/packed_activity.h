// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity_record.h"
#include "server/feed/activity_entry.h"

#include <QByteArray>
#include <QList>

namespace signalbox {

/// Activity records in two blocks of memory, implicitly shared: one more costs a copy of its texts
/// and no allocation. Whoever reads them makes values of them, in a thread that has the time.
class PackedActivity
{
public:
    quint64 lost = 0; ///< as in ActivityBatch

    [[nodiscard]] qsizetype count() const { return m_rows.size(); }
    [[nodiscard]] bool isEmpty() const { return m_rows.isEmpty() && lost == 0; }
    /// Of names and payloads; one that comes twice running is kept once.
    [[nodiscard]] qsizetype textBytes() const { return m_texts.size(); }

    /// `timestamp` instead of the entry's.
    void append(quint64 number, qint64 timestamp, const ActivityEntry &entry);
    /// Keeps the memory, if nobody else reads it.
    void clear();
    [[nodiscard]] bool isShared() const { return !m_rows.isDetached() || !m_texts.isDetached(); }

    [[nodiscard]] ActivityBatch unpack() const;

private:
    struct Row
    {
        quint64 number;
        qint64 timestamp;
        qint64 length;
        ConnectionId connection;
        ConnectionId cause;
        quint32 receivers;
        quint32 dropped;
        quint32 names; // place in m_texts: user, user of the cause, room, one behind the other
        quint32 payload;
        quint32 payloadSize;
        quint16 userSize;
        quint16 causeUserSize;
        quint16 roomSize;
        quint16 code;
        ActivityKind kind;
        Direction direction;
        Opcode opcode;
        ClosedBy closedBy;
        bool namesRoom;
    };

    [[nodiscard]] QByteArrayView text(quint32 place, quint32 size) const
    {
        return QByteArrayView(m_texts).sliced(place, size);
    }
    [[nodiscard]] bool isLastPayload(QByteArrayView payload) const;

    QList<Row> m_rows;
    QByteArray m_texts;
};

} // namespace signalbox
