// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/server.h"

#include "core/owned_thread.h"
#include "server/server_engine.h"

#include <QPromise>
#include <QSslConfiguration>

#ifdef Q_OS_LINUX
#include "wire/channel/epoll_dispatcher.h"
#endif

#include <utility>

namespace signalbox {

namespace {

/// Null where there is nothing better than what Qt does by itself.
std::unique_ptr<QAbstractEventDispatcher> makeDispatcher()
{
#ifdef Q_OS_LINUX
    auto dispatcher = std::make_unique<EpollDispatcher>();
    if (dispatcher->isValid())
        return dispatcher;
#endif
    return nullptr;
}

} // namespace

/// The thread named `server` and the engine in it.
class ServerThread : public OwnedThread<ServerEngine>
{
public:
    using OwnedThread::OwnedThread;
};

Server::Server(QObject *parent)
    : QObject(parent)
    , m_thread(std::make_unique<ServerThread>(makeDispatcher(), QStringLiteral("server")))
{
    // QWebSocket sets OpenSSL up in the thread of the first one, whose share is lost if the process
    // ends while that thread does.
    QSslConfiguration::defaultConfiguration();
    connect(m_thread->engine(), &ServerEngine::batchReady, this, [this](const PackedBatch &batch) {
        emit eventsArrived(batch.unpack());
        m_thread->post(
            [number = batch.number](ServerEngine &engine) { engine.acknowledge(number); });
    });
}

Server::~Server() = default;

QFuture<CommandOutcome> Server::execute(ServerCommand command)
{
    auto promise = std::make_shared<QPromise<CommandOutcome>>();
    promise->start();
    auto future = promise->future();
    m_thread->post([this, promise, command = std::move(command)](ServerEngine &engine) {
        engine.execute(command, [this, promise, command](const CommandOutcome &outcome) {
            promise->addResult(outcome);
            promise->finish();
            // The face outlives its thread, and what is posted to it ends with it.
            QMetaObject::invokeMethod(
                this, [this, command, outcome] { emit executed(command, outcome); },
                Qt::QueuedConnection);
        });
    });
    return future;
}

} // namespace signalbox
