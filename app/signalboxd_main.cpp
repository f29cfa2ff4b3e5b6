// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line_reply.h"
#include "app/daemon_application.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    using namespace signalbox;
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("signalboxd"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SIGNALBOX_VERSION));

    const auto commandLine =
        parseCommandLine(Program::Daemon, commandLineArguments(argc, argv),
                         QProcessEnvironment::systemEnvironment(), defaultOptions(Program::Daemon));
    if (const auto exitCode = replyToCommandLine(Program::Daemon, commandLine))
        return *exitCode;

    DaemonApplication daemon(commandLine->options);
    return daemon.run();
}
