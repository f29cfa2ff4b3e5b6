// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon_application.h"

#include "app/command_line_reply.h"
#include "app/text_output.h"
#include "core/escaped_text.h"

#include <QCoreApplication>

#include <utility>

namespace signalbox {

DaemonApplication::DaemonApplication(ServerOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
    connect(&m_server, &Server::eventsArrived, this, &DaemonApplication::takeEvents);
    connect(&m_signals, &UnixSignals::stopRequested, this, &DaemonApplication::stopRequested);
}

int DaemonApplication::run()
{
    // In the loop: a start that fails at once would call exit() before there is a loop to leave.
    QMetaObject::invokeMethod(this, &DaemonApplication::startServer, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

void DaemonApplication::startServer()
{
    m_server.execute(Subscribe{StateWanted::ServerOnly, false});
    m_server.execute(StartServer{m_options}).then(this, [](const CommandOutcome &outcome) {
        if (outcome)
            return;
        complain(Program::Daemon, outcome.error().message);
        QCoreApplication::exit(UsageExitCode);
    });
}

void DaemonApplication::stopRequested()
{
    ++m_stopRequests;
    if (m_stopRequests == 1)
        stopGracefully();
    else if (m_stopRequests == 2)
        stopAtOnce();
}

void DaemonApplication::stopGracefully()
{
    writeLogLine(LogLevel::Info, tr("stopping gracefully; a second signal stops at once"));
    m_server.execute(StopGracefully{}).then(this, [](const CommandOutcome &outcome) {
        if (outcome) {
            writeLogLine(LogLevel::Info,
                         tr("stopped: connections that ended %1, that were terminated %2")
                             .arg(outcome->sent)
                             .arg(outcome->gone));
        }
        QCoreApplication::quit();
    });
}

void DaemonApplication::stopAtOnce()
{
    writeLogLine(LogLevel::Warning, tr("stopping at once"));
    m_server.execute(StopServer{}).then(this, [](const CommandOutcome & /*outcome*/) {
        QCoreApplication::quit();
    });
}

void DaemonApplication::takeEvents(const EventBatch &batch)
{
    for (const ServerEvent &event : batch.events) {
        if (const auto *state = std::get_if<ServerStateChanged>(&event))
            takeEvent(*state);
        else if (const auto *connections = std::get_if<ConnectionsChanged>(&event))
            takeEvent(*connections);
    }
}

void DaemonApplication::takeEvent(const ServerStateChanged &state)
{
    for (const QString &warning : state.warnings) {
        if (!m_loggedWarnings.contains(warning))
            writeLogLine(LogLevel::Warning, warning);
    }
    m_loggedWarnings = state.warnings;

    if (state.state == ServerState::Serving && !m_serving) {
        m_serving = true;
        // Scripts wait for this line: it is an interface and stays untranslated.
        writeText(stdout, QStringLiteral("listening on ") + escapedText(state.url) + u'\n');
        writeLogLine(
            LogLevel::Info,
            tr("signalboxd %1 serves %2").arg(QStringLiteral(SIGNALBOX_VERSION), state.url));
    } else if (state.state == ServerState::Stopped && m_serving && m_stopRequests == 0) {
        writeLogLine(LogLevel::Error, tr("the server stopped: %1").arg(state.cause));
        QCoreApplication::exit(EXIT_FAILURE);
    }
}

void DaemonApplication::takeEvent(const ConnectionsChanged &change)
{
    for (const RefusedHandshake &refusal : change.refused) {
        writeLogLine(LogLevel::Warning, tr("refused %1 port %2 at %3 with %4: %5")
                                            .arg(refusal.request.peerAddress,
                                                 QString::number(refusal.request.peerPort),
                                                 escapedUtf8(refusal.request.path),
                                                 QString::number(refusal.status), refusal.cause));
    }
    if (change.refusedOmitted > 0) {
        writeLogLine(LogLevel::Warning,
                     tr("refused %1 more than are listed").arg(change.refusedOmitted));
    }
}

} // namespace signalbox
