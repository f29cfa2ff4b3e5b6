// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/client_recorder.h"

#include <QTest>

#include <algorithm>

namespace signalbox::test {

ClientRecorder::ClientRecorder(const Client &client)
{
    connect(&client, &Client::eventsArrived, this, [this](const ClientEventBatch &batch) {
        for (const ClientEvent &event : batch.events) {
            if (const auto *state = std::get_if<ClientStateChanged>(&event))
                m_states += *state;
            else if (const auto *activity = std::get_if<ClientActivity>(&event))
                m_activity += *activity;
        }
    });
}

int ClientRecorder::count(ClientState state) const
{
    return int(std::ranges::count(m_states, state, &ClientStateChanged::state));
}

QList<ClientActivity> ClientRecorder::activity(Direction direction, Opcode opcode) const
{
    QList<ClientActivity> found;
    std::ranges::copy_if(m_activity, std::back_inserter(found), [&](const ClientActivity &one) {
        return one.direction == direction && one.opcode == opcode;
    });
    return found;
}

ClientOutcome outcomeOf(const QFuture<ClientOutcome> &future)
{
    constexpr int PatienceMilliseconds = 60'000;
    const bool finished =
        QTest::qWaitFor([&future] { return future.isFinished(); }, PatienceMilliseconds);
    if (!finished || future.resultCount() == 0)
        return Error{Error::Code::WrongState, QStringLiteral("The future has no result")};
    return future.result();
}

} // namespace signalbox::test
