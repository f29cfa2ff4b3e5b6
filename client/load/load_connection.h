// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/handshake_reply.h"
#include "client/load/load_errors.h"
#include "client/load/load_meter.h"
#include "client/load/load_output.h"
#include "client/load/load_target.h"
#include "client/load/send_window.h"
#include "wire/channel/byte_channel.h"
#include "wire/channel/reactor.h"
#include "wire/frame/frame_decoder.h"

#include <memory>
#include <vector>

namespace signalbox {

class LoadConnection;

/// Who is told what happens on the connections of a run. Times are of loadClock().
class LoadConnectionObserver
{
public:
    LoadConnectionObserver() = default;
    virtual ~LoadConnectionObserver() = default;
    Q_DISABLE_COPY_MOVE(LoadConnectionObserver)

    virtual void connectionOpened(LoadConnection &connection, qint64 now) = 0;
    /// `payload` is valid during the call.
    virtual void messageArrived(LoadConnection &connection, Opcode opcode, QByteArrayView payload,
                                qint64 now) = 0;
    /// Once for each connection that was begun, however it ended; `wasOpen`: after it was told as
    /// opened.
    virtual void connectionEnded(LoadConnection &connection, bool wasOpen) = 0;
    /// flush() is wanted before the turn ends.
    virtual void outputQueued(LoadConnection &connection) = 0;
};

/// What all connections of a run share.
struct LoadConnectionContext
{
    Reactor &reactor;
    LoadTarget target;
    FrameLimits limits;
    LoadMeter &meter;
    LoadConnectionObserver &observer;
    std::vector<char> buffer; ///< that everything is read into
};

/// One connection of a run, from the attempt to its end: the handshake as a client, then frames.
/// Whatever goes wrong is counted in the meter and ends it.
class LoadConnection final : private ChannelObserver
{
public:
    /// `context` must outlive it; `number` is whatever tells it apart.
    LoadConnection(LoadConnectionContext &context, int number);

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool isOpen() const { return m_stage == Stage::Open; }

    /// Call it once.
    void open(qint64 now);
    /// Ends it as a timeout if the handshake is under way for so long.
    void expireHandshake(qint64 begunBefore);

    /// What post() sends, and how much of it may be under way.
    void setFrame(const RepeatedFrame &frame, qsizetype depth);
    [[nodiscard]] SendWindow &window() { return m_window; }
    [[nodiscard]] const SendWindow &window() const { return m_window; }
    /// Sends the frame, at a time that the window then knows; it may not be full.
    void post();
    /// The same, for one that was due then.
    void post(qint64 due);
    /// Sends a message that is not counted.
    void send(Opcode opcode, QByteArrayView payload);

    /// Hands to the kernel what is queued.
    void flush(qint64 now);
    /// Sends a close frame and waits for the server to end the connection; no error comes of it.
    void close();
    /// Ends it at once, and counts why.
    void fail(LoadErrorKind kind, const QString &detail);
    /// Ends it at once.
    void drop();

private:
    enum class Stage : quint8 { Idle, Connecting, Upgrading, Open, Closing, Over };

    void channelReadable() override;
    void channelWritable() override;
    void takeReply(std::span<char> bytes);
    void takeFrames(std::span<char> bytes, qint64 now);
    void takeControl(Opcode opcode, QByteArrayView payload);
    void streamEnded();
    void queueControl(Opcode opcode, QByteArrayView payload);
    void wantFlush();
    [[nodiscard]] bool hasChannel() const { return m_channel != nullptr; }

    LoadConnectionContext &m_context;
    std::unique_ptr<ByteChannel> m_channel;
    std::unique_ptr<HandshakeReply> m_reply; // during the handshake
    FrameDecoder m_decoder;
    LoadOutput m_output;
    SendWindow m_window;
    qint64 m_begun = 0;
    int m_number;
    Stage m_stage = Stage::Idle;
    bool m_flushWanted = false;
};

} // namespace signalbox
