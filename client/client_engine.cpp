// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/client_engine.h"

#include "client/client_connection.h"
#include "client/demo/demo_crowd.h"

#include <QThread>

#include <chrono>
#include <utility>

namespace signalbox {

namespace {

constexpr qsizetype MaxKeptPayload = qsizetype(1) << 20;

qint64 microsecondsSinceEpoch()
{
    using namespace std::chrono;
    return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
}

/// Codes that only applications know do not forbid to come back.
bool invitesToComeBack(const CloseInfo &info)
{
    const auto *row = findCloseReason(info.code);
    return info.by != ClosedBy::Operator && (row == nullptr || row->reconnect);
}

} // namespace

ClientEngine::ClientEngine()
    : m_feed(this)
    , m_retry(this)
{
    m_state.close.code = 0;
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &ClientEngine::connectNow);
    connect(&m_feed, &ClientFeed::batchReady, this, &ClientEngine::batchReady);
}

ClientEngine::~ClientEngine()
{
    if (m_connection == nullptr)
        return;
    m_connection->disconnect(this);
    m_connection->close(close_reason::GoingAway.code, {});
}

void ClientEngine::open(const OpenClient &command, Done done)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (m_connection != nullptr) {
        done(Error{Error::Code::WrongState, tr("There is a connection already; close it first")});
        return;
    }
    const auto url = parseClientUrl(command.url);
    const auto request =
        url ? makeHandshakeRequest(*url, command) : Result<HandshakeRequest>(url.error());
    m_retry.stop();
    m_policy = command.reconnect;
    m_timeout = command.timeout;
    m_backoff = ReconnectBackoff(m_policy);
    m_state = {};
    m_state.close.code = 0;
    if (!request) {
        m_state.failure = url ? ClientFailure::None : ClientFailure::InvalidUrl;
        m_state.sentence = request.error().message;
        announce(ClientState::Disconnected);
        done(request.error());
        return;
    }
    m_request = *request;
    m_done = std::move(done);
    connectNow();
}

void ClientEngine::connectNow()
{
    m_connection = new ClientConnection(this);
    connect(m_connection, &ClientConnection::opened, this, &ClientEngine::connectionOpened);
    connect(m_connection, &ClientConnection::failed, this, &ClientEngine::connectionFailed);
    connect(m_connection, &ClientConnection::ended, this, &ClientEngine::connectionEnded);
    connect(m_connection, &ClientConnection::messageReceived, this,
            [this](Opcode opcode, const QByteArray &payload) {
                record(Direction::ServerToClient, opcode, payload);
            });
    connect(m_connection, &ClientConnection::pongReceived, this,
            [this](const QByteArray &payload, qint64 roundTrip) {
                record(Direction::ServerToClient, Opcode::Pong, payload, roundTrip);
            });
    announce(ClientState::Connecting);
    m_connection->open(m_request, m_timeout);
}

void ClientEngine::connectionOpened(const QString &subprotocol)
{
    m_open.start();
    m_state.failure = ClientFailure::None;
    m_state.sentence.clear();
    m_state.httpStatus = 0;
    m_state.staysAway = false;
    m_state.close = {};
    m_state.close.code = 0;
    m_state.subprotocol = subprotocol;
    announce(ClientState::Open);
    finishOpen({});
}

void ClientEngine::connectionFailed(const ConnectFailure &failure)
{
    dropConnection();
    m_state.failure = failure.failure;
    m_state.sentence = failure.sentence;
    m_state.httpStatus = failure.httpStatus;
    m_state.staysAway = m_policy.enabled && !failure.isWorthRetrying();
    comeBackOrRest(failure.isWorthRetrying());
    finishOpen(Error{Error::Code::Network, failure.sentence});
}

void ClientEngine::connectionEnded(const CloseInfo &info)
{
    const bool wasOpen =
        m_state.state == ClientState::Open || m_state.state == ClientState::Closing;
    dropConnection();
    m_state.subprotocol.clear();
    if (wasOpen) {
        m_state.close = info;
        m_backoff.connectionEnded(std::chrono::milliseconds(m_open.elapsed()));
    }
    if (info.by == ClosedBy::Vanished) {
        m_state.failure = ClientFailure::Vanished;
        m_state.sentence = tr("The connection broke without a close frame");
    }
    const bool comesBack = invitesToComeBack(info);
    m_state.staysAway = m_policy.enabled && !comesBack && info.by != ClosedBy::Operator;
    comeBackOrRest(comesBack);
    finishOpen(Error{Error::Code::WrongState, tr("Closed before the connection was open")});
}

void ClientEngine::comeBackOrRest(bool comeBack)
{
    m_state.attempt = m_backoff.attempt();
    if (!comeBack || !m_policy.enabled) {
        announce(ClientState::Disconnected);
        return;
    }
    const auto delay = m_backoff.next();
    m_retry.start(delay);
    m_state.attempt = m_backoff.attempt();
    m_state.retryDelay = delay;
    announce(ClientState::WaitingToReconnect);
    m_state.retryDelay = {};
}

void ClientEngine::dropConnection()
{
    // It may be in the middle of one of its own signals.
    std::exchange(m_connection, nullptr)->deleteLater();
}

ClientOutcome ClientEngine::close(const CloseClient &command)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (!isSendableCloseCode(command.code)) {
        return Error{Error::Code::InvalidArgument,
                     tr("%1 may not be sent as a close code").arg(closeCodeText(command.code))};
    }
    if (const auto size = command.reason.toUtf8().size(); size > MaxCloseReasonBytes) {
        return Error{Error::Code::OutOfRange,
                     tr("The reason has %1 bytes, at most %2 fit into a close frame")
                         .arg(size)
                         .arg(MaxCloseReasonBytes)};
    }
    if (m_retry.isActive()) {
        m_retry.stop();
        announce(ClientState::Disconnected);
        return {};
    }
    if (m_connection == nullptr)
        return Error{Error::Code::WrongState, tr("There is no connection to close")};
    if (m_state.state == ClientState::Closing)
        return Error{Error::Code::WrongState, tr("The connection is being closed already")};
    if (m_state.state == ClientState::Open)
        announce(ClientState::Closing);
    m_connection->close(command.code, command.reason);
    return {};
}

ClientOutcome ClientEngine::send(const SendFromClient &command)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (m_state.state != ClientState::Open)
        return Error{Error::Code::WrongState, tr("There is no open connection")};
    auto sent = m_connection->send(command.opcode, command.payload);
    if (sent)
        record(Direction::ClientToServer, command.opcode, command.payload);
    return sent;
}

ClientOutcome ClientEngine::startDemo(const StartDemo &command)
{
    Q_ASSERT(QThread::currentThread() == thread());
    const auto url = parseClientUrl(command.url);
    if (!url)
        return url.error();
    auto request = makeHandshakeRequest(*url, {});
    if (!request)
        return request.error();
    m_demo = std::make_unique<DemoCrowd>(*std::move(request));
    return {};
}

ClientOutcome ClientEngine::stopDemo()
{
    m_demo.reset();
    return {};
}

void ClientEngine::acknowledge()
{
    m_feed.acknowledge();
}

void ClientEngine::announce(ClientState state)
{
    m_state.state = state;
    m_feed.append(m_state);
}

void ClientEngine::record(Direction direction, Opcode opcode, const QByteArray &payload,
                          qint64 roundTrip)
{
    ClientActivity activity;
    activity.timestamp = microsecondsSinceEpoch();
    activity.direction = direction;
    activity.opcode = opcode;
    activity.payload = payload.first(std::min(payload.size(), MaxKeptPayload));
    activity.length = payload.size();
    activity.roundTrip = roundTrip;
    m_feed.append(std::move(activity));
}

void ClientEngine::finishOpen(const ClientOutcome &outcome)
{
    if (const auto done = std::exchange(m_done, nullptr))
        done(outcome);
}

} // namespace signalbox
