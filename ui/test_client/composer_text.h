// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/opcode.h"
#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace signalbox {

/// How the composer's text becomes a payload.
enum class ComposerFormat : quint8 { Text, Hex, Base64 };

[[nodiscard]] constexpr Opcode composerOpcode(ComposerFormat format)
{
    return format == ComposerFormat::Text ? Opcode::Text : Opcode::Binary;
}

/// The bytes to send. Hex may have spaces and line breaks between its bytes, base64 between any
/// characters. Errors: Parse, with the line and column.
Result<QByteArray> composePayload(const QString &text, ComposerFormat format);

/// What the composer says about the text as it is typed.
struct ComposerCheck
{
    enum class Verdict : quint8 { Quiet, Good, Warning, Error };

    Verdict verdict = Verdict::Quiet;
    QString sentence; ///< `JSON, 42 B`, or what is wrong and where
};

/// A text that begins like a JSON object or array is checked as one; faulty JSON is a warning,
/// because any text can be sent, and bytes that cannot be read are an error.
ComposerCheck checkComposed(const QString &text, ComposerFormat format);

} // namespace signalbox
