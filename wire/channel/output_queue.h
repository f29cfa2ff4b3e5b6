// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/opcode.h"
#include "wire/channel/byte_channel.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QVarLengthArray>

namespace signalbox {

/// A server's frames that wait for the kernel to take them: those of a publication are shared with
/// the queues of its other receivers, those for this peer alone, and small ones that would be many,
/// are copied one behind the other.
class OutputQueue
{
public:
    [[nodiscard]] bool isEmpty() const { return m_bytes == 0; }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    /// What a limit has to count: bytes(), and what it costs to keep each chunk of them.
    [[nodiscard]] qint64 heldBytes() const { return m_bytes + waitingChunks() * ChunkCost; }

    /// A whole frame, which is not copied unless it is small and others wait already.
    void appendShared(const QByteArray &frame);
    /// Encodes a whole frame for this peer alone.
    void appendFrame(Opcode opcode, QByteArrayView payload);
    /// Writes as much as the channel takes, but at most 1 MiB: Done with something left means that
    /// the channel was asked to tell when to go on.
    IoResult writeTo(ByteChannel &channel);
    /// Of an empty queue: writes a frame without copying its payload, and keeps what the channel
    /// does not take. Failed: nothing is kept.
    IoResult writeThrough(ByteChannel &channel, Opcode opcode, QByteArrayView payload);

    /// Forgets every frame of which nothing was written yet.
    void discardWholeFrames();
    void clear();

private:
    /// A place among the chunks, the head of their memory, and what the allocator adds.
    static constexpr qint64 ChunkCost = 64;

    [[nodiscard]] qsizetype waitingChunks() const { return m_chunks.size() - m_first; }
    void appendChunk(QByteArray chunk);
    [[nodiscard]] bool tailHasRoomFor(qsizetype size) const;
    [[nodiscard]] QByteArray &tailFor(qsizetype size);
    void forget(qint64 bytes);

    /// Idle, it costs no memory beyond itself; most often there is one chunk.
    QVarLengthArray<QByteArray, 2> m_chunks; // each begins with a frame, but for the written part
    qsizetype m_first = 0; // the first chunk that waits; those before it are empty
    qsizetype m_written = 0; // of the first chunk
    qint64 m_bytes = 0;
    bool m_tailIsOwn = false; // the last chunk is no other queue's
};

} // namespace signalbox
