// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/audit/audit_log.h"
#include "ui/bans/ban_store.h"

#include <QWidget>

namespace signalbox {

class ConnectionModel;
class ServerMirror;
class Theme;

/// What is kept of an operator's work in the folder of the program's data, and the strips that say
/// when it cannot be kept and when the server is stopping.
class OperatorRecords : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive this.
    OperatorRecords(ServerMirror &mirror, const ConnectionModel &connections, const Theme &theme,
                    QWidget *parent = nullptr);

    [[nodiscard]] AuditLog &audit() { return m_audit; }

signals:
    void failed(const QString &sentence);

private:
    AuditLog m_audit;
    BanStore m_bans;
};

} // namespace signalbox
