// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/load/load_report.h"

#include <QString>

namespace signalbox {

/// The report as a table for people, with a line end at its end. Foreign text in it is escaped.
[[nodiscard]] QString loadReportText(const LoadReport &report);

/// One line about the last second, without a line end.
[[nodiscard]] QString loadProgressText(const LoadProgress &progress);

} // namespace signalbox
