// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/close_reason.h"
#include "core/server_options.h"
#include "server/transport/transport.h"

#include <QObject>
#include <QString>

class QWebSocket;

namespace signalbox {

class LingeringSocket;

/// A message as QWebSocket wants it: text as a QString, anything else as bytes of its own.
struct QtMessage
{
    /// `payload` of Text is valid UTF-8.
    QtMessage(Opcode theOpcode, QByteArrayView payload);

    Opcode opcode;
    QString text; ///< of Text
    QByteArray bytes; ///< of the others
    qsizetype size; ///< of the payload in bytes
};

/// One connection on a stock QWebSocket: keeps the limits that QWebSocket does not know, and tells
/// its endings apart.
///
/// What follows from a call of close(), terminate() or send() is signalled in a later turn of the
/// loop.
class QtLink : public QObject
{
    Q_OBJECT

public:
    /// Takes over a socket that FrontDoor upgraded. `options` must outlive the link.
    QtLink(QWebSocket *socket, const ServerOptions &options, QObject *parent);
    ~QtLink() override;

    /// Limits of `options` that the socket has to be told have changed.
    void optionsChanged();

    SendResult send(const QtMessage &message);
    [[nodiscard]] qint64 bufferedBytes() const;
    [[nodiscard]] bool isConnected() const;
    void flush();
    void close(const CloseInfo &info);
    void terminate(const CloseInfo &info);

signals:
    /// As TransportObserver::messageReceived().
    void messageReceived(signalbox::Opcode opcode, QByteArrayView payload);
    void pongReceived(const QByteArray &payload);
    /// Leaves the state open; not emitted when the peer vanished or after terminate().
    void closing();
    /// The last signal.
    void closed(const signalbox::CloseInfo &info);

private:
    enum class State : quint8 { Open, Closing, Terminated };

    [[nodiscard]] bool hasRoomFor(qsizetype size);
    void receiveMessage(Opcode opcode, QByteArray payload);
    void countFragment(bool isEmpty, bool isLast);
    void closedByQWebSocket();
    void startClosing(const CloseInfo &info);
    void fail(const CloseReason &reason, const QString &sentence);
    void disconnected();

    const ServerOptions &m_options;
    QWebSocket *m_socket;
    LingeringSocket *m_tcp;
    State m_state = State::Open;
    bool m_connected = true;
    CloseInfo m_info; // how it ends; valid unless open
    qint64 m_fragments = 0; // of the message that is being received
    qint64 m_emptyFragments = 0;
};

} // namespace signalbox
