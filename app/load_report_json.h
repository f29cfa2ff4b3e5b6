// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/load/load_objectives.h"
#include "client/load/load_report.h"

#include <QByteArray>
#include <QList>

namespace signalbox {

/// The report as one JSON object with a line end; `--help` documents its names, which stay.
[[nodiscard]] QByteArray loadReportJson(const LoadReport &report,
                                        const QList<ObjectiveOutcome> &outcomes);

} // namespace signalbox
