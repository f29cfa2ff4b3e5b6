// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_command.h"
#include "core/server_options.h"

#include <QObject>

namespace signalbox {

class ServerMirror;

/// Starts and stops the server, and knows with which options.
class ServerControl : public QObject
{
    Q_OBJECT

public:
    /// `options` are those of the command line; `mirror` must outlive this.
    ServerControl(ServerMirror &mirror, ServerOptions options, QObject *parent = nullptr);

    /// With the options of the command line, and what was changed in Settings since.
    void start();
    /// Everyone is closed at once.
    void stop();
    /// `stopped()` follows when everyone is gone, or after the option drainTimeout.
    void stopGracefully();

    /// The port that start() would use; 0 picks one.
    [[nodiscard]] int port();

signals:
    void failed(const QString &sentence);
    void stopped();

private:
    void mergeSettings();
    void execute(ServerCommand command, bool isStop);

    ServerMirror &m_mirror;
    ServerOptions m_options;
    ServerOptions m_kept; // as QSettings had them when they were last read
};

} // namespace signalbox
