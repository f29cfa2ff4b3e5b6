// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace signalbox {

struct AuditEntry;

/// What became of it, in the words of its action: `2 sent, 1 gone` of a message, `10 clients
/// closed` of a stop, `3 joined` of a move into a room; else `done`, `cancelled`, `failed: …`.
QString auditOutcomeText(const AuditEntry &entry);

} // namespace signalbox
