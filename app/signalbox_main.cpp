// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line_reply.h"
#include "app/console_application.h"
#include "app/window_system.h"
#include "core/option_settings.h"
#include "ui/shell/language.h"

#include <QApplication>
#include <QSettings>

int main(int argc, char *argv[])
{
    using namespace signalbox;
    QApplication::setOrganizationName(QStringLiteral("Signalbox"));
    QApplication::setApplicationName(QStringLiteral("signalbox"));
    QApplication::setApplicationVersion(QStringLiteral(SIGNALBOX_VERSION));

    // Read before QApplication is made: help and errors need no display.
    QSettings settings;
    QStringList warnings;
    const auto kept = readOptions(settings, &warnings, defaultOptions(Program::Console));
    const auto commandLine = parseCommandLine(Program::Console, commandLineArguments(argc, argv),
                                              QProcessEnvironment::systemEnvironment(), kept);
    if (const auto exitCode = replyToCommandLine(Program::Console, commandLine))
        return *exitCode;
    for (const QString &warning : std::as_const(warnings))
        complain(Program::Console, warning);

    const auto application = makeApplication(argc, argv);
    useLanguage(keptLanguage(), *application);
    ConsoleApplication console(*commandLine);
    return console.run();
}
