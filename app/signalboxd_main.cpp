// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line_reply.h"
#include "app/daemon_application.h"

#include <QCoreApplication>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

/// One thread does nearly all of the work: an arena of its own would only add system calls.
void shareOneArena()
{
#ifdef __GLIBC__
    ::mallopt(M_ARENA_MAX, 1); // NOLINT(concurrency-mt-unsafe): there is one thread yet
#endif
}

} // namespace

int main(int argc, char *argv[])
{
    using namespace signalbox;
    shareOneArena();
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
