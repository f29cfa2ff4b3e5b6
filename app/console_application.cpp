// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console_application.h"

#include "app/command_line_reply.h"

#include <QApplication>

#include <utility>

namespace signalbox {

ConsoleApplication::ConsoleApplication(CommandLine commandLine, QObject *parent)
    : QObject(parent)
    , m_commandLine(std::move(commandLine))
    , m_window(m_server, m_client, m_theme, {m_commandLine.options, m_commandLine.given})
{
    m_theme.apply();
    connect(&m_signals, &UnixSignals::stopRequested, this, &ConsoleApplication::stopRequested);
    connect(&m_server, &Server::eventsArrived, this, &ConsoleApplication::follow);
}

int ConsoleApplication::run()
{
    if (m_commandLine.startServer)
        startServer();
    else
        m_window.show();
    return QApplication::exec();
}

void ConsoleApplication::startServer()
{
    m_server.execute(StartServer{m_commandLine.options})
        .then(this, [this](const CommandOutcome &outcome) {
            // The window says so too, and how to go on.
            if (!outcome)
                complain(Program::Console, outcome.error().message);
            m_window.show();
        });
}

void ConsoleApplication::stopRequested()
{
    if (m_stopping) {
        QApplication::quit();
        return;
    }
    m_stopping = true;
    m_server.execute(StopGracefully{}).then(this, [this](const CommandOutcome &outcome) {
        if (!outcome && outcome.error().code == Error::Code::Cancelled)
            m_stopping = false;
        else if (!outcome && m_state != ServerState::Stopped)
            m_waiting = true;
        else
            QApplication::exit(EXIT_SUCCESS);
    });
}

void ConsoleApplication::follow(const EventBatch &batch)
{
    for (const ServerEvent &event : batch.events) {
        const auto *state = std::get_if<ServerStateChanged>(&event);
        if (!state)
            continue;
        const ServerState before = std::exchange(m_state, state->state);
        if (!m_waiting)
            continue;
        if (m_state == ServerState::Stopped)
            QApplication::exit(EXIT_SUCCESS);
        else if (m_state == ServerState::Serving && before == ServerState::Stopping)
            m_waiting = m_stopping = false; // the stop was taken back
    }
}

} // namespace signalbox
