// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_options.h"
#include "server/door/front_door.h"
#include "server/transport/transport.h"

#include <memory>

namespace signalbox {

/// A front door and the transport behind it, which belong together.
class Carrier
{
public:
    Carrier() = default;
    virtual ~Carrier() = default;
    Q_DISABLE_COPY_MOVE(Carrier)

    [[nodiscard]] virtual FrontDoor &door() = 0;
    [[nodiscard]] virtual Transport &transport() = 0;
    virtual void setOptions(const ServerOptions &options) = 0;
    /// The ids of connections count on from `last`. Before the first one.
    virtual void countFrom(ConnectionId last) = 0;
};

/// The one that the option `transport` asks for. `observer` must outlive it.
std::unique_ptr<Carrier> makeCarrier(const ServerOptions &options, FrontDoor::Admit admit,
                                     TransportObserver &observer);

} // namespace signalbox
