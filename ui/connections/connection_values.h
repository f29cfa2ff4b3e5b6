// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter_field.h"

#include <QStringList>

namespace signalbox {

class ConnectionModel;

/// The values that a field of connections has just now, each once, for the completion of filters.
QStringList connectionValues(const ConnectionModel &model, FilterField field);

} // namespace signalbox
