// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/recipients.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <functional>

namespace signalbox {

class AuditDialog;
class AuditLog;
class BansDialog;
class ConsoleModels;
class SendDialog;
class ServerMirror;
class Theme;

/// Opens the dialogs with which the operator acts on connections, which stay as they were taken
/// unless all are meant or a room is, and the lists of what was done.
class OperatorActions : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this; `window` is the dialogs' parent.
    OperatorActions(ServerMirror &mirror, const ConsoleModels &models, const Theme &theme,
                    QWidget *window);

    void send(const Recipients &recipients);
    void kick(const Recipients &recipients);
    /// Offers the users and the addresses of the recipients; others may be typed.
    void ban(const Recipients &recipients);
    void joinRoom(const Recipients &recipients);
    void leaveRoom(const Recipients &recipients);

    /// These two stay open beside the window; a second call brings them to the front.
    void showBans();
    /// The same, with the ban that keeps an address out.
    void showBanOf(const QString &address);
    void showAudit(AuditLog &log);

private:
    void keepUpToDate(SendDialog *dialog, const std::function<Recipients()> &meantNow);

    ServerMirror &m_mirror;
    const ConsoleModels &m_models;
    const Theme &m_theme;
    QWidget *m_window;
    QPointer<BansDialog> m_bans;
    QPointer<AuditDialog> m_audit;
};

} // namespace signalbox
