// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/log_row.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <array>

namespace signalbox {

/// Some rows of a log with their texts: each name once, and the payloads one behind the other. A
/// value of implicitly shared blocks, so that a copy costs nothing and threads may read the same.
class LogChunk
{
public:
    /// Beyond either, a chunk takes no more rows; one payload may be larger.
    static constexpr qsizetype MaxRows = 4'096;
    static constexpr qsizetype MaxPayloadBytes = qsizetype(1) << 20;

    LogChunk() = default;
    /// Of rows from that position of the log on.
    explicit LogChunk(quint64 begin);

    [[nodiscard]] quint64 begin() const { return m_begin; }
    [[nodiscard]] quint64 end() const { return m_begin + quint64(m_rows.size()); }
    [[nodiscard]] bool isFull() const
    {
        return m_rows.size() >= MaxRows || m_payloads.size() >= MaxPayloadBytes;
    }

    /// begin() <= position < end()
    [[nodiscard]] const LogRow &row(quint64 position) const
    {
        return m_rows.at(qsizetype(position - m_begin));
    }
    [[nodiscard]] QByteArrayView name(quint16 number) const
    {
        const quint32 from = number == 0 ? 0 : m_nameEnds.at(number - 1);
        return QByteArrayView(m_names).sliced(from, m_nameEnds.at(number) - from);
    }
    [[nodiscard]] LogRecordView record(quint64 position) const;

    /// What it takes of memory, with what it has reserved.
    [[nodiscard]] qint64 memoryBytes() const;
    [[nodiscard]] bool holdsPayloads() const { return !m_payloads.isEmpty(); }

private:
    friend class LogChunkWriter;

    quint64 m_begin = 0;
    QList<LogRow> m_rows;
    QByteArray m_names;
    QList<quint32> m_nameEnds;
    QByteArray m_payloads;
};

/// Fills chunks: knows which names the open one has already.
class LogChunkWriter
{
public:
    /// The next rows go into another chunk.
    void begin();
    void append(LogChunk &chunk, const ActivityRecord &record);
    static void appendLost(LogChunk &chunk, quint64 count);
    /// Takes back the last row; its names stay.
    static void removeLast(LogChunk &chunk);
    /// Gives back what was reserved: no more rows will come.
    static void seal(LogChunk &chunk);
    static void releasePayloads(LogChunk &chunk) { chunk.m_payloads = {}; }

private:
    enum Use : quint8 { User, CauseUser, Room, Type };
    struct Last
    {
        QByteArray name;
        quint16 number = 0;
    };
    quint16 numberOf(LogChunk &chunk, Use use, const QByteArray &name);

    std::array<Last, 4> m_last; // of each use: the next record mostly has the same
    QHash<QByteArray, quint16> m_numbers;
};

} // namespace signalbox
