// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ban.h"
#include "ui/connections/connection_row.h"

#include <QList>
#include <QMultiHash>
#include <QString>

namespace signalbox {

enum class BanKind : quint8 { Users, Addresses };

/// Users by what stands for them where marks in a name must not act; two may look the same.
using ShownUsers = QMultiHash<QString, UserId>;
ShownUsers shownUsersOf(const QList<ConnectionRow> &connections);

/// What was typed, one a line; empty lines say nothing and a second time is no more than the first.
/// A line that is one of `shown` means those users. Errors: Parse, InvalidArgument, OutOfRange,
/// each with the line; InvalidArgument if there is none.
Result<QList<BanSubject>> readBanSubjects(BanKind kind, const QString &text,
                                          const ShownUsers &shown = {});

/// Of selected connections: each user, or each address, once, one a line; escaped.
QString banSubjectsOf(BanKind kind, const QList<ConnectionRow> &connections);

/// How many of the open ones a ban of these means.
qsizetype countBanned(const QList<BanSubject> &subjects, const QList<ConnectionRow> &live);

/// `until lifted`, `14:05:00, in 9 min`
QString banUntilText(qint64 until, qint64 now);
/// Escaped: `ann`, `192.0.2.0/24`
QString banSubjectForReading(const BanSubject &subject);

} // namespace signalbox
