// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/handlers/json_handler.h"

namespace signalbox {

/// Sends any text back inside a JSON message; never parses it.
class EchoJsonHandler final : public JsonHandler
{
public:
    using JsonHandler::JsonHandler;

    [[nodiscard]] QByteArray name() const override;

protected:
    void textReceived(ConnectionId id, QByteArrayView text) override;
};

} // namespace signalbox
