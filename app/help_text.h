// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"

namespace signalbox {

/// What `--help` prints: every option under its group's heading, with its default.
QString helpText(Program program);

/// What `--version` prints: one line.
QString versionText(Program program);

/// `signalbox` or `signalboxd`
QString programName(Program program);

} // namespace signalbox
