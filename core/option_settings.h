// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/option_table.h"

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

/// Keeps one option's value, the default too: what somebody chose stays when a default changes.
void writeOption(QSettings &settings, const ServerOptions &options, const OptionDescriptor &option);

} // namespace signalbox
