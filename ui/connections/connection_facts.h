// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/connection_row.h"
#include "ui/widgets/fact_list.h"

namespace signalbox {

/// Everything known of one connection, in the order in which one asks for it. Secrets of the
/// handshake are hidden unless `reveal`.
QList<Fact> connectionFacts(const ConnectionRow &row, qint64 now, bool reveal);

/// Whether the handshake holds anything that is hidden.
bool hasSecrets(const Handshake &handshake);

} // namespace signalbox
