// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

/// A text, and how many bytes of it come before the first that cannot be part of UTF-8.
struct Utf8Sample
{
    QByteArray name; ///< what is special in it, with the numbers of the Autobahn|Testsuite
    QByteArray bytes;
    qsizetype goodBytes = 0; ///< all of them, if there is no such byte
    bool isValid = false; ///< also false for a text that is only cut

    [[nodiscard]] bool isCut() const { return !isValid && goodBytes == bytes.size(); }
};

/// The borders of every rule of RFC 3629 section 4.
QList<Utf8Sample> utf8Samples();
