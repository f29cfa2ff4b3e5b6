// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdio>

namespace signalbox {

/// How much a line of the log matters.
enum class LogLevel : quint8 { Info, Warning, Error };

/// Writes UTF-8 and flushes; false if not all of it went out.
bool writeText(std::FILE *stream, const QString &text);

/// `PROGRAM: SENTENCE` on stderr, as one harmless line.
void writeComplaint(const QString &program, const QString &sentence);

/// One line on stderr: `2026-01-31T12:00:00.000Z warning TEXT`. Foreign text in it is shown
/// escaped.
void writeLogLine(LogLevel level, const QString &text);

} // namespace signalbox
