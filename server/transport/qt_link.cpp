// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/qt_link.h"

#include "core/utf8_text.h"
#include "server/transport/lingering_socket.h"
#include "wire/frame/frame_decoder.h"

#include <QCoreApplication>
#include <QWebSocket>

#include <algorithm>
#include <array>

namespace signalbox {

namespace {

/// After 4008: the peer does not read, so waiting for longer is no use.
constexpr std::chrono::milliseconds TooSlowLinger{1'000};

/// Whether QWebSocket found the fault by itself: it closes with the same call for what it finds
/// and for what the peer's close frame says, and only these words tell the two apart.
bool isOwnFinding(quint16 code, const QString &reason)
{
    static constexpr std::array Contexts{"QWebSocketFrame", "QWebSocketDataProcessor"};
    static constexpr std::array Codes{close_reason::GoingAway.code,
                                      close_reason::ProtocolError.code,
                                      close_reason::InvalidPayload.code, close_reason::TooBig.code};
    static constexpr std::array Sentences{
        "Maximum framesize exceeded.",
        "Received message is too big.",
        "Invalid UTF-8 code encountered.",
        "Timeout when reading data from socket.",
        "Lengths smaller than 126 must be expressed as one byte.",
        "Lengths smaller than 65536 (2^16) must be expressed as 2 bytes.",
        "Highest bit of payload length is not 0.",
        "Received Continuation frame, while there is nothing to continue.",
        "All data frames after the initial data frame must have opcode 0 (continuation).",
        "Rsv field is non-zero",
        "Used reserved opcode",
        "Control frame is larger than 125 bytes",
        "Control frames cannot be fragmented",
        "Payload of close frame is too small.",
        "Invalid close code 1002 detected.",
    };
    return std::ranges::find(Codes, code) != Codes.end()
           && std::ranges::any_of(Sentences, [&](const char *sentence) {
                  return std::ranges::any_of(Contexts, [&](const char *context) {
                      return reason == QCoreApplication::translate(context, sentence);
                  });
              });
}

/// At most MaxCloseReasonBytes of UTF-8, cut between two code points.
QString cutReason(const QString &reason)
{
    const QByteArray utf8 = reason.toUtf8();
    if (utf8.size() <= MaxCloseReasonBytes)
        return reason;
    return QString::fromUtf8(cutUtf8(utf8, MaxCloseReasonBytes));
}

} // namespace

QtMessage::QtMessage(Opcode theOpcode, QByteArrayView payload)
    : opcode(theOpcode)
    , size(payload.size())
{
    if (opcode == Opcode::Text)
        text = QString::fromUtf8(payload);
    else
        bytes = payload.toByteArray();
}

QtLink::QtLink(QWebSocket *socket, const ServerOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_socket(socket)
    , m_tcp(socket->findChild<LingeringSocket *>(QString(), Qt::FindDirectChildrenOnly))
{
    m_socket->setParent(this);
    optionsChanged();
    connect(socket, &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { receiveMessage(Opcode::Text, text.toUtf8()); });
    connect(socket, &QWebSocket::binaryMessageReceived, this,
            [this](const QByteArray &bytes) { receiveMessage(Opcode::Binary, bytes); });
    connect(socket, &QWebSocket::textFrameReceived, this,
            [this](const QString &frame, bool last) { countFragment(frame.isEmpty(), last); });
    connect(socket, &QWebSocket::binaryFrameReceived, this,
            [this](const QByteArray &frame, bool last) { countFragment(frame.isEmpty(), last); });
    connect(socket, &QWebSocket::pong, this, [this](quint64, const QByteArray &payload) {
        if (m_state == State::Open)
            emit pongReceived(payload);
    });
    connect(socket, &QWebSocket::aboutToClose, this, &QtLink::closedByQWebSocket);
    connect(socket, &QWebSocket::disconnected, this, &QtLink::disconnected);
}

QtLink::~QtLink()
{
    m_socket->disconnect(this);
    m_tcp->terminate(); // a QWebSocket that is deleted while it is connected closes with 1001
}

void QtLink::optionsChanged()
{
    const auto size = static_cast<quint64>(m_options.maxPayloadLength);
    m_socket->setMaxAllowedIncomingFrameSize(size);
    m_socket->setMaxAllowedIncomingMessageSize(size);
    m_tcp->setLingerTime(m_options.closeTimeout);
}

SendResult QtLink::send(const QtMessage &message)
{
    if (m_state != State::Open || !m_connected)
        return SendResult::Gone;
    if (message.opcode == Opcode::Ping) { // one at a time, by the heartbeat: needs no limit
        m_socket->ping(message.bytes);
        return SendResult::Accepted;
    }
    if (!hasRoomFor(message.size)) {
        if (m_options.backpressurePolicy == BackpressurePolicy::Close)
            fail(close_reason::TooSlow, QString::fromLatin1(close_reason::TooSlow.sentence));
        return SendResult::Dropped;
    }
    if (message.opcode == Opcode::Text)
        m_socket->sendTextMessage(message.text);
    else
        m_socket->sendBinaryMessage(message.bytes);
    return m_connected ? SendResult::Accepted : SendResult::Gone;
}

bool QtLink::hasRoomFor(qsizetype size)
{
    const auto fits = [this, size] {
        const qint64 buffered = bufferedBytes();
        return buffered == 0 || buffered + size <= m_options.maxBackpressure;
    };
    if (fits())
        return true;
    flush();
    return fits();
}

qint64 QtLink::bufferedBytes() const
{
    return m_connected ? m_socket->bytesToWrite() : 0;
}

bool QtLink::isConnected() const
{
    // After a failed write the socket lingers as if it were closed.
    return m_connected && m_tcp->error() == QAbstractSocket::UnknownSocketError;
}

void QtLink::flush()
{
    if (m_connected && m_socket->bytesToWrite() > 0)
        m_socket->flush();
}

void QtLink::close(const CloseInfo &info)
{
    if (m_state != State::Open || !m_connected)
        return;
    startClosing(info);
    if (info.code == close_reason::TooSlow.code)
        m_tcp->setLingerTime(std::min(TooSlowLinger, m_options.closeTimeout));
    m_socket->close(static_cast<QWebSocketProtocol::CloseCode>(info.code), cutReason(info.reason));
}

void QtLink::terminate(const CloseInfo &info)
{
    if (m_state == State::Terminated || !m_connected)
        return;
    m_state = State::Terminated;
    m_info = info;
    m_tcp->terminate();
}

void QtLink::receiveMessage(Opcode opcode, QByteArray payload)
{
    if (m_state != State::Open)
        return;
    const qsizetype size = payload.size();
    // QWebSocket counts a fragmented text in UTF-16 units.
    if (size > m_options.maxPayloadLength) {
        fail(close_reason::TooBig, QString::fromLatin1(close_reason::TooBig.sentence));
        return;
    }
    payload.append(FrameDecoder::PaddingBytes, '\0');
    emit messageReceived(opcode, QByteArrayView(payload).first(size));
}

void QtLink::countFragment(bool isEmpty, bool isLast)
{
    const bool isWhole = isLast && m_fragments == 0;
    if (isWhole)
        return;
    ++m_fragments;
    m_emptyFragments += isEmpty ? 1 : 0;
    const bool tooMany = m_options.maxFragments > 0 && m_fragments > m_options.maxFragments;
    if (tooMany || m_emptyFragments > m_options.maxEmptyFragments) {
        fail(close_reason::PolicyViolation,
             tooMany ? tr("too many fragments") : tr("too many empty fragments"));
    }
    if (isLast)
        m_fragments = m_emptyFragments = 0;
}

void QtLink::fail(const CloseReason &reason, const QString &sentence)
{
    close({reason.code, sentence, ClosedBy::Server});
}

void QtLink::closedByQWebSocket()
{
    if (m_state != State::Open)
        return;
    const auto code = static_cast<quint16>(m_socket->closeCode());
    const QString reason = m_socket->closeReason();
    startClosing({code, reason, isOwnFinding(code, reason) ? ClosedBy::Server : ClosedBy::Peer});
}

void QtLink::startClosing(const CloseInfo &info)
{
    m_state = State::Closing;
    m_info = info;
    QMetaObject::invokeMethod(this, &QtLink::closing, Qt::QueuedConnection);
}

void QtLink::disconnected()
{
    if (!std::exchange(m_connected, false))
        return;
    const auto finish = [this] {
        if (m_state == State::Open) {
            m_info = {close_reason::Abnormal.code,
                      QString::fromLatin1(close_reason::Abnormal.sentence), ClosedBy::Vanished};
        }
        m_state = State::Terminated;
        emit closed(m_info);
    };
    // What came before the end, a close frame too, is still on its way through QWebSocket.
    QMetaObject::invokeMethod(this, finish, Qt::QueuedConnection);
}

} // namespace signalbox
