// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/message/client_message.h"

#include <QByteArrayView>

#include <memory>
#include <variant>

namespace signalbox {

/// Decodes wire messages; validates the whole document first, so that raw tokens of it can be
/// spliced into outgoing messages. One for each thread: it keeps its buffers between calls.
class MessageDecoder
{
public:
    /// Deepest nesting of objects and arrays that is accepted.
    static constexpr int MaxDepth = 64;
    /// Bytes that must be readable behind an input for Padding::Present.
    static constexpr qsizetype PaddingBytes = 64;

    /// Whether PaddingBytes of any content may be read behind the input; if not, it is copied.
    enum class Padding : quint8 { Absent, Present };

    using Decoded = std::variant<ClientMessage, MessageError>;
    using DecodedAck = std::variant<AckRequest, MessageError>;

    MessageDecoder();
    ~MessageDecoder();
    Q_DISABLE_COPY_MOVE(MessageDecoder)

    /// A message to the handler `rooms`. Errors: ParseFailed (not JSON by RFC 8259, deeper than
    /// MaxDepth, duplicate keys, numbers beyond 64 bits), InvalidFormat, InvalidRoom, InvalidUser.
    [[nodiscard]] Decoded decode(QByteArrayView json, qsizetype maxNameLength,
                                 Padding padding = Padding::Absent);

    /// A message to the handler `ack`. Errors: ProcessingFailed (what decode() calls ParseFailed),
    /// InvalidFormat (an object's `id` is neither a short string nor an integer).
    [[nodiscard]] DecodedAck decodeAck(QByteArrayView json, Padding padding = Padding::Absent);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox
