// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/server.h"
#include "tests/ui/activity_samples.h"
#include "ui/actions/matching_dialog.h"
#include "ui/actions/operator_actions.h"
#include "ui/actions/room_dialog.h"
#include "ui/audit/audit_dialog.h"
#include "ui/audit/audit_log.h"
#include "ui/bans/ban_dialog.h"
#include "ui/bans/bans_dialog.h"
#include "ui/connections/allow_origin_dialog.h"
#include "ui/last_messages/last_messages_dialog.h"
#include "ui/log/capture_dialog.h"
#include "ui/shell/console_models.h"
#include "ui/shell/server_mirror.h"

#include <QTemporaryDir>

namespace signalbox::test {

/// Dialogs about one connection, with all that stands behind them; a ban of its user and an entry
/// about it come as the server tells of them.
class DialogSamples
{
public:
    /// `server` and `theme` must outlive the samples and the dialogs, which belong to `parent`.
    DialogSamples(Server &server, const Theme &theme, ConnectionRow row, QWidget *parent)
        : m_server(server)
        , m_theme(theme)
        , m_row(std::move(row))
        , m_parent(parent)
        , m_mirror(server)
        , m_models(m_mirror, theme)
        , m_operator(m_mirror, m_models, theme, parent)
        , m_audit(server, m_folder.path())
    {
        ConnectionsChanged change;
        ConnectionOpened opened;
        opened.id = m_row.status.id;
        opened.handshake = m_row.handshake;
        change.opened = {opened};
        change.updated = {m_row.status};
        m_models.connections.apply(change);
    }

    QDialog *room()
    {
        return new RoomDialog(RoomDialog::Way::Leave, m_server, m_theme,
                              selectedRecipients({m_row}), m_row.status.rooms, m_parent);
    }
    QDialog *ban()
    {
        return new BanDialog(
            m_server, m_theme, selectedRecipients({m_row}), [this] { return QList{m_row}; },
            m_parent);
    }
    QDialog *bans()
    {
        m_server.execute(AddBan{{m_row.status.user}, 0, m_row.close.reason, true});
        return new BansDialog(m_mirror, m_theme, m_parent);
    }
    QDialog *audit()
    {
        m_audit.setUserOf([this](ConnectionId) { return m_row.status.user; });
        auto *dialog = new AuditDialog(m_audit, m_theme, m_parent);
        m_server.execute(KickConnections{{m_row.status.id}, 4000, m_row.close.reason});
        return dialog;
    }
    QDialog *matching()
    {
        auto *dialog = new MatchingDialog(m_models.connections, m_operator, m_theme, m_parent);
        dialog->setFilterText(QStringLiteral("conn:%1").arg(m_row.status.id.value));
        return dialog;
    }
    QDialog *lastMessages()
    {
        ActivitySamples records;
        LastMessagesDocument document;
        document.connection = m_row.status.id;
        document.user = m_row.status.user;
        document.path = "/";
        document.close = m_row.close;
        for (const RoomName &name : std::as_const(m_row.status.rooms))
            document.records += records.published(name.utf8(), 1, 2, name.utf8());
        document.records += records.fromClient(1, m_row.close.reason.toUtf8());
        return new LastMessagesDialog(document, {}, m_theme, m_parent);
    }
    QDialog *capture() { return new CaptureDialog({}, m_theme, m_parent); }
    QDialog *allowOrigin()
    {
        const QString origin = QString::fromUtf8(m_row.handshake.origin);
        return new AllowOriginDialog(origin, {}, {origin}, m_parent);
    }

private:
    Server &m_server;
    const Theme &m_theme;
    ConnectionRow m_row;
    QWidget *m_parent;
    QTemporaryDir m_folder;
    ServerMirror m_mirror;
    ConsoleModels m_models;
    OperatorActions m_operator;
    AuditLog m_audit;
};

} // namespace signalbox::test
