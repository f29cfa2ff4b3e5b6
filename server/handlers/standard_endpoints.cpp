// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/handlers/standard_endpoints.h"

#include "server/handlers/ack_handler.h"
#include "server/handlers/broadcast_handler.h"
#include "server/handlers/echo_handler.h"
#include "server/handlers/echo_json_handler.h"
#include "server/handlers/prefix_handler.h"
#include "server/handlers/response_handler.h"
#include "server/handlers/rooms_handler.h"
#include "server/hub/endpoint_table.h"

#include <memory>

namespace signalbox {

void addDefaultEndpoints(EndpointTable &endpoints, const HandlerContext &context)
{
    endpoints.set("/", std::make_shared<RoomsHandler>(context.outbox, context.connections,
                                                      context.rooms, context.decoder, context.bans,
                                                      context.options, context.clock));
    endpoints.set("/echo", std::make_shared<EchoHandler>(context.outbox));
}

void setExampleEndpoints(EndpointTable &endpoints, const HandlerContext &context, bool on)
{
    if (!on) {
        for (const auto *path : {"/echo-json", "/response", "/prefix", "/ack", "/broadcast"})
            endpoints.remove(path);
        return;
    }
    auto &outbox = context.outbox;
    const auto &options = context.options;
    const auto &clock = context.clock;
    endpoints.set("/echo-json", std::make_shared<EchoJsonHandler>(outbox, options, clock));
    endpoints.set("/response", std::make_shared<ResponseHandler>(outbox, options, clock));
    endpoints.set("/prefix", std::make_shared<PrefixHandler>(outbox, options, clock));
    endpoints.set("/ack", std::make_shared<AckHandler>(outbox, context.decoder, options, clock));
    endpoints.set("/broadcast", std::make_shared<BroadcastHandler>(outbox, context.connections));
}

} // namespace signalbox
