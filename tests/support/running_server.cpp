// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/running_server.h"

#include "tests/support/json_client.h"

#include <QTest>
#include <QUrl>

namespace signalbox::test {

namespace {

constexpr int Patience = 30'000; // milliseconds; only a failure takes so long

} // namespace

ServerOptions RunningServer::options()
{
    ServerOptions options;
    options.port = 0;
    options.examples = true;
    return options;
}

RunningServer::RunningServer(QObject *parent)
    : QObject(parent)
{
    connect(&m_server, &Server::eventsArrived, this, [this](const EventBatch &batch) {
        for (const auto &event : batch.events)
            read(event);
    });
}

bool RunningServer::start(const ServerOptions &options)
{
    if (!execute(Subscribe{.state = StateWanted::Everything, .activity = true})
        || !execute(StartServer{options}))
        return false;
    return QTest::qWaitFor([this] { return m_state.state == ServerState::Serving; }, Patience);
}

CommandOutcome RunningServer::execute(const ServerCommand &command)
{
    const auto future = m_server.execute(command);
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, Patience))
        return Error{Error::Code::Internal, QStringLiteral("no outcome in time")};
    return future.result();
}

QString RunningServer::url(const QString &path) const
{
    QUrl url(m_state.url);
    url.setPath(path);
    return url.toString();
}

std::unique_ptr<JsonClient> RunningServer::client(const QString &path) const
{
    auto client = std::make_unique<JsonClient>();
    if (!client->open(url(path)))
        return nullptr;
    static const QStringList Silent{QStringLiteral("/echo"), QStringLiteral("/prefix"),
                                    QStringLiteral("/broadcast")};
    if (!Silent.contains(path))
        client->take(QStringLiteral("connected"));
    return client;
}

std::vector<std::unique_ptr<JsonClient>> RunningServer::clients(int count) const
{
    std::vector<std::unique_ptr<JsonClient>> clients;
    for (int i = 0; i < count; ++i) {
        clients.push_back(std::make_unique<JsonClient>());
        clients.back()->startOpening(url());
    }
    for (const auto &client : clients)
        client->take(QStringLiteral("connected"));
    return clients;
}

bool RunningServer::waitForConnections(qsizetype count) const
{
    return QTest::qWaitFor([&] { return m_totals.connections == count; }, Patience);
}

void RunningServer::read(const ServerEvent &event)
{
    if (const auto *state = std::get_if<ServerStateChanged>(&event)) {
        m_state = *state;
    } else if (const auto *connections = std::get_if<ConnectionsChanged>(&event)) {
        m_opened += connections->opened;
        m_statuses += connections->updated;
        m_closed += connections->closed;
        m_refused += connections->refused;
    } else if (const auto *rooms = std::get_if<RoomsChanged>(&event)) {
        m_rooms += rooms->updated;
        m_closedRooms += rooms->closed;
    } else if (const auto *bans = std::get_if<BansChanged>(&event)) {
        m_bans = bans->bans;
        m_bansSeen += bans->bans;
    } else if (const auto *totals = std::get_if<TotalsChanged>(&event)) {
        m_totals = *totals;
    } else if (const auto *activity = std::get_if<ActivityBatch>(&event)) {
        m_records += activity->records;
    }
}

} // namespace signalbox::test
