// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_options.h"
#include "ui/shell/server_mirror.h"

#include <QMainWindow>

namespace signalbox {

class Client;
class Theme;

/// The console's window: arranges menus, bars and pages, and decides nothing.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `server`, `client` and `theme` must outlive the window.
    MainWindow(Server &server, Client &client, Theme &theme, const ServerOptions &options,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Asks the server to serve; a failure is shown in the window.
    void startServer();

private:
    ServerMirror m_mirror;
    ServerOptions m_options;
};

} // namespace signalbox
