// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ban.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace signalbox {

/// A larger file is none of ours.
inline constexpr qint64 MaxBanFileBytes = 16 << 20;

/// The bans as a file of JSON that people can read.
QByteArray banFileText(const QList<Ban> &bans);
/// Error: Parse, with what is wrong and where.
Result<QList<Ban>> readBanFileText(const QByteArray &text);

/// Reads the file; none is no bans. Errors: Parse, PermissionDenied.
Result<QList<Ban>> loadBans(const QString &path);
/// In one step: after a failure the old file is still there. Error: PermissionDenied.
Result<void> saveBans(const QString &path, const QList<Ban> &bans);
/// Gives a broken file another name, which is the result; empty if that failed.
QString keepAside(const QString &path);

} // namespace signalbox
