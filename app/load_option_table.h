// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load_command_line.h"

#include <span>

namespace signalbox {

/// The heading under which an option of `signalbox-load` stands in the help text.
enum class LoadOptionGroup : quint8 { Connections, Messages, Time, Objectives, Output };

/// One row of the table that the command line of `signalbox-load` and its help are made from.
struct LoadOption
{
    using Read = Result<void> (*)(LoadCommand &command, const QString &value);

    const char *name; ///< without dashes
    LoadOptionGroup group;
    const char *placeholder; ///< of its value: `NUMBER`; null: it takes none
    const char *initial; ///< as it would be written; null: it is off, or depends
    quint8 scenarios; ///< bits of the scenarios that it is for
    Read read;
    const char *help; ///< one sentence, English; translated by loadOptionHelp()
    bool repeats = false; ///< whether it may be given more than once
};

[[nodiscard]] std::span<const LoadOption> loadOptionTable();
/// The row with that name, or null.
[[nodiscard]] const LoadOption *findLoadOption(QStringView name);
[[nodiscard]] bool isFor(const LoadOption &option, ScenarioKind scenario);
[[nodiscard]] QString loadOptionHelp(const LoadOption &option);
[[nodiscard]] QString loadOptionGroupTitle(LoadOptionGroup group);

} // namespace signalbox
