// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTimer>

namespace signalbox {

/// Accepts TCP connections, waits while it is told to, and goes on by itself after the descriptors
/// had run out.
class Listener : public QTcpServer
{
    Q_OBJECT

public:
    explicit Listener(QObject *parent = nullptr);

    /// Leaves new connections in the kernel's backlog, or accepts them again.
    void setWaiting(bool waiting);

signals:
    /// Who receives this owns the descriptor.
    void accepted(qintptr descriptor);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    QTimer m_retry;
    bool m_waiting = false;
};

} // namespace signalbox
