// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/address_range.h"
#include "core/user_id.h"

#include <QString>

#include <variant>

namespace signalbox {

/// Bans that are in force at a time; more are refused.
inline constexpr qsizetype MaxBans = 10'000;

/// Names one ban while the program runs. 0 names none.
struct BanId
{
    quint64 value = 0;

    friend constexpr bool operator==(BanId, BanId) = default;
};

/// Whom a ban is about: a user cannot join a room, an address cannot connect.
using BanSubject = std::variant<UserId, AddressRange>;

/// One ban as it is in force.
struct Ban
{
    BanId id{};
    BanSubject subject{};
    qint64 until = 0; ///< milliseconds since the epoch; 0: until it is lifted
    QString reason{}; ///< the operator's words, told to whoever is turned away; may be empty
    qint64 set = 0; ///< when, milliseconds since the epoch

    [[nodiscard]] bool isOver(qint64 now) const { return until != 0 && until <= now; }
};

/// `ann`, `192.0.2.0/24`; a user's id as it came, so escape it for showing.
QString banSubjectText(const BanSubject &subject);

} // namespace signalbox
