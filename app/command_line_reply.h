// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"

#include <optional>

namespace signalbox {

/// The exit code for a command line or a start that cannot be carried out.
inline constexpr int UsageExitCode = 2;

/// Prints what the command line asks for or what is wrong with it, and tells the exit code; nothing
/// if the program should run. Warnings go to stderr.
std::optional<int> replyToCommandLine(Program program, const Result<CommandLine> &commandLine);

/// `signalboxd: SENTENCE` on stderr, as one harmless line.
void complain(Program program, const QString &sentence);

} // namespace signalbox
