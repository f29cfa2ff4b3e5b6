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

/// Connections that are accepted in one turn: those that are open wait no longer than that.
inline constexpr int AcceptBudget = 64;

/// Accepts TCP connections, so many at a time, and goes on by itself after the descriptors had run
/// out.
class Listener : public QTcpServer
{
    Q_OBJECT

public:
    explicit Listener(QObject *parent = nullptr);

signals:
    /// Who receives this owns the descriptor.
    void accepted(qintptr descriptor);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void goOn();

    QTimer m_retry;
    QTimer m_turn; // runs from the first one that is accepted to the end of the turn
    int m_budget = AcceptBudget; // what is left of it in this turn
};

} // namespace signalbox
