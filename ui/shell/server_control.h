// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_command.h"

#include <QObject>

namespace signalbox {

class OptionStore;
class ServerMirror;

/// Starts and stops the server, and tells what did not work.
class ServerControl : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this.
    ServerControl(ServerMirror &mirror, const OptionStore &options, QObject *parent = nullptr);

    void start();
    /// Everyone is closed at once.
    void stop();
    /// `stopped()` follows when everyone is gone, or after the option drainTimeout.
    void stopGracefully();

signals:
    void failed(const QString &sentence);
    void stopped();

private:
    void execute(ServerCommand command, bool isStop);

    ServerMirror &m_mirror;
    const OptionStore &m_options;
};

} // namespace signalbox
