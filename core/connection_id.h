// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QMetaType>

#include <compare>

namespace signalbox {

/// Names one accepted connection for its whole life; never reused while the
/// program runs, also not after a restart of its server. 0 names none.
struct ConnectionId
{
    quint64 value = 0;

    [[nodiscard]] constexpr bool isValid() const { return value != 0; }
    friend constexpr bool operator==(ConnectionId, ConnectionId) = default;
    friend constexpr std::strong_ordering operator<=>(ConnectionId a, ConnectionId b)
    {
        return a.value <=> b.value;
    }
    friend size_t qHash(ConnectionId id, size_t seed = 0) noexcept
    {
        return ::qHash(id.value, seed);
    }
};

} // namespace signalbox

Q_DECLARE_TYPEINFO(signalbox::ConnectionId, Q_PRIMITIVE_TYPE);
