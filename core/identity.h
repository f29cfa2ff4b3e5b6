// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity_text.h"
#include "core/result.h"

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

namespace signalbox {

template <typename Kind>
class Identity;

/// The text of an Identity where it stands: checked like one, and valid as long as those bytes are.
template <typename Kind>
class IdentityView
{
public:
    IdentityView() = default;
    IdentityView(const Identity<Kind> &name)
        : m_utf8(name.utf8())
    { }

    /// Errors as Identity::parse().
    static Result<IdentityView> parse(QByteArrayView utf8,
                                      qsizetype maxCodePoints = DefaultMaxNameLength)
    {
        if (const auto checked = checkIdentityText(utf8, maxCodePoints); !checked)
            return checked.error();
        return IdentityView(utf8);
    }

    [[nodiscard]] bool isEmpty() const { return m_utf8.isEmpty(); }
    [[nodiscard]] QByteArrayView utf8() const { return m_utf8; }

    friend bool operator==(IdentityView a, IdentityView b) { return a.m_utf8 == b.m_utf8; }

private:
    explicit IdentityView(QByteArrayView utf8)
        : m_utf8(utf8)
    { }

    QByteArrayView m_utf8;
};

/// A name that has been checked: whoever holds one need not check again. Empty only if default
/// made. `Kind` is never defined; it keeps a room's name and a user's id apart.
template <typename Kind>
class Identity
{
public:
    Identity() = default;
    /// A copy of what was checked.
    explicit Identity(IdentityView<Kind> view)
        : m_utf8(view.utf8().toByteArray())
    { }

    /// The only other ways to get one. Errors: InvalidArgument (empty, control character, not
    /// UTF-8), OutOfRange (over `maxCodePoints`).
    static Result<Identity> parse(QStringView text, qsizetype maxCodePoints = DefaultMaxNameLength)
    {
        return parse(QByteArrayView(text.toUtf8()), maxCodePoints);
    }
    static Result<Identity> parse(QByteArrayView utf8,
                                  qsizetype maxCodePoints = DefaultMaxNameLength)
    {
        const auto view = IdentityView<Kind>::parse(utf8, maxCodePoints);
        if (!view)
            return view.error();
        return Identity(*view);
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
    QByteArray m_utf8;
};

} // namespace signalbox
