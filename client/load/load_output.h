// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/load/repeated_frame.h"
#include "wire/channel/byte_channel.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>

namespace signalbox {

/// What one connection has yet to send: bytes of its own, and a number of frames of which only the
/// number is kept.
class LoadOutput
{
public:
    /// Which frame is repeated; set it before the first repeat(), it must outlive this.
    void setFrame(const RepeatedFrame &frame) { m_frame = &frame; }

    /// Queues whole frames or a request. They go before repeated frames that have not begun.
    void append(QByteArrayView bytes) { m_bytes.append(bytes); }
    /// Queues `count` more of the frame.
    void repeat(qsizetype count) { m_frames += count; }

    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty() && m_frames == 0; }
    /// Bytes of their own that wait.
    [[nodiscard]] qsizetype ownBytes() const { return m_bytes.size(); }

    /// Writes as much as the channel takes; adds the bytes to `written`. Done: all of it.
    IoResult::State flush(ByteChannel &channel, qint64 &written);

private:
    static constexpr size_t MaxParts = 8;

    size_t gather(std::array<QByteArrayView, MaxParts> &parts) const;
    void consume(qsizetype size);

    const RepeatedFrame *m_frame = nullptr;
    QByteArray m_bytes;
    qsizetype m_frames = 0; // that are not sent, or not as a whole
    qsizetype m_frameSent = 0; // bytes of the first of them
};

} // namespace signalbox
