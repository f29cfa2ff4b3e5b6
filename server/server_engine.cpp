// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/server_engine.h"

#include "core/option_table.h"
#include "server/server_run.h"
#include "wire/channel/descriptor_limit.h"

#include <QDateTime>
#include <QThread>
#include <QUrl>

#include <algorithm>
#include <type_traits>
#include <utility>

namespace signalbox {

namespace {

/// Options that come from outside are read once more, by the rules of the table.
Result<void> validate(const ServerOptions &options)
{
    ServerOptions scratch;
    for (const auto &option : optionTable()) {
        if (const auto read = setOption(scratch, option, optionText(options, option)); !read)
            return read.error();
    }
    return {};
}

QString urlOf(const ServerOptions &options, quint16 port)
{
    QUrl url;
    url.setScheme(QStringLiteral("ws"));
    url.setHost(options.host);
    url.setPort(port);
    url.setPath(QStringLiteral("/"));
    return url.toString();
}

} // namespace

ServerEngine::ServerEngine(QObject *parent)
    : QObject(parent)
    , m_activity({}, this)
    , m_bans(this)
    , m_state({}, this)
    , m_stream(m_state, m_activity, this)
{
    connect(&m_stream, &EventStream::batchReady, this, &ServerEngine::batchReady);
    connect(&m_bans, &BanList::changed, this, [this] { m_state.setBans(m_bans.bans()); });
}

ServerEngine::~ServerEngine()
{
    endRun();
}

void ServerEngine::execute(const ServerCommand &command, Reply reply)
{
    Q_ASSERT(thread() == QThread::currentThread());
    if (std::holds_alternative<StopGracefully>(command)) {
        stopGracefully(std::move(reply));
        return;
    }
    reply(std::visit(
        [this](const auto &one) -> CommandOutcome {
            if constexpr (std::is_same_v<std::decay_t<decltype(one)>, StopGracefully>)
                return Delivery{};
            else
                return carryOut(one);
        },
        command));
}

void ServerEngine::acknowledge(quint64 number)
{
    Q_ASSERT(thread() == QThread::currentThread());
    m_stream.acknowledge(number);
}

CommandOutcome ServerEngine::carryOut(const StartServer &command)
{
    if (m_run)
        return Error{Error::Code::WrongState, tr("The server is running already")};
    if (const auto valid = validate(command.options); !valid)
        return valid.error();

    m_descriptors = raiseDescriptorLimit();
    ServerStateChanged state;
    state.state = ServerState::Starting;
    applyOptions(command.options, state);
    m_state.setServerState(state);

    auto run = std::make_unique<ServerRun>(state.options, m_bans, m_activity, m_lastConnection);
    const auto port = run->listen();
    if (!port) {
        state.state = ServerState::Stopped;
        state.cause = port.error().message;
        m_state.setServerState(state);
        return port.error();
    }
    m_run = std::move(run);
    m_state.attach(m_run->connections(), m_run->rooms(), m_run->transport());
    connect(m_run.get(), &ServerRun::refused, &m_state, &StateFeed::addRefused);
    connect(m_run.get(), &ServerRun::drained, this, [this](const Delivery &delivery) {
        if (m_drainReply)
            m_drained = delivery;
    });
    // Queued: not from within a call of the transport that is to be deleted.
    connect(m_run.get(), &ServerRun::drained, this, &ServerEngine::finishDrain,
            Qt::QueuedConnection);
    state.state = ServerState::Serving;
    state.url = urlOf(state.options, *port);
    state.endpoints = m_run->endpoints();
    m_state.setServerState(state);
    return Delivery{};
}

CommandOutcome ServerEngine::carryOut(StopServer /*command*/)
{
    if (!m_run)
        return Error{Error::Code::WrongState, tr("The server is not running")};
    m_run->endNow();
    if (m_drained)
        finishDrain();
    else
        endRun();
    return Delivery{};
}

CommandOutcome ServerEngine::carryOut(CancelStop /*command*/)
{
    if (!m_drainReply || m_drained)
        return Error{Error::Code::WrongState, tr("The server is not stopping")};
    if (const auto resumed = m_run->resume(); !resumed)
        return resumed.error();
    auto state = m_state.serverState();
    state.state = ServerState::Serving;
    state.stopsBy = 0;
    m_state.setServerState(state);
    const auto reply = std::exchange(m_drainReply, nullptr);
    reply(Error{Error::Code::Cancelled, tr("The stop was cancelled: the server goes on serving")});
    return Delivery{};
}

CommandOutcome ServerEngine::carryOut(const SendMessage &command)
{
    return atDesk([&command](OperatorDesk &desk) { return desk.send(command); });
}

CommandOutcome ServerEngine::carryOut(const KickConnections &command)
{
    return atDesk([&command](OperatorDesk &desk) { return desk.kick(command); });
}

CommandOutcome ServerEngine::carryOut(const AddBan &command)
{
    const auto now = QDateTime::currentMSecsSinceEpoch();
    if (const auto added = m_bans.add(command.subjects, command.until, command.reason, now); !added)
        return added.error();
    if (!command.closeMatching || !isServing())
        return Delivery{};
    return m_run->desk().closeBanned(command);
}

CommandOutcome ServerEngine::carryOut(const LiftBan &command)
{
    if (const auto lifted = m_bans.lift(command.bans); !lifted)
        return lifted.error();
    return Delivery{};
}

CommandOutcome ServerEngine::carryOut(const RestoreBans &command)
{
    m_bans.restore(command.bans, QDateTime::currentMSecsSinceEpoch());
    return Delivery{};
}

CommandOutcome ServerEngine::carryOut(const JoinRoom &command)
{
    return atDesk([&command](OperatorDesk &desk) { return desk.join(command); });
}

CommandOutcome ServerEngine::carryOut(const LeaveRoom &command)
{
    return atDesk([&command](OperatorDesk &desk) { return desk.leave(command); });
}

CommandOutcome ServerEngine::carryOut(const ChangeOption &command)
{
    const auto *option = findOption(command.name);
    if (!option)
        return Error{Error::Code::NotFound, tr("There is no option %1").arg(command.name)};
    if (!isServing())
        return Error{Error::Code::WrongState, tr("The server is not running")};
    if (!option->live) {
        return Error{Error::Code::WrongState,
                     tr("%1 takes effect when the server starts again").arg(command.name)};
    }
    auto state = m_state.serverState();
    auto options = state.options;
    if (const auto read = setOption(options, *option, command.value); !read)
        return read.error();
    applyOptions(std::move(options), state);
    m_run->setOptions(state.options);
    state.endpoints = m_run->endpoints();
    m_state.setServerState(state);
    return Delivery{};
}

CommandOutcome ServerEngine::carryOut(Subscribe command)
{
    m_stream.subscribe(command.state, command.activity);
    return Delivery{};
}

void ServerEngine::stopGracefully(Reply reply)
{
    if (!isServing()) {
        reply(Error{Error::Code::WrongState, m_run ? tr("The server is stopping already")
                                                   : tr("The server is not running")});
        return;
    }
    auto state = m_state.serverState();
    state.state = ServerState::Stopping;
    state.stopsBy = QDateTime::currentMSecsSinceEpoch() + state.options.drainTimeout.count();
    m_state.setServerState(state);
    m_drainReply = std::move(reply);
    m_run->drain();
}

void ServerEngine::finishDrain()
{
    if (!m_drained)
        return;
    const auto delivery = *std::exchange(m_drained, std::nullopt);
    const auto reply = std::exchange(m_drainReply, nullptr);
    endRun();
    reply(delivery);
}

void ServerEngine::endRun()
{
    if (!m_run)
        return;
    m_run->endNow();
    m_lastConnection = std::max(m_lastConnection, m_run->connections().last());
    m_state.detach();
    m_run->disconnect(this);
    m_run.reset();
    auto state = m_state.serverState();
    state.state = ServerState::Stopped;
    state.stopsBy = 0;
    state.url.clear();
    state.endpoints.clear();
    m_state.setServerState(state);
}

bool ServerEngine::isServing() const
{
    return m_run && m_state.serverState().state == ServerState::Serving;
}

template <typename Call>
CommandOutcome ServerEngine::atDesk(Call call)
{
    if (!isServing())
        return Error{Error::Code::WrongState, tr("The server is not running")};
    return call(m_run->desk());
}

void ServerEngine::applyOptions(ServerOptions options, ServerStateChanged &state) const
{
    state.warnings.clear();
    const auto most = std::max(m_descriptors - ReservedDescriptors, qint64(1));
    if (options.maxConnections > most) {
        state.warnings.append(
            tr("maxConnections is capped at %1: the system allows this process %2 descriptors")
                .arg(most)
                .arg(m_descriptors));
        options.maxConnections = most;
    }
    state.options = std::move(options);
}

} // namespace signalbox
