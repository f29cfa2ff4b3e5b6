// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/opcode.h"
#include "wire/channel/byte_channel.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QVarLengthArray>

namespace signalbox {

/// A server's frames that wait for the kernel to take them: those of a publication are shared with
/// the queues of its other receivers, those for this peer alone are copied one behind the other.
class OutputQueue
{
public:
    [[nodiscard]] bool isEmpty() const { return m_bytes == 0; }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }

    /// A whole frame, which is not copied.
    void appendShared(const QByteArray &frame);
    /// Encodes a whole frame for this peer alone.
    void appendFrame(Opcode opcode, QByteArrayView payload);
    /// Writes as much as the channel takes: Done means everything.
    IoResult writeTo(ByteChannel &channel);
    /// Of an empty queue: writes a frame without copying its payload, and keeps what the channel
    /// does not take. Failed: nothing is kept.
    IoResult writeThrough(ByteChannel &channel, Opcode opcode, QByteArrayView payload);

    /// Forgets every frame of which nothing was written yet.
    void discardWholeFrames();
    void clear();

private:
    [[nodiscard]] QByteArray &tailFor(qsizetype size);
    void forget(qint64 bytes);

    /// Idle, it costs no memory beyond itself; most often there is one chunk.
    QVarLengthArray<QByteArray, 2> m_chunks; // each begins with a frame, but for the written part
    qsizetype m_written = 0; // of the first chunk
    qint64 m_bytes = 0;
    bool m_tailIsOwn = false; // the last chunk is no other queue's
};

} // namespace signalbox
