// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTimer>

#include <chrono>

namespace signalbox {

/// As many as Linux lets wait by default; the kernel cuts it to what it allows.
inline constexpr int ListenBacklog = 4096;

/// Until accepting is tried again when there were no descriptors.
inline constexpr std::chrono::milliseconds AcceptRetryDelay{100};

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
