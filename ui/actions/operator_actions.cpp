// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/operator_actions.h"

#include "ui/actions/kick_dialog.h"
#include "ui/actions/room_dialog.h"
#include "ui/actions/send_dialog.h"
#include "ui/audit/audit_dialog.h"
#include "ui/bans/ban_dialog.h"
#include "ui/bans/bans_dialog.h"
#include "ui/connections/connection_model.h"
#include "ui/shell/console_models.h"
#include "ui/shell/server_mirror.h"

#include <QTimer>

#include <chrono>

namespace signalbox {

namespace {

using namespace std::chrono_literals;

constexpr auto FollowDelay = 250ms; // the lists of many connections are not compared at each change

void bringToFront(QWidget *window)
{
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace

OperatorActions::OperatorActions(ServerMirror &mirror, const ConsoleModels &models,
                                 const Theme &theme, QWidget *window)
    : QObject(window)
    , m_mirror(mirror)
    , m_models(models)
    , m_theme(theme)
    , m_window(window)
{ }

void OperatorActions::send(const Recipients &recipients)
{
    auto *dialog = new SendDialog(m_mirror.server(), m_theme, recipients, m_window);
    const ConnectionModel &model = m_models.connections;
    if (const auto *target = std::get_if<ToRoom>(&recipients.target)) {
        keepUpToDate(dialog, [&model, room = target->room] {
            return roomRecipients(room, model.members(room));
        });
    } else if (std::holds_alternative<ToAll>(recipients.target)) {
        keepUpToDate(dialog, [&model] { return allRecipients(model.liveRows()); });
    }
    dialog->open();
}

/// The server tells whoever is there when it gets the message: the dialog lists those.
void OperatorActions::keepUpToDate(SendDialog *dialog, const std::function<Recipients()> &meantNow)
{
    auto *soon = new QTimer(dialog);
    soon->setSingleShot(true);
    soon->setInterval(FollowDelay);
    connect(&m_models.connections, &ConnectionModel::countsChanged, soon, [soon] {
        if (!soon->isActive())
            soon->start();
    });
    connect(soon, &QTimer::timeout, dialog, [dialog, meantNow] {
        const Recipients now = meantNow();
        if (idsOf(now.connections) != idsOf(dialog->recipients().connections))
            dialog->setRecipients(now);
    });
}

void OperatorActions::kick(const Recipients &recipients)
{
    (new KickDialog(m_mirror.server(), m_theme, recipients, m_window))->open();
}

void OperatorActions::ban(const Recipients &recipients)
{
    const auto live = [this] { return m_models.connections.liveRows(); };
    auto *dialog = new BanDialog(m_mirror.server(), m_theme, recipients, live, m_window);
    connect(&m_models.connections, &ConnectionModel::countsChanged, dialog, &BanDialog::countSoon);
    dialog->open();
}

void OperatorActions::joinRoom(const Recipients &recipients)
{
    const auto rooms = roomsOf(m_models.connections.liveRows());
    (new RoomDialog(RoomDialog::Way::Join, m_mirror.server(), m_theme, recipients, rooms, m_window))
        ->open();
}

void OperatorActions::leaveRoom(const Recipients &recipients)
{
    const auto rooms = roomsOf(recipients.connections);
    (new RoomDialog(RoomDialog::Way::Leave, m_mirror.server(), m_theme, recipients, rooms,
                    m_window))
        ->open();
}

void OperatorActions::showBans()
{
    if (!m_bans) {
        m_bans = new BansDialog(m_mirror, m_theme, m_window);
        connect(m_bans, &BansDialog::banRequested, this, [this] { ban({}); });
    }
    bringToFront(m_bans);
}

void OperatorActions::showBanOf(const QString &address)
{
    showBans();
    m_bans->showBanOf(address);
}

void OperatorActions::showAudit(AuditLog &log)
{
    if (!m_audit)
        m_audit = new AuditDialog(log, m_theme, m_window);
    bringToFront(m_audit);
}

} // namespace signalbox
