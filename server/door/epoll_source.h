// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/door/channel_source.h"
#include "wire/channel/reactor.h"

#include <QTcpServer>
#include <QTimer>

namespace signalbox {

/// Accepts in the reactor, so many at a time, and goes on by itself after the descriptors had run
/// out. Linux only.
///
/// QTcpServer listens but does not accept: it would hand out blocking descriptors, and all of the
/// backlog at once.
class EpollSource final : public ChannelSource, private ReactorClient
{
    Q_OBJECT

public:
    explicit EpollSource(QObject *parent = nullptr);
    ~EpollSource() override;

    [[nodiscard]] QTcpServer &server() override { return m_server; }
    void start() override;
    void stop() override;
    void setTurnObserver(TurnObserver *observer) override { m_reactor.setTurnObserver(observer); }

private:
    void descriptorReady(quint32 events) override;
    bool acceptOne();
    void updateEvents();

    Reactor m_reactor;
    QTcpServer m_server;
    QTimer m_retry; // runs while there are no descriptors
    Reactor::Token m_token = 0;
};

} // namespace signalbox
