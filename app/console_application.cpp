// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console_application.h"

#include "app/command_line_reply.h"

#include <QApplication>

#include <utility>

namespace signalbox {

ConsoleApplication::ConsoleApplication(CommandLine commandLine, QObject *parent)
    : QObject(parent)
    , m_commandLine(std::move(commandLine))
    , m_window(m_server, m_client, m_theme, m_commandLine.options)
{
    m_theme.apply();
    connect(&m_signals, &UnixSignals::stopRequested, this, &ConsoleApplication::stopRequested);
}

int ConsoleApplication::run()
{
    // In the loop: a start that fails at once would call exit() before there is a loop to leave.
    if (m_commandLine.startServer)
        QMetaObject::invokeMethod(this, &ConsoleApplication::startServer, Qt::QueuedConnection);
    else
        m_window.show();
    return QApplication::exec();
}

void ConsoleApplication::startServer()
{
    m_server.execute(StartServer{m_commandLine.options})
        .then(this, [this](const CommandOutcome &outcome) {
            if (outcome) {
                m_window.show();
                return;
            }
            complain(Program::Console, outcome.error().message);
            QApplication::exit(UsageExitCode);
        });
}

void ConsoleApplication::stopRequested()
{
    if (m_stopping) {
        QApplication::quit();
        return;
    }
    m_stopping = true;
    m_server.execute(StopGracefully{}).then(this, [](const CommandOutcome & /*outcome*/) {
        QApplication::exit(EXIT_SUCCESS);
    });
}

} // namespace signalbox
