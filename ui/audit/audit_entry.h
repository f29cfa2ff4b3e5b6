// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/server_command.h"
#include "core/user_id.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace signalbox {

/// What an operator did, with its outcome. The texts are escaped and without secrets; their words
/// are those of the file, the same in every language (see audit_words.h).
struct AuditEntry
{
    qint64 timestamp = 0; ///< when the outcome was known, milliseconds since the epoch
    QString action{}; ///< a word of the file, the same in every language: `kick`
    QString target{}; ///< who or what it was about: `#17, #18 (ann)`, `room lobby`
    QString details{}; ///< what exactly: a code, a reason, a value
    bool ok = true;
    bool cancelled = false; ///< not done because somebody thought better of it; `ok` is false then
    QString outcome{}; ///< why it was not done; empty otherwise
    /// Of what reached connections, else all 0; what they mean depends on the action (see
    /// audit_outcome.h).
    qint64 sent = 0;
    qint64 buffered = 0;
    qint64 dropped = 0;
    qint64 gone = 0;

    friend bool operator==(const AuditEntry &, const AuditEntry &) = default;
};

/// The user of a connection; empty if it has none or is not known any more.
using UserOf = std::function<UserId(ConnectionId)>;

/// What is recorded of a command; nothing for those that change nothing. `now` in milliseconds
/// since the epoch; without `userOf` connections have no names.
std::optional<AuditEntry> auditEntry(const ServerCommand &command, const CommandOutcome &outcome,
                                     qint64 now, const UserOf &userOf = {});

/// What is recorded of a change that no server was told: it waits for the next start.
AuditEntry keptOptionEntry(const ChangeOption &change, qint64 now);

/// A text with the values of `"password": "…"` and its kin, and of `Bearer …`, hidden; escaped.
QString redactedText(const QString &text);

/// One line of JSON with its line feed.
QByteArray auditLine(const AuditEntry &entry);
/// Error: Parse.
Result<AuditEntry> readAuditLine(QByteArrayView line);
/// One record of RFC 4180 with its CRLF; no field begins as a formula of a spreadsheet.
QByteArray auditCsv(const AuditEntry &entry);
QByteArray auditCsvHead();

} // namespace signalbox
