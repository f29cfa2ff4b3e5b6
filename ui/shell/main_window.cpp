// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

namespace signalbox {

MainWindow::MainWindow(Server &server, Client & /*client*/, Theme & /*theme*/,
                       const ServerOptions &options, QWidget *parent)
    : QMainWindow(parent)
    , m_mirror(server)
    , m_options(options)
{ }

MainWindow::~MainWindow() = default;

void MainWindow::startServer()
{
    m_mirror.server().execute(StartServer{m_options});
}

} // namespace signalbox
