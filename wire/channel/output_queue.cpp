// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/channel/output_queue.h"

#include "wire/frame/frame_encoder.h"

#include <QList>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace signalbox {

namespace {

/// Frames for one peer are gathered in chunks of this size.
constexpr qsizetype ChunkSize = 4096;

/// Chunks that one write hands to the channel.
constexpr std::size_t MaxParts = 64;

/// What one flush writes, and in how many calls; the other connections have their turn, too.
constexpr qint64 MaxFlushBytes = qint64{1} << 20;
constexpr int MaxFlushCalls = 64;

/// A shared frame up to this size is copied once more chunks wait than go out with one call: to
/// keep it by itself would cost too much for what it is.
constexpr qsizetype SmallFrame = 256;
constexpr qsizetype ManyChunks = MaxParts;

/// For how many chunks an empty queue keeps its memory.
constexpr qsizetype MaxIdleChunks = 16;

/// Chunks whose memory is used again, for all queues of the thread.
class ChunkPool
{
public:
    QByteArray take()
    {
        if (m_chunks.isEmpty()) {
            QByteArray chunk;
            chunk.reserve(ChunkSize);
            return chunk;
        }
        return m_chunks.takeLast();
    }
    void give(QByteArray chunk)
    {
        // A larger one was made for one large frame; one that is not detached is another queue's.
        if (m_chunks.size() >= MaxChunks || chunk.capacity() < ChunkSize
            || chunk.capacity() > 2 * ChunkSize || !chunk.isDetached())
            return;
        chunk.resize(0); // keeps its memory
        m_chunks.append(std::move(chunk));
    }

private:
    static constexpr qsizetype MaxChunks = 256;
    QList<QByteArray> m_chunks;
};

ChunkPool &pool()
{
    thread_local ChunkPool chunks;
    return chunks;
}

/// A server's frame header, ready to be sent.
class EncodedHeader
{
public:
    EncodedHeader(Opcode opcode, qsizetype payloadSize)
        : m_size(writeFrameHeader(
            m_bytes.data(), {.opcode = opcode, .payloadLength = static_cast<quint64>(payloadSize)}))
    { }

    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] QByteArrayView view() const { return {m_bytes.data(), m_size}; }

private:
    std::array<char, FrameHeader::MaxSize> m_bytes{};
    qsizetype m_size;
};

/// The length of the server's frame at the front of `bytes`.
qsizetype frameSize(QByteArrayView bytes)
{
    const auto byte = [bytes](qsizetype i) { return static_cast<quint8>(bytes.at(i)); };
    const quint8 shortLength = byte(1) & 0x7fU;
    if (shortLength < 126)
        return 2 + shortLength;
    const qsizetype lengthBytes = shortLength == 126 ? 2 : 8;
    qsizetype length = 0;
    for (qsizetype i = 0; i < lengthBytes; ++i)
        length = length << 8 | byte(2 + i);
    return 2 + lengthBytes + length;
}

} // namespace

void OutputQueue::appendShared(const QByteArray &frame)
{
    const bool gathers = tailHasRoomFor(frame.size()) || waitingChunks() >= ManyChunks;
    if (gathers && frame.size() <= SmallFrame) {
        tailFor(frame.size()).append(frame);
    } else {
        appendChunk(frame);
        m_tailIsOwn = false;
    }
    m_bytes += frame.size();
}

void OutputQueue::appendFrame(Opcode opcode, QByteArrayView payload)
{
    const EncodedHeader header(opcode, payload.size());
    const qsizetype size = header.size() + payload.size();
    auto &tail = tailFor(size);
    tail.append(header.view()).append(payload);
    m_bytes += size;
}

IoResult OutputQueue::writeTo(ByteChannel &channel)
{
    qint64 room = MaxFlushBytes;
    for (int calls = 0; m_bytes > 0; ++calls) {
        if (room == 0 || calls == MaxFlushCalls) {
            channel.tellWritableLater();
            break;
        }
        std::array<QByteArrayView, MaxParts> parts;
        std::size_t count = 0;
        qint64 given = 0;
        for (auto i = m_first; i < m_chunks.size() && count < MaxParts && given < room; ++i) {
            const auto chunk = QByteArrayView(m_chunks.at(i)).sliced(count == 0 ? m_written : 0);
            parts.at(count) = chunk.first(std::min(chunk.size(), room - given));
            given += parts.at(count++).size();
        }
        const auto result = channel.write({parts.data(), count});
        if (result.state != IoResult::State::Done)
            return result;
        forget(result.bytes);
        if (result.bytes < given)
            return {IoResult::State::WouldBlock, 0};
        room -= given;
    }
    return {IoResult::State::Done, 0};
}

IoResult OutputQueue::writeThrough(ByteChannel &channel, Opcode opcode, QByteArrayView payload)
{
    const EncodedHeader header(opcode, payload.size());
    const std::array parts{header.view(), payload};
    const auto result = channel.write(parts);
    if (result.state == IoResult::State::Failed)
        return result;
    if (result.bytes == header.size() + payload.size())
        return {IoResult::State::Done, 0};
    appendFrame(opcode, payload);
    m_written = result.bytes;
    m_bytes -= result.bytes;
    return {IoResult::State::WouldBlock, 0};
}

void OutputQueue::discardWholeFrames()
{
    if (m_written == 0) {
        clear();
        return;
    }
    QByteArray first = std::move(m_chunks[m_first]);
    const auto written = m_written;
    clear();
    qsizetype end = 0;
    while (end < written)
        end += frameSize(QByteArrayView(first).sliced(end));
    if (end == written)
        return;
    first.truncate(end);
    m_chunks.append(std::move(first));
    m_written = written;
    m_bytes = end - written;
}

void OutputQueue::clear()
{
    m_chunks.clear();
    m_first = 0;
    m_written = 0;
    m_bytes = 0;
    m_tailIsOwn = false;
}

void OutputQueue::appendChunk(QByteArray chunk)
{
    // Little in a large memory, one behind the other, would be much.
    if (m_tailIsOwn && waitingChunks() >= ManyChunks && m_chunks.last().size() < ChunkSize / 2)
        m_chunks.last().squeeze();
    m_chunks.append(std::move(chunk));
}

bool OutputQueue::tailHasRoomFor(qsizetype size) const
{
    return m_tailIsOwn && m_chunks.last().size() + size <= m_chunks.last().capacity();
}

QByteArray &OutputQueue::tailFor(qsizetype size)
{
    if (tailHasRoomFor(size))
        return m_chunks.last();
    if (size <= ChunkSize) {
        appendChunk(pool().take());
    } else {
        QByteArray chunk;
        chunk.reserve(size);
        appendChunk(std::move(chunk));
    }
    m_tailIsOwn = true;
    return m_chunks.last();
}

void OutputQueue::forget(qint64 bytes)
{
    m_bytes -= bytes;
    if (m_bytes == 0) {
        if (m_tailIsOwn)
            pool().give(std::move(m_chunks.last()));
        clear();
        if (m_chunks.capacity() > MaxIdleChunks)
            m_chunks.squeeze();
        return;
    }
    m_written += bytes;
    while (m_written >= m_chunks.at(m_first).size()) {
        m_written -= m_chunks.at(m_first).size();
        pool().give(std::exchange(m_chunks[m_first], {}));
        ++m_first;
    }
    // To move the others up each time would be quadratic work.
    if (m_first >= waitingChunks()) {
        m_chunks.erase(m_chunks.cbegin(), m_chunks.cbegin() + m_first);
        m_first = 0;
    }
}

} // namespace signalbox
