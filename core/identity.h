// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity_text.h"
#include "core/result.h"

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

#include <utility>

namespace signalbox {

/// A name that has been checked: whoever holds one need not check again. Empty only if default
/// made. `Kind` is never defined; it keeps a room's name and a user's id apart.
template <typename Kind>
class Identity
{
public:
    Identity() = default;

    /// The only ways to get one. Errors: InvalidArgument (empty, control character, not UTF-8),
    /// OutOfRange (over `maxCodePoints`).
    static Result<Identity> parse(QStringView text, qsizetype maxCodePoints = DefaultMaxNameLength)
    {
        return parse(QByteArrayView(text.toUtf8()), maxCodePoints);
    }
    static Result<Identity> parse(QByteArrayView utf8,
                                  qsizetype maxCodePoints = DefaultMaxNameLength)
    {
        if (const auto checked = checkIdentityText(utf8, maxCodePoints); !checked)
            return checked.error();
        return Identity(utf8.toByteArray());
    }

    [[nodiscard]] bool isEmpty() const { return m_utf8.isEmpty(); }
    [[nodiscard]] const QByteArray &utf8() const { return m_utf8; }
    [[nodiscard]] QString toString() const { return QString::fromUtf8(m_utf8); }

    friend bool operator==(const Identity &a, const Identity &b) { return a.m_utf8 == b.m_utf8; }
    friend bool operator<(const Identity &a, const Identity &b) { return a.m_utf8 < b.m_utf8; }
    friend size_t qHash(const Identity &name, size_t seed = 0) noexcept
    {
        return ::qHash(name.m_utf8, seed);
    }

private:
    explicit Identity(QByteArray utf8)
        : m_utf8(std::move(utf8))
    { }

    QByteArray m_utf8;
};

} // namespace signalbox
