// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace signalbox {

/// Descriptors that the process needs for itself, besides one for each connection.
inline constexpr qint64 ReservedDescriptors = 64;

/// Raises the process's limit of open descriptors to its hard limit; the result is the limit in
/// force, or the largest number where the system has none.
qint64 raiseDescriptorLimit();

} // namespace signalbox
