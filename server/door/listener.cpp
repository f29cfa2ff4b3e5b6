// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/door/listener.h"

namespace signalbox {

namespace {

/// As many as Linux lets wait by default; the kernel cuts it to what it allows.
constexpr int Backlog = 4096;

/// After an accept failed for want of descriptors.
constexpr std::chrono::milliseconds RetryDelay{100};

} // namespace

Listener::Listener(QObject *parent)
    : QTcpServer(parent)
    , m_retry(this)
{
    setListenBacklogSize(Backlog);
    setMaxPendingConnections(1);
    m_retry.setSingleShot(true);
    m_retry.setInterval(RetryDelay);
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
