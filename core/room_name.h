// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity_text.h"
#include "core/result.h"

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

namespace signalbox {

class RoomName;

/// The text of a RoomName where it stands: checked like one, and valid as long as those bytes are.
class RoomNameView
{
public:
    RoomNameView() = default;
    RoomNameView(const RoomName &name);

    /// Errors as RoomName::parse().
    static Result<RoomNameView> parse(QByteArrayView utf8,
                                      qsizetype maxCodePoints = DefaultMaxNameLength);

    [[nodiscard]] bool isEmpty() const { return m_utf8.isEmpty(); }
    [[nodiscard]] QByteArrayView utf8() const { return m_utf8; }

    friend bool operator==(RoomNameView a, RoomNameView b) { return a.m_utf8 == b.m_utf8; }

private:
    explicit RoomNameView(QByteArrayView utf8)
        : m_utf8(utf8)
    { }

    QByteArrayView m_utf8;
};

/// A room's name that has been checked: whoever holds one need not check again. Empty only if
/// default made.
class RoomName
{
public:
    RoomName() = default;
    /// A copy of what was checked.
    explicit RoomName(RoomNameView view)
        : m_utf8(view.utf8().toByteArray())
    { }

    /// The only other ways to get one. Errors: InvalidArgument (empty, control character, not
    /// UTF-8), OutOfRange (over `maxCodePoints`).
    static Result<RoomName> parse(QStringView text, qsizetype maxCodePoints = DefaultMaxNameLength);
    static Result<RoomName> parse(QByteArrayView utf8,
                                  qsizetype maxCodePoints = DefaultMaxNameLength);

    [[nodiscard]] bool isEmpty() const { return m_utf8.isEmpty(); }
    [[nodiscard]] const QByteArray &utf8() const { return m_utf8; }
    [[nodiscard]] QString toString() const { return QString::fromUtf8(m_utf8); }

    friend bool operator==(const RoomName &a, const RoomName &b) { return a.m_utf8 == b.m_utf8; }
    friend bool operator<(const RoomName &a, const RoomName &b) { return a.m_utf8 < b.m_utf8; }
    friend size_t qHash(const RoomName &name, size_t seed = 0) noexcept
    {
        return ::qHash(name.m_utf8, seed);
    }

private:
    QByteArray m_utf8;
};

inline RoomNameView::RoomNameView(const RoomName &name)
    : m_utf8(name.utf8())
{ }

} // namespace signalbox
