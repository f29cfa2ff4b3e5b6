// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/handlers/json_handler.h"

namespace signalbox {

/// Says which text the server received; never parses it.
class ResponseHandler final : public JsonHandler
{
public:
    using JsonHandler::JsonHandler;

    [[nodiscard]] QByteArray name() const override;

protected:
    void textReceived(ConnectionId id, QByteArrayView text) override;
};

} // namespace signalbox
