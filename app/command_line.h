// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/option_settings.h"
#include "core/result.h"

#include <QProcessEnvironment>
#include <QStringList>

namespace signalbox {

/// Which of the two commands was called; they share all options of the server.
enum class Program : quint8 {
    Console, ///< `signalbox`, with a window
    Daemon, ///< `signalboxd`, headless
};

/// What the command line asks for.
struct CommandLine
{
    enum class Action : quint8 { Run, ShowHelp, ShowVersion };

    Action action = Action::Run;
    ServerOptions options;
    bool startServer = true; ///< false with `--no-start`
    QHash<QString, OptionSource> given; ///< options that were set here, by their name
    QStringList warnings; ///< sentences, for instance about a variable that names no option
};

/// The arguments of main() without the program's name.
QStringList commandLineArguments(int argc, char **argv);

/// Where a program's options start from when nobody has chosen anything.
ServerOptions defaultOptions(Program program);

/// Reads the arguments (without the program's name) and the variables `SIGNALBOX_…`; an argument
/// beats a variable, a variable beats `base`. Errors: InvalidArgument, OutOfRange; one sentence.
Result<CommandLine> parseCommandLine(Program program, const QStringList &arguments,
                                     const QProcessEnvironment &environment,
                                     const ServerOptions &base);

} // namespace signalbox
