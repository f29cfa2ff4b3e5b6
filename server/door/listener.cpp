// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/door/listener.h"

namespace signalbox {

Listener::Listener(QObject *parent)
    : QTcpServer(parent)
    , m_retry(this)
{
    setListenBacklogSize(ListenBacklog);
    setMaxPendingConnections(1);
    m_retry.setSingleShot(true);
    m_retry.setInterval(AcceptRetryDelay);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        if (!m_waiting && isListening())
            resumeAccepting();
    });
    // QTcpServer pauses for ever when accept() fails.
    connect(this, &QTcpServer::acceptError, &m_retry, [this] { m_retry.start(); });
}

void Listener::setWaiting(bool waiting)
{
    if (waiting == m_waiting)
        return;
    m_waiting = waiting;
    // pauseAccepting() alone would not end QTcpServer's loop over the whole backlog.
    setMaxPendingConnections(waiting ? 0 : 1);
    if (!waiting && isListening())
        resumeAccepting();
}

void Listener::incomingConnection(qintptr descriptor)
{
    emit accepted(descriptor);
}

} // namespace signalbox
