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
    void give(QByteArray &&chunk)
    {
        // A larger one was made for one large frame.
        if (m_chunks.size() >= MaxChunks || chunk.capacity() < ChunkSize
            || chunk.capacity() > 2 * ChunkSize)
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
    m_chunks.append(frame);
    m_tailIsOwn = false;
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
    while (m_bytes > 0) {
        std::array<QByteArrayView, MaxParts> parts;
        const auto count =
            std::min(static_cast<std::size_t>(m_chunks.size()), std::size_t{MaxParts});
        qint64 given = -m_written;
        for (std::size_t i = 0; i < count; ++i) {
            parts.at(i) = m_chunks.at(static_cast<qsizetype>(i));
            given += parts.at(i).size();
        }
        parts.front() = parts.front().sliced(m_written);
        const auto result = channel.write({parts.data(), count});
        if (result.state != IoResult::State::Done)
            return result;
        forget(result.bytes);
        if (result.bytes < given)
            return {IoResult::State::WouldBlock, 0};
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
    QByteArray first = std::move(m_chunks.first());
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
    m_written = 0;
    m_bytes = 0;
    m_tailIsOwn = false;
}

QByteArray &OutputQueue::tailFor(qsizetype size)
{
    if (m_tailIsOwn) {
        auto &tail = m_chunks.last();
        if (tail.size() + size <= tail.capacity())
            return tail;
    }
    if (size <= ChunkSize) {
        m_chunks.append(pool().take());
    } else {
        QByteArray chunk;
        chunk.reserve(size);
        m_chunks.append(std::move(chunk));
    }
    m_tailIsOwn = true;
    return m_chunks.last();
}

void OutputQueue::forget(qint64 bytes)
{
    m_bytes -= bytes;
    m_written += bytes;
    qsizetype done = 0;
    while (done < m_chunks.size() && m_written >= m_chunks.at(done).size()) {
        m_written -= m_chunks.at(done).size();
        ++done;
    }
    if (done == 0)
        return;
    if (done == m_chunks.size()) {
        if (m_tailIsOwn)
            pool().give(std::move(m_chunks.last()));
        m_chunks.clear();
        if (m_chunks.capacity() > MaxIdleChunks)
            m_chunks.squeeze();
        m_tailIsOwn = false;
        return;
    }
    m_chunks.erase(m_chunks.cbegin(), m_chunks.cbegin() + done);
}

} // namespace signalbox
