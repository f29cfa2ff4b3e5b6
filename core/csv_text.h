// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace signalbox {

/// Appends a cell of text as RFC 4180 has it, in quotes. A text that begins with `=`, `+`, `-`,
/// `@`, a tab or a line break would be a formula to a spreadsheet that opens the file: it gets an
/// apostrophe in front, and so does one that begins with an apostrophe. Whoever reads the file
/// takes one leading apostrophe away to have the text back.
void appendCsvText(QByteArray &out, QByteArrayView utf8);

} // namespace signalbox
