// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/door/channel_source.h"
#include "server/door/listener.h"

namespace signalbox {

/// Accepts with QTcpServer, as on any system.
class QtSource final : public ChannelSource
{
    Q_OBJECT

public:
    explicit QtSource(QObject *parent = nullptr);

    [[nodiscard]] QTcpServer &server() override { return m_listener; }
    void start() override { }
    void stop() override;

private:
    Listener m_listener;
};

} // namespace signalbox
