// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/option_table.h"

#include <QHash>
#include <QStringList>

class QSettings;

namespace signalbox {

/// What the console starts with until somebody changes it: the defaults, and the example endpoints.
ServerOptions consoleDefaults();

/// The options that were kept, by their names in the group `options`; the others are as in
/// `defaults`. A value that its option does not accept (any more) is left out, with a sentence in
/// `warnings` (which may be null).
ServerOptions readOptions(QSettings &settings, QStringList *warnings,
                          const ServerOptions &defaults = {});

/// Where the value of an option comes from, the later before the earlier.
enum class OptionSource : quint8 { Settings, Environment, CommandLine };

/// The options that a console was started with, and which of them were given for this start only.
struct StartOptions
{
    ServerOptions options;
    QHash<QString, OptionSource> given; ///< by name; all others come from the settings
};

/// Keeps one option's value, the default too: what somebody chose stays when a default changes.
void writeOption(QSettings &settings, const ServerOptions &options, const OptionDescriptor &option);

} // namespace signalbox
