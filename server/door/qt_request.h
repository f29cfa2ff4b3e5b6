// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/handshake.h"
#include "core/server_options.h"
#include "server/transport/lingering_socket.h"
#include "wire/http/request_head.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace signalbox {

/// The socket of a request, made for the stock upgrade: that reads all there is and drops what
/// follows the head, and it writes the reply's head itself.
class RequestSocket : public LingeringSocket
{
    Q_OBJECT

public:
    using LingeringSocket::LingeringSocket;

    /// Instead of the head and all that was received behind it, leaves only `lent` to be read.
    void holdBack(qsizetype headLength, const QByteArray &lent);
    /// Lets what was held back be read, with whatever comes.
    void release();

    /// What was written so far; nothing more is copied.
    [[nodiscard]] QByteArray takeReply();
    [[nodiscard]] bool hasReplied() const { return !m_reply.isEmpty(); }

protected:
    qint64 writeData(const char *data, qint64 size) override;

private:
    void putBack(const QByteArray &bytes);

    QByteArray m_heldBack;
    QByteArray m_reply;
    bool m_copying = true;
};

/// One connection before its upgrade: its head is read within limits and time, then it is refused
/// or lent to the upgrade.
class QtRequest : public QObject
{
    Q_OBJECT

public:
    /// Takes over the descriptor; a connection that cannot be used is gone in the next turn.
    QtRequest(qintptr descriptor, const ServerOptions &options, QObject *parent);
    ~QtRequest() override;

    [[nodiscard]] const Handshake &handshake() const { return m_handshake; }
    [[nodiscard]] RequestSocket *socket() const { return m_socket; }

    /// Answers with an error and ends the connection; no-op if that was done before.
    void refuse(const Refusal &refusal);

    /// Gives the socket away for good.
    [[nodiscard]] RequestSocket *releaseSocket();

signals:
    /// The first bytes of a head have come, not all of it.
    void begun();
    /// The head is well-formed; what QWebSocketServer needs of it is on the socket again.
    void headComplete();
    void refused(const signalbox::RefusedHandshake &refusal);
    /// The connection has ended.
    void gone();

private:
    enum class State : quint8 { Reading, Complete, Refused };

    void readHead();
    void timeOut();
    void closedByUpgrade();

    RequestSocket *m_socket;
    RequestHead m_head;
    Handshake m_handshake;
    QTimer m_timer;
    std::chrono::milliseconds m_headTimeout;
    std::chrono::milliseconds m_firstByteTimeout;
    State m_state = State::Reading;
};

} // namespace signalbox
