// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/client_loopback.h"

#include <QTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

void ClientLoopback::init()
{
    m_server = std::make_unique<QWebSocketServer>(u"test"_s, QWebSocketServer::NonSecureMode);
    m_server->setSupportedSubprotocols({u"chat.v2"_s});
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
    connect(m_server.get(), &QWebSocketServer::newConnection, this, [this] {
        m_peer.reset(m_server->nextPendingConnection());
        connect(m_peer.get(), &QWebSocket::textMessageReceived, this,
                [this](const QString &text) { m_peer->sendTextMessage(text); });
        connect(m_peer.get(), &QWebSocket::binaryMessageReceived, this,
                [this](const QByteArray &bytes) { m_peer->sendBinaryMessage(bytes); });
    });
    m_client = std::make_unique<Client>();
    m_recorder = std::make_unique<ClientRecorder>(*m_client);
}

void ClientLoopback::cleanup()
{
    m_recorder.reset();
    m_client.reset();
    m_peer.reset();
    m_server.reset();
}

QString ClientLoopback::serverUrl() const
{
    return u"ws://127.0.0.1:%1/"_s.arg(m_server->serverPort());
}

void ClientLoopback::openAt(const QString &url)
{
    OpenClient open;
    open.url = url;
    const auto outcome = outcomeOf(m_client->execute(open));
    QVERIFY2(outcome, qPrintable(outcome.error().message));
    QTRY_COMPARE(m_recorder->last().state, ClientState::Open);
}

void ClientLoopback::openAtServer()
{
    openAt(serverUrl());
    QTRY_VERIFY(m_peer != nullptr);
}

} // namespace signalbox::test
