// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/door/listener.h"

namespace signalbox {

Listener::Listener(QObject *parent)
    : QTcpServer(parent)
    , m_retry(this)
    , m_turn(this)
{
    setListenBacklogSize(ListenBacklog);
    setMaxPendingConnections(1);
    m_retry.setSingleShot(true);
    m_retry.setInterval(AcceptRetryDelay);
    connect(&m_retry, &QTimer::timeout, this, &Listener::goOn);
    m_turn.setSingleShot(true);
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &Listener::goOn);
    // QTcpServer pauses for ever when accept() fails.
    connect(this, &QTcpServer::acceptError, &m_retry, [this] { m_retry.start(); });
}

void Listener::goOn()
{
    m_budget = AcceptBudget;
    setMaxPendingConnections(1);
    if (isListening())
        resumeAccepting();
}

void Listener::incomingConnection(qintptr descriptor)
{
    if (m_budget == AcceptBudget)
        m_turn.start();
    --m_budget;
    // pauseAccepting() would not end QTcpServer's loop over the whole backlog.
    if (m_budget == 0)
        setMaxPendingConnections(0);
    emit accepted(descriptor);
}

} // namespace signalbox
