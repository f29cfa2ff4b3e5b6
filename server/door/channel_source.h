// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/channel/byte_channel.h"
#include "wire/channel/turn_observer.h"

#include <QObject>

#include <functional>
#include <memory>

class QTcpServer;

namespace signalbox {

/// Where connections come from: a listening socket whose connections become channels.
class ChannelSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Who gets each connection; set before it listens.
    std::function<void(std::unique_ptr<ByteChannel>)> accepted;

    /// To listen with, and for its address and errors; connections do not come from it. start()
    /// follows when it listens.
    [[nodiscard]] virtual QTcpServer &server() = 0;
    virtual void start() = 0;
    virtual void stop() = 0;
    /// Who is told of the turns in which its channels are heard, and outlives them; not every
    /// source has turns.
    virtual void setTurnObserver(TurnObserver * /*observer*/) { }
};

/// The fastest source that this system has.
std::unique_ptr<ChannelSource> makeNativeSource();

/// QTcpServer and QTcpSocket, as on any system.
std::unique_ptr<ChannelSource> makeQtSource();

} // namespace signalbox
