// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace signalbox {

/// Appends a string of JSON with its quotes. What escapedText() would not leave as it is becomes an
/// escape of JSON: it is one line for whoever reads lines, and does nothing where it is shown. A
/// byte that is not UTF-8 becomes U+FFFD.
void appendJsonString(QByteArray &out, QByteArrayView utf8);

/// Appends one object of JSON, member by member in their order: for files that are too large to be
/// built as a document.
class JsonObjectWriter
{
public:
    /// `out` must outlive the writer.
    explicit JsonObjectWriter(QByteArray &out);

    void text(QByteArrayView name, QByteArrayView utf8);
    void textUnlessEmpty(QByteArrayView name, QByteArrayView utf8);
    void base64(QByteArrayView name, QByteArrayView bytes);
    void number(QByteArrayView name, qint64 value);
    void numberUnlessZero(QByteArrayView name, qint64 value);
    void flag(QByteArrayView name, bool value = true);
    /// What is JSON already, or will be when it is appended next.
    void raw(QByteArrayView name, QByteArrayView json = {});
    void end();

private:
    QByteArray &m_out;
    bool m_isFirst = true;
};

} // namespace signalbox
