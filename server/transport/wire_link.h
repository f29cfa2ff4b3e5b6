// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/close_reason.h"
#include "server/transport/transport.h"
#include "wire/channel/byte_channel.h"
#include "wire/channel/output_queue.h"
#include "wire/frame/frame_decoder.h"

#include <chrono>
#include <memory>
#include <optional>
#include <span>

namespace signalbox {

class LinkAgenda;

/// One connection: its channel, what is decoded of it, what waits to be sent, and how it ends.
///
/// It is open, then closing (a close frame is queued; both sides flush), then ended (the channel is
/// gone). What follows from close(), terminate() or a send is told by tell(), at the end of a turn.
class WireLink final : private ChannelObserver
{
public:
    /// `agenda` must outlive the link.
    WireLink(LinkAgenda &agenda, ConnectionId id, std::unique_ptr<ByteChannel> channel);

    [[nodiscard]] ConnectionId id() const { return m_id; }

    /// Takes bytes that came behind the request's head, and reads on from then.
    void start(const QByteArray &received);
    /// Asks the processor for the memory that a send and a flush touch first; changes nothing.
    void prefetch() const;
    /// The agenda's options have changed.
    void optionsChanged();
    /// The time that it had set for itself in the agenda is over.
    void timeIsUp();

    SendResult send(Opcode opcode, QByteArrayView payload);
    /// A whole frame, which is not copied.
    SendResult sendShared(const QByteArray &frame);
    [[nodiscard]] qint64 bufferedBytes() const;
    [[nodiscard]] bool isConnected() const { return m_channel != nullptr; }
    void flush();
    void close(const CloseInfo &info);
    void terminate(const CloseInfo &info);

    /// Tells the observer what it does not know yet of the end; true if that was the last word.
    bool tell();

private:
    enum class State : quint8 { Open, Closing, Ended };
    enum class Told : quint8 { Nothing, Closing };

    void channelReadable() override;
    void channelWritable() override;
    void take(std::span<char> bytes);
    bool takeOne(const FrameEvent &event);
    void takeControl(const FrameEvent &event);
    void takePing(QByteArrayView payload);
    void takeClose(QByteArrayView payload);
    void watchStall();
    [[nodiscard]] bool hasRoomFor(qint64 frameSize);
    [[nodiscard]] bool fits(qint64 frameSize) const;
    /// Why hasRoomFor() said no.
    [[nodiscard]] SendResult unsent() const;
    void wantFlush();
    void wantTell();
    void giveUp(const CloseReason &reason, const QString &sentence);
    void startClosing(const CloseInfo &info);
    void finishClosing();
    void vanish();
    void end(const CloseInfo &info);

    // What is touched for each message first.
    LinkAgenda &m_agenda;
    ConnectionId m_id;
    std::unique_ptr<ByteChannel> m_channel; // null: ended
    State m_state = State::Open;
    Told m_told = Told::Nothing;
    bool m_needsFlush = false;
    bool m_hasNews = false;
    bool m_closeReceived = false;
    bool m_discarding = false; // what comes is not looked at any more
    bool m_sendingEnded = false;
    bool m_watchingStall = false;
    OutputQueue m_output;
    FrameDecoder m_decoder;
    std::chrono::steady_clock::time_point m_lastByte; // of a frame that is not complete
    std::chrono::steady_clock::time_point m_pingWindow; // when the pings began to be counted
    qint64 m_pings = 0;
    std::optional<CloseInfo> m_info; // how it ends; none while it is open
};

} // namespace signalbox
