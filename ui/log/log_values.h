// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter_field.h"
#include "core/log/log_snapshot.h"

#include <QStringList>

namespace signalbox {

/// The rooms, users or types that the newest records name, for the filter's completion.
QStringList recentValues(const LogSnapshot &log, FilterField field);

} // namespace signalbox
