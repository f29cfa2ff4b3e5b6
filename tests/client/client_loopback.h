// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/client.h"
#include "tests/client/client_recorder.h"

#include <QObject>
#include <QWebSocket>
#include <QWebSocketServer>

#include <memory>

namespace signalbox::test {

/// For each test anew: a server that echoes, and a client whose events are kept.
class ClientLoopback : public QObject
{
    Q_OBJECT

protected:
    void openAt(const QString &url);
    void openAtServer();
    [[nodiscard]] QString serverUrl() const;

    std::unique_ptr<QWebSocketServer> m_server;
    std::unique_ptr<QWebSocket> m_peer; // the server's end of the connection
    std::unique_ptr<Client> m_client;
    std::unique_ptr<ClientRecorder> m_recorder;

private slots:
    void init();
    void cleanup();
};

} // namespace signalbox::test
