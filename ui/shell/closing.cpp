// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/closing.h"

#include "ui/actions/close_dialog.h"
#include "ui/actions/stop_dialog.h"
#include "ui/shell/server_control.h"
#include "ui/shell/server_mirror.h"

#include <QCoreApplication>
#include <QWidget>

#include <utility>

namespace signalbox {

Closing::Closing(ServerMirror &mirror, ServerControl &control, const Theme &theme, QWidget *window)
    : QObject(window)
    , m_mirror(mirror)
    , m_control(control)
    , m_window(window)
    , m_tray(theme)
{
    connect(&m_control, &ServerControl::stopped, this, [this] {
        if (std::exchange(m_restarting, false) && !m_ending)
            m_control.start();
        if (!m_ending)
            return;
        m_ended = true;
        m_tray.hide();
        if (m_window->isVisible())
            m_window->close();
        else
            QCoreApplication::quit(); // a hidden window's end does not end the program
    });
    connect(&m_control, &ServerControl::failed, this, [this] { m_ending = m_restarting = false; });
    connect(&m_tray, &ConsoleTray::windowRequested, this, [this] {
        m_tray.hide();
        m_window->show();
        m_window->activateWindow();
    });
    connect(&m_tray, &ConsoleTray::quitRequested, this, &Closing::stopAndClose);
}

bool Closing::hasClients() const
{
    return m_mirror.state().state == ServerState::Serving && m_mirror.totals().connections > 0;
}

bool Closing::mayClose()
{
    if (m_ended)
        return true;
    if (m_ending)
        return false;
    if (!hasClients())
        return true;
    ask();
    return false;
}

void Closing::ask()
{
    if (m_asking)
        return;
    m_asking = true;
    auto *dialog =
        new CloseDialog(m_mirror.totals().connections, ConsoleTray::isAvailable(), m_window);
    connect(dialog, &CloseDialog::keepServingChosen, this, &Closing::keepServing);
    connect(dialog, &CloseDialog::stopGracefullyChosen, this, &Closing::stopAndClose);
    connect(dialog, &QDialog::finished, this, [this] { m_asking = false; });
    dialog->open();
}

void Closing::keepServing()
{
    m_tray.show(tr("Signalbox serves %1").arg(m_mirror.state().url));
    m_window->hide();
}

void Closing::stopAndClose()
{
    m_ending = true;
    m_control.stopGracefully();
}

void Closing::stopServer()
{
    askHowToStop(false);
}

void Closing::restartServer()
{
    askHowToStop(true);
}

void Closing::askHowToStop(bool restart)
{
    const auto stopNow = [this, restart] {
        m_restarting = restart;
        m_control.stop();
    };
    if (!hasClients()) {
        stopNow();
        return;
    }
    auto *dialog = new StopDialog(m_mirror.totals().connections, restart, m_window);
    connect(dialog, &StopDialog::stopNowChosen, this, stopNow);
    connect(dialog, &StopDialog::stopGracefullyChosen, this, [this, restart] {
        m_restarting = restart;
        m_control.stopGracefully();
    });
    dialog->open();
}

} // namespace signalbox
