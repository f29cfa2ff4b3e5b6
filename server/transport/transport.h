// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/close_reason.h"
#include "core/connection_id.h"
#include "core/handshake.h"
#include "core/opcode.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <span>

namespace signalbox {

enum class SendResult : quint8 {
    Accepted,
    Dropped, ///< the buffer is full
    Gone, ///< the connection is not open (any more): nothing that it was to get was lost
};

/// Those of many that did not accept a message, each list in the order of sending.
struct Unsent
{
    QList<ConnectionId> dropped; ///< their buffer was full
    QList<ConnectionId> gone; ///< they were not open (any more)

    [[nodiscard]] bool isEmpty() const { return dropped.isEmpty() && gone.isEmpty(); }
    /// Takes the answer of one; no-op for one that accepted.
    void note(ConnectionId id, SendResult result)
    {
        if (result != SendResult::Accepted)
            (result == SendResult::Gone ? gone : dropped).append(id);
    }
    friend bool operator==(const Unsent &, const Unsent &) = default;
};

/// Who is told what happens on a Transport's connections; all calls come in the server's thread,
/// and none during a call of the transport: what follows from a close() comes in a later turn.
/// A call may send, close or terminate any connection, also the one it is about.
///
/// A transport that tells much at once puts that between turnStarted() and turnEnded(): it happened
/// at one time, and what it has in common need be done only once.
class TransportObserver
{
public:
    TransportObserver() = default;
    virtual ~TransportObserver() = default;
    Q_DISABLE_COPY_MOVE(TransportObserver)

    virtual void turnStarted() = 0;
    /// What is sent from within is to go out with the rest of the turn.
    virtual void turnEnded() = 0;

    virtual void connectionOpened(ConnectionId id, const Handshake &handshake) = 0;
    /// A whole message: Text (valid UTF-8) or Binary. `payload` is valid during the call only;
    /// FrameDecoder::PaddingBytes of any content may be read behind it.
    virtual void messageReceived(ConnectionId id, Opcode opcode, QByteArrayView payload) = 0;
    /// A ping, pong or close frame, as far as the transport can see them.
    virtual void controlReceived(ConnectionId id, Opcode opcode, QByteArrayView payload) = 0;
    /// The connection is leaving the state open, for instance by its maxBackpressure or by a
    /// protocol error; it accepts no more messages.
    virtual void connectionClosing(ConnectionId id) = 0;
    /// The last call about this connection.
    virtual void connectionClosed(ConnectionId id, const CloseInfo &info) = 0;
};

/// What carries the frames: connections by their id, opcodes and bytes; never a socket, frame or
/// QString.
class Transport
{
public:
    Transport() = default;
    virtual ~Transport() = default;
    Q_DISABLE_COPY_MOVE(Transport)

    /// Sends one message (Text: valid UTF-8) or a Ping of at most 125 bytes; copies what it has to
    /// keep.
    virtual SendResult send(ConnectionId id, Opcode opcode, QByteArrayView payload) = 0;

    /// Sends one message to many, each named once, but not to `except`, encoding it once; returns
    /// those that did not accept it.
    virtual Unsent send(std::span<const ConnectionId> ids, Opcode opcode, QByteArrayView payload,
                        ConnectionId except) = 0;

    /// Bytes of that connection which the kernel has not yet taken; 0 for one that is not known.
    [[nodiscard]] virtual qint64 bufferedBytes(ConnectionId id) const = 0;

    /// Whether there is a TCP connection to the peer still, also while it is closing: if there is,
    /// what was sent and is not buffered is the kernel's. False for one that is not known.
    [[nodiscard]] virtual bool isConnected(ConnectionId id) const = 0;

    /// Hands what is queued to the kernel now, as far as it takes it; of very much, the rest
    /// follows in later turns.
    virtual void flush() = 0;

    /// Sends a close frame behind what is queued, waits `closeTimeout` for the peer's, then
    /// terminates. `reason` is cut to MaxCloseReasonBytes at a code point. No-op if closing.
    virtual void close(ConnectionId id, const CloseInfo &info) = 0;

    /// Ends the connection at once, whatever is queued; `info` is what observers are told.
    virtual void terminate(ConnectionId id, const CloseInfo &info) = 0;
};

} // namespace signalbox
