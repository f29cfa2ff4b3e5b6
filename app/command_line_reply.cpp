// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line_reply.h"

#include "app/help_text.h"
#include "app/text_output.h"

namespace signalbox {

std::optional<int> replyToCommandLine(Program program, const Result<CommandLine> &commandLine)
{
    if (!commandLine) {
        complain(program, commandLine.error().message);
        return UsageExitCode;
    }
    switch (commandLine->action) {
    case CommandLine::Action::ShowHelp:
        writeText(stdout, helpText(program));
        return EXIT_SUCCESS;
    case CommandLine::Action::ShowVersion:
        writeText(stdout, versionText(program));
        return EXIT_SUCCESS;
    case CommandLine::Action::Run:
        break;
    }
    for (const QString &warning : commandLine->warnings)
        complain(program, warning);
    return {};
}

void complain(Program program, const QString &sentence)
{
    writeComplaint(programName(program), sentence);
}

} // namespace signalbox
