// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/connection_row.h"

#include <QStringList>

namespace signalbox {

/// What can be done about a refused handshake: which option helps, or what the client must change.
QString remedyText(const ConnectionRow &row);

/// Whether a ban of its address kept it out.
bool isRefusedByBan(const ConnectionRow &row);

/// The origin that was not allowed, as it was sent; empty for any other cause.
QString refusedOrigin(const ConnectionRow &row);

/// The option allowedOrigins with one more. An empty list allows the same host and, on loopback,
/// all loopback origins; it ends with the first entry, so the origins of those who are connected
/// (at most MaxKeptOrigins) are listed with it.
QStringList allowedOriginsWith(const QString &origin, const QStringList &now,
                               const QList<ConnectionRow> &connected);
inline constexpr qsizetype MaxKeptOrigins = 20;

} // namespace signalbox
