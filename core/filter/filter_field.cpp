// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filter_field.h"

#include "core/activity_record.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace signalbox {

namespace {

#define HELP(text) QT_TRANSLATE_NOOP("FilterField", text)

constexpr std::array DirectionWords{
    FilterWord{"client", choiceBit(Direction::ClientToServer)},
    FilterWord{"server", choiceBit(Direction::ServerToClient)},
};
constexpr std::array PartyWords{FilterWord{"client"}, FilterWord{"server"}};
constexpr quint32 EventKinds = choiceBit(ActivityKind::Opened) | choiceBit(ActivityKind::Closed)
                               | choiceBit(ActivityKind::Refused) | choiceBit(ActivityKind::Joined)
                               | choiceBit(ActivityKind::Left);
constexpr std::array KindWords{
    FilterWord{"message", choiceBit(ActivityKind::Message)},
    FilterWord{"control", choiceBit(ActivityKind::ControlFrame)},
    FilterWord{"event", EventKinds},
    FilterWord{"opened", choiceBit(ActivityKind::Opened)},
    FilterWord{"closed", choiceBit(ActivityKind::Closed)},
    FilterWord{"refused", choiceBit(ActivityKind::Refused)},
    FilterWord{"joined", choiceBit(ActivityKind::Joined)},
    FilterWord{"left", choiceBit(ActivityKind::Left)},
};
constexpr std::array OpcodeWords{
    FilterWord{"text", choiceBit(Opcode::Text)},   FilterWord{"binary", choiceBit(Opcode::Binary)},
    FilterWord{"ping", choiceBit(Opcode::Ping)},   FilterWord{"pong", choiceBit(Opcode::Pong)},
    FilterWord{"close", choiceBit(Opcode::Close)},
};
constexpr std::array ClosedByWords{
    FilterWord{"server", choiceBit(ClosedBy::Server)},
    FilterWord{"operator", choiceBit(ClosedBy::Operator)},
    FilterWord{"client", choiceBit(ClosedBy::Peer)},
    FilterWord{"nobody", choiceBit(ClosedBy::Vanished)},
};
constexpr std::array StateWords{FilterWord{"open"}, FilterWord{"slow"}, FilterWord{"closing"},
                                FilterWord{"closed"}, FilterWord{"refused"}};
constexpr std::span<const FilterWord> NoWords;

// clang-format off
constexpr std::array Rows{
    FilterFieldRow{FilterField::Room, "room", nullptr, FilterKind::Text, NoWords,
        "room:lobby", HELP("The room it was sent to or published in, joins and leaves included; of a connection, one of its rooms.")},
    FilterFieldRow{FilterField::User, "user", nullptr, FilterKind::Text, NoWords,
        "user:ann", HELP("The user's id, whichever side the message came from.")},
    FilterFieldRow{FilterField::Connection, "conn", "id", FilterKind::Count, NoWords,
        "conn:17", HELP("The number of the connection.")},
    FilterFieldRow{FilterField::From, "from", nullptr, FilterKind::Text, PartyWords,
        "from:client", HELP("Who sent it: client, server, or a user whose doing it was. What it got, too, is found by user:.")},
    FilterFieldRow{FilterField::To, "to", nullptr, FilterKind::Text, PartyWords,
        "to:ann", HELP("Who got it: client, server, the only receiver's user, or the room.")},
    FilterFieldRow{FilterField::Type, "type", nullptr, FilterKind::Text, NoWords,
        "type:error", HELP("The type that a JSON message gives itself.")},
    FilterFieldRow{FilterField::Text, "text", "payload", FilterKind::Text, NoWords,
        "text:\"out of stock\"", HELP("The whole payload, not only the part that is shown.")},
    FilterFieldRow{FilterField::Length, "length", "len", FilterKind::Size, NoWords,
        "length>1k", HELP("Bytes of the payload.")},
    FilterFieldRow{FilterField::Direction, "direction", "dir", FilterKind::Choice, DirectionWords,
        "direction:client", HELP("Which way it went: client is client → server, server is server → client.")},
    FilterFieldRow{FilterField::Kind, "kind", nullptr, FilterKind::Choice, KindWords,
        "kind:closed", HELP("What the record is: a message, a control frame, or an event of a connection.")},
    FilterFieldRow{FilterField::Opcode, "opcode", nullptr, FilterKind::Choice, OpcodeWords,
        "opcode:binary", HELP("The opcode of the frame.")},
    FilterFieldRow{FilterField::Receivers, "receivers", nullptr, FilterKind::Count, NoWords,
        "receivers>100", HELP("How many connections a message of the server was for.")},
    FilterFieldRow{FilterField::Number, "number", "no", FilterKind::Count, NoWords,
        "number:500..600", HELP("The number of the record in the log.")},
    FilterFieldRow{FilterField::Address, "address", "addr", FilterKind::Text, NoWords,
        "address:192.168.", HELP("The peer's address and port.")},
    FilterFieldRow{FilterField::Path, "path", nullptr, FilterKind::Text, NoWords,
        "path=/echo", HELP("The path that the client asked for.")},
    FilterFieldRow{FilterField::Origin, "origin", nullptr, FilterKind::Text, NoWords,
        "origin:example.com", HELP("The Origin of the handshake.")},
    FilterFieldRow{FilterField::Header, "header", nullptr, FilterKind::Text, NoWords,
        "header:Firefox", HELP("A field of the request's head: its name or its value.")},
    FilterFieldRow{FilterField::State, "state", nullptr, FilterKind::Text, StateWords,
        "state:slow", HELP("How the connection is: open, slow, closing, closed or refused.")},
    FilterFieldRow{FilterField::RoundTrip, "rtt", nullptr, FilterKind::Duration, NoWords,
        "rtt>=20ms", HELP("The round trip of the last heartbeat.")},
    FilterFieldRow{FilterField::Buffered, "buffered", nullptr, FilterKind::Size, NoWords,
        "buffered>64k", HELP("Bytes not yet sent because the client reads slowly.")},
    FilterFieldRow{FilterField::Rate, "rate", nullptr, FilterKind::Rate, NoWords,
        "rate>10", HELP("Messages a second, both ways together.")},
    FilterFieldRow{FilterField::Messages, "messages", nullptr, FilterKind::Count, NoWords,
        "messages>1000", HELP("Messages since it opened, both ways together.")},
    FilterFieldRow{FilterField::Bytes, "bytes", nullptr, FilterKind::Size, NoWords,
        "bytes>1MiB", HELP("Bytes of payload since it opened, both ways together.")},
    FilterFieldRow{FilterField::Idle, "idle", nullptr, FilterKind::Duration, NoWords,
        "idle>5min", HELP("Time since the last message in either direction.")},
    FilterFieldRow{FilterField::Dropped, "dropped", nullptr, FilterKind::Count, NoWords,
        "dropped>0", HELP("Messages that did not reach their receiver because its buffer was full.")},
    FilterFieldRow{FilterField::Code, "code", nullptr, FilterKind::Count, NoWords,
        "code:4000..4099", HELP("The close code of an end.")},
    FilterFieldRow{FilterField::Reason, "reason", nullptr, FilterKind::Text, NoWords,
        "reason:idle", HELP("The reason of an end, or the cause of a refusal.")},
    FilterFieldRow{FilterField::ClosedBy, "closedby", "by", FilterKind::Choice, ClosedByWords,
        "closedby:client", HELP("Whose doing an end was; nobody: the peer vanished.")},
    FilterFieldRow{FilterField::Status, "status", nullptr, FilterKind::Count, NoWords,
        "status:403", HELP("The HTTP status of a refused handshake.")},
};
// clang-format on

#undef HELP

bool sameWord(QStringView text, const char *word)
{
    return word != nullptr && text.compare(QLatin1StringView(word), Qt::CaseInsensitive) == 0;
}

} // namespace

std::span<const FilterFieldRow> filterFieldTable()
{
    return Rows;
}

const FilterFieldRow &filterFieldRow(FilterField field)
{
    return *std::ranges::find(Rows, field, &FilterFieldRow::field);
}

const FilterFieldRow *findFilterField(QStringView name)
{
    const auto row = std::ranges::find_if(Rows, [name](const FilterFieldRow &candidate) {
        return sameWord(name, candidate.name) || sameWord(name, candidate.alias);
    });
    return row == Rows.end() ? nullptr : &*row;
}

QString filterFieldHelp(const FilterFieldRow &row)
{
    return QCoreApplication::translate("FilterField", row.help);
}

FilterFields FilterFields::ofRecords()
{
    using F = FilterField;
    return {F::Room, F::User,    F::Connection, F::From,   F::To,     F::Type,
            F::Text, F::Length,  F::Direction,  F::Kind,   F::Opcode, F::Receivers,
            F::Code, F::Dropped, F::Number,     F::Reason, F::Status, F::ClosedBy};
}

FilterFields FilterFields::ofConnections()
{
    using F = FilterField;
    return {F::Room,    F::User,      F::Connection, F::Address,  F::Path,     F::Origin, F::Header,
            F::State,   F::RoundTrip, F::Buffered,   F::Rate,     F::Messages, F::Bytes,  F::Idle,
            F::Dropped, F::Code,      F::Reason,     F::ClosedBy, F::Status};
}

} // namespace signalbox
