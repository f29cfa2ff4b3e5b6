// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/load_output.h"

#include <algorithm>
#include <span>

namespace signalbox {

IoResult::State LoadOutput::flush(ByteChannel &channel, qint64 &written)
{
    while (!isEmpty()) {
        std::array<QByteArrayView, MaxParts> parts;
        const auto gathered = std::span(parts).first(gather(parts));
        qsizetype wanted = 0;
        for (const QByteArrayView part : gathered)
            wanted += part.size();
        const IoResult result = channel.write(gathered);
        if (result.state != IoResult::State::Done)
            return result.state;
        written += result.bytes;
        consume(result.bytes);
        if (result.bytes < wanted)
            return IoResult::State::WouldBlock;
    }
    return IoResult::State::Done;
}

size_t LoadOutput::gather(std::array<QByteArrayView, MaxParts> &parts) const
{
    size_t count = 0;
    qsizetype frames = m_frames;
    qsizetype offset = m_frameSent;
    if (!m_bytes.isEmpty()) {
        // A frame that has begun must end before anything else can be sent.
        if (offset > 0) {
            parts[count++] = m_frame->run(offset, 1);
            offset = 0;
            --frames;
        }
        parts[count++] = m_bytes;
    }
    for (; frames > 0 && count < parts.size(); offset = 0) {
        const qsizetype run = std::min(frames, m_frame->repetitions());
        parts[count++] = m_frame->run(offset, run);
        frames -= run;
    }
    return count;
}

void LoadOutput::consume(qsizetype size)
{
    if (m_frameSent > 0) {
        const qsizetype rest = std::min(size, m_frame->size() - m_frameSent);
        m_frameSent += rest;
        size -= rest;
        if (m_frameSent < m_frame->size())
            return;
        m_frameSent = 0;
        --m_frames;
    }
    const qsizetype own = std::min(size, m_bytes.size());
    if (own > 0)
        m_bytes.remove(0, own);
    size -= own;
    if (size > 0) {
        m_frames -= size / m_frame->size();
        m_frameSent = size % m_frame->size();
    }
}

} // namespace signalbox
