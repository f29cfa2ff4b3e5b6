// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity_text.h"
#include "core/result.h"

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

namespace signalbox {

class UserId;

/// The text of a UserId where it stands: checked like one, and valid as long as those bytes are.
class UserIdView
{
public:
    UserIdView() = default;
    UserIdView(const UserId &name);

    /// Errors as UserId::parse().
    static Result<UserIdView> parse(QByteArrayView utf8,
                                    qsizetype maxCodePoints = DefaultMaxNameLength);

    [[nodiscard]] bool isEmpty() const { return m_utf8.isEmpty(); }
    [[nodiscard]] QByteArrayView utf8() const { return m_utf8; }

    friend bool operator==(UserIdView a, UserIdView b) { return a.m_utf8 == b.m_utf8; }

private:
    explicit UserIdView(QByteArrayView utf8)
        : m_utf8(utf8)
    { }

    QByteArrayView m_utf8;
};

/// A user's id that has been checked: whoever holds one need not check again. Empty only if default
/// made.
class UserId
{
public:
    UserId() = default;
    /// A copy of what was checked.
    explicit UserId(UserIdView view)
        : m_utf8(view.utf8().toByteArray())
    { }

    /// The only other ways to get one. Errors: InvalidArgument (empty, control character, not
    /// UTF-8), OutOfRange (over `maxCodePoints`).
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
    QByteArray m_utf8;
};

inline UserIdView::UserIdView(const UserId &name)
    : m_utf8(name.utf8())
{ }

} // namespace signalbox
