// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/client.h"

#include <QList>
#include <QObject>

namespace signalbox::test {

/// Keeps all that a Client said, sorted by kind.
class ClientRecorder : public QObject
{
    Q_OBJECT

public:
    explicit ClientRecorder(const Client &client);

    [[nodiscard]] const QList<ClientStateChanged> &states() const { return m_states; }
    [[nodiscard]] ClientStateChanged last() const { return m_states.value(m_states.size() - 1); }
    [[nodiscard]] int count(ClientState state) const;
    [[nodiscard]] QList<ClientActivity> activity(Direction direction, Opcode opcode) const;

private:
    QList<ClientStateChanged> m_states;
    QList<ClientActivity> m_activity;
};

/// Waits for a future in an event loop; the outcome is WrongState if it never finishes.
ClientOutcome outcomeOf(const QFuture<ClientOutcome> &future);

} // namespace signalbox::test
