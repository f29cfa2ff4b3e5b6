// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connect_failure.h"
#include "client/handshake_request.h"
#include "client/ping_clock.h"
#include "core/close_reason.h"
#include "core/opcode.h"
#include "core/result.h"

#include <QObject>
#include <QTimer>
#include <QWebSocket>

#include <chrono>

namespace signalbox {

/// One connection of the test client from the attempt to its end: emits either failed(), or
/// opened() and in the end ended().
class ClientConnection : public QObject
{
    Q_OBJECT

public:
    explicit ClientConnection(QObject *parent = nullptr);
    ~ClientConnection() override;

    static constexpr quint64 MaxIncomingMessage = quint64(64) << 20;
    /// Bytes that may wait for a server that reads slowly.
    static constexpr qint64 MaxUnsentBytes = qint64(64) << 20;
    static constexpr qsizetype MaxPingBytes = 125;

    /// Call it once. The attempt fails when it takes longer than `timeout`.
    void open(const HandshakeRequest &upgrade, std::chrono::milliseconds timeout);

    /// Sends a Text (byte for byte, must be UTF-8), a Binary or a Ping. Errors: InvalidArgument,
    /// OutOfRange (a ping over 125 bytes, too much unsent).
    Result<void> send(Opcode opcode, const QByteArray &payload);

    /// Sends a close frame and ends with this code and reason, both sendable; at once if the
    /// connection is not open yet, and after 3 s if the unsent bytes do not leave.
    void close(quint16 code, const QString &reason);

signals:
    void opened(const QString &subprotocol);
    void failed(const signalbox::ConnectFailure &failure);
    void ended(const signalbox::CloseInfo &info);
    void messageReceived(signalbox::Opcode opcode, const QByteArray &payload);
    /// `roundTrip` is in microseconds, -1 for a pong that nobody asked for.
    void pongReceived(const QByteArray &payload, qint64 roundTrip);

private:
    enum class Stage : quint8 { Connecting, Open, Closing, Over };

    void connectSocket();
    void socketFailed(QAbstractSocket::SocketError error);
    void socketDisconnected();
    void failUnlessErrorFollows();
    void pongArrived(const QByteArray &payload);
    void fail(const ConnectFailure &failure);
    void end(const CloseInfo &info);
    Result<void> sendText(const QByteArray &utf8);

    QWebSocket m_socket;
    QTimer m_deadline; // of connecting, then of closing
    std::chrono::milliseconds m_timeout{0};
    QUrl m_url;
    PingClock m_pings;
    CloseInfo m_ownClose;
    Stage m_stage = Stage::Connecting;
    bool m_requestSent = false;
    bool m_closeSeen = false; // a close frame went one way or the other
};

} // namespace signalbox
