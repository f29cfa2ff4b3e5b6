// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/client_connection.h"

#include <QStringDecoder>

namespace signalbox {

using namespace std::chrono_literals;

namespace {

constexpr auto CloseTimeout = 3s;

} // namespace

ClientConnection::ClientConnection(QObject *parent)
    : QObject(parent)
    , m_socket(QString(), QWebSocketProtocol::VersionLatest, this)
    , m_deadline(this)
{
    m_socket.setMaxAllowedIncomingFrameSize(MaxIncomingMessage);
    m_socket.setMaxAllowedIncomingMessageSize(MaxIncomingMessage);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        if (m_stage == Stage::Connecting)
            fail(connectTimeout(m_timeout));
        else
            end(m_ownClose);
    });
    connectSocket();
}

ClientConnection::~ClientConnection()
{
    // It reports its end while it is destroyed, when the rest of this object is gone.
    m_socket.disconnect(this);
}

void ClientConnection::connectSocket()
{
    connect(&m_socket, &QWebSocket::connected, this, [this] {
        m_deadline.stop();
        m_stage = Stage::Open;
        emit opened(m_socket.subprotocol());
    });
    connect(&m_socket, &QWebSocket::disconnected, this, &ClientConnection::socketDisconnected);
    connect(&m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
            &ClientConnection::socketFailed);
    connect(&m_socket, &QWebSocket::aboutToClose, this, [this] { m_closeSeen = true; });
    // The only sign that TCP is connected: the library says Connecting until the upgrade is done.
    connect(&m_socket, &QWebSocket::bytesWritten, this, [this] { m_requestSent = true; });
    connect(&m_socket, &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { emit messageReceived(Opcode::Text, text.toUtf8()); });
    connect(&m_socket, &QWebSocket::binaryMessageReceived, this,
            [this](const QByteArray &bytes) { emit messageReceived(Opcode::Binary, bytes); });
    connect(&m_socket, &QWebSocket::pong, this,
            [this](quint64 /*milliseconds*/, const QByteArray &payload) { pongArrived(payload); });
}

void ClientConnection::open(const HandshakeRequest &upgrade, std::chrono::milliseconds timeout)
{
    m_url = upgrade.request.url();
    m_timeout = timeout;
    m_deadline.start(timeout);
    m_socket.open(upgrade.request, upgrade.options);
}

Result<void> ClientConnection::send(Opcode opcode, const QByteArray &payload)
{
    if (m_socket.bytesToWrite() + payload.size() > MaxUnsentBytes) {
        return Error{Error::Code::OutOfRange,
                     tr("The server reads too slowly: %1 bytes wait to be sent")
                         .arg(m_socket.bytesToWrite())};
    }
    switch (opcode) {
    case Opcode::Text:
        return sendText(payload);
    case Opcode::Binary:
        m_socket.sendBinaryMessage(payload);
        return {};
    case Opcode::Ping:
        if (payload.size() > MaxPingBytes) {
            return Error{Error::Code::OutOfRange,
                         tr("A ping carries at most %1 bytes").arg(MaxPingBytes)};
        }
        m_pings.pingSent(payload);
        m_socket.ping(payload);
        return {};
    default:
        return Error{Error::Code::InvalidArgument,
                     tr("Only text, binary and ping frames can be sent")};
    }
}

Result<void> ClientConnection::sendText(const QByteArray &utf8)
{
    if (!utf8.isValidUtf8()) {
        return Error{Error::Code::InvalidArgument,
                     tr("The text is not valid UTF-8; send it as binary")};
    }
    // Without this flag a leading byte order mark would be taken away.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    m_socket.sendTextMessage(decoder.decode(utf8));
    return {};
}

void ClientConnection::close(quint16 code, const QString &reason)
{
    const CloseInfo info{code, reason, ClosedBy::Operator};
    if (m_stage == Stage::Connecting) {
        end(info);
        return;
    }
    if (m_stage != Stage::Open)
        return;
    m_stage = Stage::Closing;
    m_ownClose = info;
    m_deadline.start(CloseTimeout);
    m_socket.close(static_cast<QWebSocketProtocol::CloseCode>(code), reason);
}

void ClientConnection::socketFailed(QAbstractSocket::SocketError error)
{
    if (m_stage == Stage::Connecting) {
        fail(classifyConnectFailure(error, m_socket.errorString(), m_url, m_requestSent));
        return;
    }
    // The library reports a broken TCP connection as 1000; an error before any close frame is the
    // only difference. What comes after one does not matter: disconnected() follows.
    if (!m_closeSeen)
        end({close_reason::Abnormal.code, {}, ClosedBy::Vanished});
}

void ClientConnection::socketDisconnected()
{
    if (m_stage == Stage::Connecting)
        failUnlessErrorFollows();
    else if (m_stage == Stage::Closing)
        end(m_ownClose);
    else if (m_closeSeen)
        end({quint16(m_socket.closeCode()), m_socket.closeReason(), ClosedBy::Peer});
    else
        end({close_reason::Abnormal.code, {}, ClosedBy::Vanished});
}

void ClientConnection::failUnlessErrorFollows()
{
    // A refused port and a name that does not resolve are disconnected first and tell their error
    // after it.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_stage != Stage::Connecting)
                return;
            fail(classifyConnectFailure(QAbstractSocket::RemoteHostClosedError, {}, m_url, true));
        },
        Qt::QueuedConnection);
}

void ClientConnection::pongArrived(const QByteArray &payload)
{
    const auto roundTrip = m_pings.pongReceived(payload);
    emit pongReceived(payload, roundTrip ? qint64(roundTrip->count()) : -1);
}

void ClientConnection::fail(const ConnectFailure &failure)
{
    m_stage = Stage::Over;
    m_deadline.stop();
    m_socket.disconnect(this);
    emit failed(failure);
}

void ClientConnection::end(const CloseInfo &info)
{
    m_stage = Stage::Over;
    m_deadline.stop();
    m_socket.disconnect(this);
    emit ended(info);
}

} // namespace signalbox
