// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/closing.h"

#include "ui/actions/close_dialog.h"
#include "ui/actions/quit_dialog.h"
#include "ui/actions/stop_dialog.h"
#include "ui/shell/server_control.h"
#include "ui/shell/server_mirror.h"

#include <QCoreApplication>
#include <QWidget>

#include <utility>

namespace signalbox {

namespace {

/// Clients come and go while it asks.
template <typename Dialog>
void keepCounting(const ServerMirror &mirror, Dialog *dialog)
{
    QObject::connect(
        &mirror, &ServerMirror::totalsChanged, dialog,
        [dialog](const TotalsChanged &totals) { dialog->setConnections(totals.connections); });
}

} // namespace

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
        endIfDone();
    });
    connect(&m_mirror, &ServerMirror::stateChanged, this, &Closing::follow);
    connect(&m_control, &ServerControl::failed, this, [this] { m_ending = m_restarting = false; });
    connect(&m_tray, &ConsoleTray::windowRequested, this, [this] {
        m_tray.hide();
        m_window->show();
        m_window->activateWindow();
    });
    connect(&m_tray, &ConsoleTray::quitRequested, this, &Closing::stopAndClose);
}

bool Closing::hasClients(ServerState state) const
{
    return m_mirror.state().state == state && m_mirror.totals().connections > 0;
}

void Closing::follow(const ServerStateChanged &state)
{
    const ServerState before = std::exchange(m_state, state.state);
    if (before == ServerState::Stopping && m_state == ServerState::Serving)
        m_ending = m_restarting = false; // the stop was taken back
    if (m_state == ServerState::Stopped)
        endIfDone(); // whoever gave the command that it follows from
}

void Closing::endIfDone()
{
    if (!m_ending || m_ended)
        return;
    m_ended = true;
    m_tray.hide();
    if (m_window->isVisible())
        m_window->close();
    else
        QCoreApplication::quit(); // a hidden window's end does not end the program
}

bool Closing::mayClose()
{
    if (m_ended)
        return true;
    if (hasClients(ServerState::Stopping)) {
        askDuringStop();
        return false;
    }
    if (m_ending)
        return false;
    if (!hasClients(ServerState::Serving))
        return true;
    ask();
    return false;
}

void Closing::askDuringStop()
{
    if (m_asking)
        return;
    m_asking = true;
    auto *dialog = new QuitDialog(m_mirror.totals().connections, m_window);
    connect(dialog, &QuitDialog::quitThenChosen, this, [this] {
        m_ending = true;
        if (m_state == ServerState::Stopped)
            endIfDone();
    });
    connect(dialog, &QuitDialog::quitNowChosen, this, [this] {
        m_ending = true;
        m_control.stop();
    });
    connect(dialog, &QDialog::rejected, this,
            [this] { m_ending = false; }); // an earlier answer too
    connect(dialog, &QDialog::finished, this, [this] { m_asking = false; });
    keepCounting(m_mirror, dialog);
    // It asks about a stop that has ended, or was taken back.
    connect(&m_mirror, &ServerMirror::stateChanged, dialog,
            [dialog](const ServerStateChanged &state) {
                if (state.state != ServerState::Stopping)
                    dialog->reject();
            });
    dialog->open();
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
    keepCounting(m_mirror, dialog);
    dialog->open();
}

void Closing::keepServing()
{
    m_tray.show(tr("Signalbox serves %1").arg(m_mirror.state().url));
    m_window->hide();
}

/// It can be chosen again and again: from the tray nothing tells that it is being done.
void Closing::stopAndClose()
{
    const bool isUnderWay = std::exchange(m_ending, true);
    if (m_state == ServerState::Stopped)
        endIfDone();
    else if (m_state != ServerState::Stopping && !isUnderWay)
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
    if (!hasClients(ServerState::Serving)) {
        stopNow();
        return;
    }
    auto *dialog = new StopDialog(m_mirror.totals().connections, restart, m_window);
    connect(dialog, &StopDialog::stopNowChosen, this, stopNow);
    connect(dialog, &StopDialog::stopGracefullyChosen, this, [this, restart] {
        m_restarting = restart;
        m_control.stopGracefully();
    });
    keepCounting(m_mirror, dialog);
    dialog->open();
}

} // namespace signalbox
