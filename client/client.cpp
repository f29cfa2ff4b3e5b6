// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/client.h"

#include "client/client_engine.h"
#include "core/owned_thread.h"

#include <QSslConfiguration>

namespace signalbox {

/// The thread named `client` and the engine in it.
class ClientThread : public OwnedThread<ClientEngine>
{
public:
    using OwnedThread::OwnedThread;

    QFuture<ClientOutcome> execute(const OpenClient &command)
    {
        auto promise = std::make_shared<QPromise<ClientOutcome>>();
        promise->start();
        auto future = promise->future();
        post([promise, command](ClientEngine &engine) {
            engine.open(command, [promise](const ClientOutcome &outcome) {
                promise->addResult(outcome);
                promise->finish();
            });
        });
        return future;
    }
    QFuture<ClientOutcome> execute(const CloseClient &command)
    {
        return request([command](ClientEngine &engine) { return engine.close(command); });
    }
    QFuture<ClientOutcome> execute(const SendFromClient &command)
    {
        return request([command](ClientEngine &engine) { return engine.send(command); });
    }
    QFuture<ClientOutcome> execute(const StartDemo &command)
    {
        return request([command](ClientEngine &engine) { return engine.startDemo(command); });
    }
    QFuture<ClientOutcome> execute(StopDemo /*command*/)
    {
        return request([](ClientEngine &engine) { return engine.stopDemo(); });
    }
};

Client::Client(QObject *parent)
    : QObject(parent)
    , m_thread(std::make_unique<ClientThread>(QStringLiteral("client")))
{
    // QWebSocket sets OpenSSL up in the thread of the first one, whose share is lost if the process
    // ends while that thread does.
    QSslConfiguration::defaultConfiguration();
    connect(m_thread->engine(), &ClientEngine::batchReady, this,
            [this](const ClientEventBatch &batch) {
                emit eventsArrived(batch);
                m_thread->post([](ClientEngine &engine) { engine.acknowledge(); });
            });
}

Client::~Client() = default;

QFuture<ClientOutcome> Client::execute(ClientCommand command)
{
    return std::visit([this](const auto &one) { return m_thread->execute(one); }, command);
}

} // namespace signalbox
