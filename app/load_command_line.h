// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/load/load_objectives.h"
#include "client/load/load_plan.h"
#include "core/result.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace signalbox {

/// What the command line of `signalbox-load` asks for.
struct LoadCommand
{
    enum class Action : quint8 { Run, ShowHelp, ShowVersion };

    /// Messages under way on a connection that `--rate` allows if `--depth` does not say.
    static constexpr int OpenLoopDepth = 1'024;

    Action action = Action::Run;
    LoadPlan plan;
    LoadObjectives objectives;
    QString jsonFile; ///< that the report goes to; `-` is stdout, empty: none is written
    std::optional<bool> progress; ///< a line a second; empty: where stderr is a terminal
    bool quiet = false; ///< neither table nor progress
};

/// Reads the arguments without the program's name. Errors: InvalidArgument, OutOfRange; one
/// sentence.
Result<LoadCommand> parseLoadCommandLine(const QStringList &arguments);

} // namespace signalbox
