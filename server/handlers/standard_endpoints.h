// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_options.h"

namespace signalbox {

class BanList;
class ConnectionTable;
class EndpointTable;
class MessageDecoder;
class Outbox;
class RoomService;
class TurnClock;

/// What the handlers work with; everything must outlive them.
struct HandlerContext
{
    Outbox &outbox;
    ConnectionTable &connections;
    RoomService &rooms;
    MessageDecoder &decoder;
    const BanList &bans;
    const ServerOptions &options; ///< as in force: a handler reads them at each message
    const TurnClock &clock;
};

/// Adds the endpoints that every server has: `/` and `/echo`.
void addDefaultEndpoints(EndpointTable &endpoints, const HandlerContext &context);

/// Adds or takes away the example endpoints.
void setExampleEndpoints(EndpointTable &endpoints, const HandlerContext &context, bool on);

} // namespace signalbox
