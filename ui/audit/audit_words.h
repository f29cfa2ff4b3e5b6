// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/audit/audit_entry.h"

namespace signalbox {

/// An entry's texts are the same in every language, as they stand in the file; these are how people
/// read them. What is none of our words stays as it is.

/// `room lobby`, `all connections`, `#1, #2 and 10 more`
QString auditTargetForReading(const AuditEntry &entry);
/// `text of 5 bytes: hello`, `until 14:05:00: spam`
QString auditDetailsForReading(const AuditEntry &entry);

} // namespace signalbox
