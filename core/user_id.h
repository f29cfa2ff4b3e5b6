// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity_text.h"
#include "core/result.h"

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

namespace signalbox {

/// A user's id that has been checked: whoever holds one need not check again. Empty only if default
/// made.
class UserId
{
public:
    UserId() = default;

    /// The only ways to get one. Errors: InvalidArgument (empty, control character, not UTF-8),
    /// OutOfRange (over `maxCodePoints`).
    static Result<UserId> parse(QStringView text, qsizetype maxCodePoints = DefaultMaxNameLength);
    static Result<UserId> parse(QByteArrayView utf8,
                                qsizetype maxCodePoints = DefaultMaxNameLength);

    [[nodiscard]] bool isEmpty() const { return m_utf8.isEmpty(); }
    [[nodiscard]] const QByteArray &utf8() const { return m_utf8; }
    [[nodiscard]] QString toString() const { return QString::fromUtf8(m_utf8); }

    friend bool operator==(const UserId &a, const UserId &b) { return a.m_utf8 == b.m_utf8; }
    friend bool operator<(const UserId &a, const UserId &b) { return a.m_utf8 < b.m_utf8; }
    friend size_t qHash(const UserId &name, size_t seed = 0) noexcept
    {
        return ::qHash(name.m_utf8, seed);
    }

private:
    explicit UserId(QByteArray utf8)
        : m_utf8(std::move(utf8))
    { }

    QByteArray m_utf8;
};

} // namespace signalbox
