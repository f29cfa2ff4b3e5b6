// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/test_client/client_session.h"

#include "core/escaped_text.h"
#include "ui/actions/outcome_watch.h"
#include "ui/payload/payload_text.h"
#include "ui/test_client/client_log_model.h"
#include "ui/test_client/client_text.h"
#include "ui/theme/measure_text.h"

#include <QDateTime>

#include <algorithm>
#include <chrono>
#include <utility>
#include <variant>

namespace signalbox {

using namespace std::chrono_literals;

namespace {

constexpr QLatin1StringView IdMember{"id"};

ClientLogRow eventRow(const QString &event, const QString &sentence, bool isTrouble)
{
    ClientLogRow row;
    row.timestamp = QDateTime::currentMSecsSinceEpoch() * 1'000;
    row.event = event;
    row.sentence = sentence;
    row.isTrouble = isTrouble;
    return row;
}

bool wasOpen(ClientState state)
{
    return state == ClientState::Open || state == ClientState::Closing;
}

bool isGoodEnd(const CloseInfo &close)
{
    return close.by == ClosedBy::Operator || close.code == close_reason::NormalClosure.code
           || close.code == close_reason::GoingAway.code;
}

/// What a change of the state looks like in the log; nothing for the steps in between.
std::optional<ClientLogRow> rowOf(ClientState before, const ClientStateChanged &now,
                                  const QString &url)
{
    if (now.state == ClientState::Open)
        return eventRow(ClientSession::tr("connected"),
                        QString(escapedText(url) + u' ' + clientStateSentence(now)).trimmed(),
                        false);
    if (now.state != ClientState::Disconnected && now.state != ClientState::WaitingToReconnect)
        return std::nullopt;
    if (wasOpen(before) && now.close.code != 0)
        return eventRow(ClientSession::tr("closed"), clientCloseText(now.close),
                        !isGoodEnd(now.close));
    if (before != ClientState::WaitingToReconnect && !now.sentence.isEmpty())
        return eventRow(
            ClientSession::tr("failed"),
            ClientSession::tr("%1: %2").arg(escapedText(url), escapedText(now.sentence)), true);
    return std::nullopt;
}

ClientLogRow rowOf(const ClientActivity &activity)
{
    ClientLogRow row;
    row.timestamp = activity.timestamp;
    row.direction = activity.direction;
    row.opcode = activity.opcode;
    row.payload = activity.payload;
    row.length = activity.length;
    row.latency = activity.roundTrip;
    return row;
}

/// States carry no time: theirs is at most that of the frame that follows.
void putInOrder(QList<ClientLogRow> &rows)
{
    for (qsizetype i = rows.size() - 2; i >= 0; --i)
        rows[i].timestamp = std::min(rows[i].timestamp, rows[i + 1].timestamp);
}

} // namespace

ClientSession::ClientSession(Client &client, ClientLogModel &log, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_log(log)
    , m_tick(this)
{
    m_state.close.code = 0;
    m_tick.setInterval(200ms);
    connect(&m_tick, &QTimer::timeout, this, &ClientSession::countdownChanged);
    connect(&m_client, &Client::eventsArrived, this, &ClientSession::take);
}

bool ClientSession::isIdle() const
{
    return m_state.state == ClientState::Disconnected
           || m_state.state == ClientState::WaitingToReconnect;
}

int ClientSession::secondsToRetry() const
{
    if (m_state.state != ClientState::WaitingToReconnect)
        return 0;
    return int((m_retryAt.remainingTime() + 999) / 1'000);
}

void ClientSession::open(const OpenClient &settings)
{
    m_url = settings.url;
    // The outcome comes as a state too, with its sentence.
    m_client.execute(settings);
}

void ClientSession::close(quint16 code, const QString &reason)
{
    m_waiting.reset();
    whenDone(m_client.execute(CloseClient{code, reason}), this,
             [this](const ClientOutcome &outcome) {
                 if (!outcome)
                     emit failed(outcome.error().message);
             });
}

void ClientSession::send(const SendFromClient &message, const OpenClient &settings)
{
    if (m_state.state == ClientState::Open) {
        sendNow(message);
        return;
    }
    if (m_waiting || m_state.state == ClientState::Closing) {
        emit failed(m_waiting ? tr("A message already waits for the connection.")
                              : tr("The connection is being closed; send when it has ended."));
        return;
    }
    m_waiting = message;
    if (isIdle())
        open(settings);
}

void ClientSession::sendNow(const SendFromClient &message)
{
    whenDone(m_client.execute(message), this, [this](const ClientOutcome &outcome) {
        if (outcome)
            emit sent();
        else
            emit failed(outcome.error().message);
    });
}

void ClientSession::take(const ClientEventBatch &batch)
{
    QList<ClientLogRow> rows;
    for (const ClientEvent &event : batch.events) {
        if (const auto *activity = std::get_if<ClientActivity>(&event)) {
            ClientLogRow row = rowOf(*activity);
            const QString id =
                row.opcode == Opcode::Text ? topLevelMember(row.payload, IdMember) : QString();
            if (row.direction == Direction::ClientToServer)
                m_latency.sent(id, row.timestamp);
            else if (!id.isEmpty())
                row.latency = m_latency.received(id, row.timestamp);
            rows += row;
        } else if (const auto *state = std::get_if<ClientStateChanged>(&event)) {
            if (const auto row = rowOf(m_state.state, *state, m_url))
                rows += *row;
            changeState(*state);
        }
    }
    if (batch.lost > 0) {
        rows += eventRow(tr("lost"),
                         counted(batch.lost, tr("one record found no room in the buffer"),
                                 tr("%1 records found no room in the buffer")),
                         true);
    }
    putInOrder(rows);
    m_log.append(rows);
}

void ClientSession::changeState(const ClientStateChanged &state)
{
    m_state = state;
    if (state.state == ClientState::WaitingToReconnect) {
        m_retryAt.setRemainingTime(state.retryDelay);
        m_tick.start();
    } else {
        m_tick.stop();
    }
    if (state.state == ClientState::Open) {
        m_latency.clear();
        if (const auto message = std::exchange(m_waiting, std::nullopt))
            sendNow(*message);
    } else if (state.state == ClientState::Disconnected) {
        m_waiting.reset();
    }
    emit stateChanged();
}

} // namespace signalbox
