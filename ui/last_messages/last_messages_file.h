// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "ui/connections/connection_row.h"
#include "ui/last_messages/message_store.h"

#include <optional>

namespace signalbox {

/// The last messages of one connection, with what it takes to read them when it is long gone. It
/// holds nothing of the handshake but the path: no field and no query, which may be secret.
struct LastMessagesDocument
{
    ConnectionId connection;
    UserId user;
    QString address;
    QByteArray path;
    qint64 opened = 0; ///< these in milliseconds since the epoch
    qint64 ended = 0; ///< 0: it was open
    qint64 taken = 0; ///< when the messages were put together
    std::optional<CloseInfo> close;
    QList<ActivityRecord> records;
};

LastMessagesDocument lastMessagesOf(const ConnectionRow &row, const MessageHistory &history,
                                    qint64 now);

/// JSON Lines: a header, then a line for each record.
QByteArray writeLastMessages(const LastMessagesDocument &document);
/// Error: Parse, with the number of the line.
Result<LastMessagesDocument> readLastMessages(const QByteArray &text);

/// A larger file is none of ours.
inline constexpr qint64 MaxLastMessagesFile = qint64(256) << 20;

/// Errors: PermissionDenied, with the system's words. A file that is there is replaced whole.
Result<void> saveLastMessages(const LastMessagesDocument &document, const QString &fileName);
/// Errors: PermissionDenied, OutOfRange (too large), Parse.
Result<LastMessagesDocument> openLastMessages(const QString &fileName);

/// `last-messages-17.jsonl`
QString lastMessagesFileName(const LastMessagesDocument &document);

} // namespace signalbox
