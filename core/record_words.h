// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity_record.h"

#include <QLatin1StringView>

#include <algorithm>
#include <array>

namespace signalbox {

/// One value of a record and how files name it, the same in every language.
template <typename Value>
struct RecordWord
{
    Value value;
    QLatin1StringView word;
};
template <typename Value> // clang 14 does not find it
RecordWord(Value, QLatin1StringView)->RecordWord<Value>;

namespace record_words {
inline constexpr std::array Kinds{
    RecordWord{ActivityKind::Message, QLatin1StringView("message")},
    RecordWord{ActivityKind::ControlFrame, QLatin1StringView("control")},
    RecordWord{ActivityKind::Opened, QLatin1StringView("opened")},
    RecordWord{ActivityKind::Closed, QLatin1StringView("closed")},
    RecordWord{ActivityKind::Refused, QLatin1StringView("refused")},
    RecordWord{ActivityKind::Joined, QLatin1StringView("joined")},
    RecordWord{ActivityKind::Left, QLatin1StringView("left")},
};
inline constexpr std::array Directions{
    RecordWord{Direction::None, QLatin1StringView("none")},
    RecordWord{Direction::ClientToServer, QLatin1StringView("client to server")},
    RecordWord{Direction::ServerToClient, QLatin1StringView("server to client")},
};
inline constexpr std::array Opcodes{
    RecordWord{Opcode::Text, QLatin1StringView("text")},
    RecordWord{Opcode::Binary, QLatin1StringView("binary")},
    RecordWord{Opcode::Close, QLatin1StringView("close")},
    RecordWord{Opcode::Ping, QLatin1StringView("ping")},
    RecordWord{Opcode::Pong, QLatin1StringView("pong")},
};
inline constexpr std::array Enders{
    RecordWord{ClosedBy::Server, QLatin1StringView("server")},
    RecordWord{ClosedBy::Operator, QLatin1StringView("operator")},
    RecordWord{ClosedBy::Peer, QLatin1StringView("client")},
    RecordWord{ClosedBy::Vanished, QLatin1StringView("vanished")},
};
} // namespace record_words

/// The word of a value; empty for one that has none.
template <typename Words, typename Value>
[[nodiscard]] constexpr QLatin1StringView wordOf(const Words &words, Value value)
{
    const auto found = std::ranges::find_if(
        words, [value](const auto &candidate) { return candidate.value == value; });
    return found == words.end() ? QLatin1StringView() : found->word;
}

} // namespace signalbox
