// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/client_feed.h"
#include "client/connect_failure.h"
#include "client/handshake_request.h"
#include "client/reconnect_backoff.h"
#include "core/client_command.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace signalbox {

class ClientConnection;
class DemoCrowd;

/// The test client inside its thread: one connection at a time, coming back to it if it is wanted,
/// and the feed of what happens.
class ClientEngine : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(ClientOutcome)>;

    ClientEngine();
    /// Closes with 1001.
    ~ClientEngine() override;

    /// `done` is called once, when the connection is open or this attempt has failed. While waiting
    /// to reconnect, it replaces what is waited for.
    void open(const OpenClient &command, Done done);
    ClientOutcome close(const CloseClient &command);
    ClientOutcome send(const SendFromClient &command);
    ClientOutcome startDemo(const StartDemo &command);
    ClientOutcome stopDemo();

    /// The last batch has been seen.
    void acknowledge();

signals:
    void batchReady(const signalbox::ClientEventBatch &batch);

private:
    void connectNow();
    void connectionOpened(const QString &subprotocol);
    void connectionFailed(const ConnectFailure &failure);
    void connectionEnded(const CloseInfo &info);
    void comeBackOrRest(bool comeBack);
    void dropConnection();
    void announce(ClientState state);
    void record(Direction direction, Opcode opcode, const QByteArray &payload,
                qint64 roundTrip = -1);
    void finishOpen(const ClientOutcome &outcome);

    ClientFeed m_feed;
    QTimer m_retry;
    QElapsedTimer m_open;
    ReconnectBackoff m_backoff;
    ReconnectPolicy m_policy;
    std::chrono::milliseconds m_timeout{0};
    HandshakeRequest m_request;
    Done m_done;
    ClientConnection *m_connection = nullptr; // our child
    ClientStateChanged m_state;
    std::unique_ptr<DemoCrowd> m_demo;
};

} // namespace signalbox
