// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ban.h"
#include "core/close_reason.h"
#include "core/connection_id.h"
#include "core/delivery.h"
#include "core/opcode.h"
#include "core/result.h"
#include "core/room_name.h"
#include "core/server_options.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace signalbox {

/// Every open connection.
struct ToAll
{ };
/// The open connections of one endpoint.
struct ToEndpoint
{
    QByteArray path;
};
/// The members of a room.
struct ToRoom
{
    RoomName room;
};
/// The connections that were selected; those that ended since are reported as gone.
struct ToConnections
{
    QList<ConnectionId> connections;
};
using Target = std::variant<ToAll, ToEndpoint, ToRoom, ToConnections>;

/// Listens with these options. Errors: AddressInUse, PermissionDenied, Network, WrongState.
struct StartServer
{
    ServerOptions options;
};
/// Closes every connection with 1001 and stops at once; what was not sent is lost.
struct StopServer
{ };
/// Stops accepting, sends 1001 to all behind what is unsent, and stops when all are gone or after
/// the option `drainTimeout`. Delivery: `sent` ended by themselves, `gone` were terminated.
struct StopGracefully
{ };
/// Takes a StopGracefully back: the server accepts again, on the port that it had; connections that
/// were told 1001 end all the same. The outcome of the StopGracefully is Cancelled. Errors:
/// WrongState, AddressInUse and its kin (then the stop goes on).
struct CancelStop
{ };
/// Sends one message (text or binary) to each connection of the target.
struct SendMessage
{
    Target target;
    Opcode opcode = Opcode::Text;
    QByteArray payload;
};
/// Closes each connection with a code that isServerCloseCode() allows and a reason of at most
/// MaxCloseReasonBytes.
struct KickConnections
{
    QList<ConnectionId> connections;
    quint16 code = close_reason::Kicked.code;
    QString reason;
};
/// Bans each of the subjects; a ban that one of them has is replaced. Works on a stopped server
/// too, and outlives its restarts. Delivery: of closing those that matched. Errors: InvalidArgument
/// (no subject, or `until` is over), OutOfRange (the reason, over MaxBans).
struct AddBan
{
    QList<BanSubject> subjects;
    qint64 until = 0; ///< milliseconds since the epoch; 0: until it is lifted
    QString reason; ///< at most MaxCloseReasonBytes
    bool closeMatching = true; ///< those that are connected get 4001 with the reason
};
/// Ends bans. Errors: NotFound if none of them exists.
struct LiftBan
{
    QList<BanId> bans;
    QList<BanSubject> subjects{}; ///< whom each is about, for who records it; if that is known
};
/// Puts these in the place of all bans, as they were kept from an earlier run of the program;
/// those beyond MaxBans and those that are over are left out.
struct RestoreBans
{
    QList<Ban> bans;
};
/// Puts connections into a room, as if each had sent `join_room`; only those of a `rooms` endpoint.
/// A ban of their user does not stand against the operator's own word.
struct JoinRoom
{
    QList<ConnectionId> connections;
    RoomName room;
};
/// Takes connections out of a room.
struct LeaveRoom
{
    QList<ConnectionId> connections;
    RoomName room;
};
/// Changes one live option while the server runs. Errors: NotFound, InvalidArgument, OutOfRange,
/// WrongState for an option that needs a restart.
struct ChangeOption
{
    QString name;
    QString value; ///< as people write it
    std::optional<QString> before{}; ///< what it was, for who records it; if that is known
};
enum class StateWanted : quint8 {
    Nothing,
    ServerOnly, ///< the server's own state, and the handshakes that it refused
    Everything, ///< connections, rooms and totals too
};
/// Which events are wanted.
struct Subscribe
{
    StateWanted state = StateWanted::Nothing;
    bool activity = false;
};

/// Everything that can be asked of a server from outside its thread; plain values, so that a later
/// step can carry them over a socket.
using ServerCommand =
    std::variant<StartServer, StopServer, StopGracefully, CancelStop, SendMessage, KickConnections,
                 AddBan, LiftBan, RestoreBans, JoinRoom, LeaveRoom, ChangeOption, Subscribe>;

/// The outcome of any command; commands that reach no connection succeed with an empty delivery.
using CommandOutcome = Result<Delivery>;

} // namespace signalbox
