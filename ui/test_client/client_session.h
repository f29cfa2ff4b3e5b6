// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/client.h"
#include "ui/test_client/latency_tracker.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace signalbox {

class ClientLogModel;

/// What the test client page asks of the client and hears from it: keeps the state, writes the log,
/// counts down to the next attempt, and connects before it sends.
class ClientSession : public QObject
{
    Q_OBJECT

public:
    /// `client` and `log` must outlive the session.
    ClientSession(Client &client, ClientLogModel &log, QObject *parent = nullptr);

    [[nodiscard]] const ClientStateChanged &state() const { return m_state; }
    /// Neither open nor on the way to it; connecting is possible, also while waiting to reconnect.
    [[nodiscard]] bool isIdle() const;
    /// Seconds until the next attempt, rounded up; 0 while none is waited for.
    [[nodiscard]] int secondsToRetry() const;

    void open(const OpenClient &settings);
    /// Also ends an attempt and the wait for the next one.
    void close(quint16 code, const QString &reason);
    /// While not connected it opens with `settings` first; then the message goes when that has
    /// succeeded, and is given up with it.
    void send(const SendFromClient &message, const OpenClient &settings);

signals:
    void stateChanged();
    /// The seconds to the next attempt are different.
    void countdownChanged();
    /// A command did not succeed; one sentence.
    void failed(const QString &sentence);
    /// A message was handed to the connection.
    void sent();

private:
    void take(const ClientEventBatch &batch);
    void sendNow(const SendFromClient &message);
    void changeState(const ClientStateChanged &state);

    Client &m_client;
    ClientLogModel &m_log;
    LatencyTracker m_latency;
    QString m_url; ///< of the last attempt
    ClientStateChanged m_state;
    std::optional<SendFromClient> m_waiting; ///< goes out when the connection is open
    QDeadlineTimer m_retryAt;
    QTimer m_tick; ///< of the countdown
};

} // namespace signalbox
