// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/operator_records.h"

#include "ui/actions/stop_progress.h"
#include "ui/connections/connection_model.h"
#include "ui/shell/server_mirror.h"
#include "ui/widgets/notice_bar.h"

#include <QDir>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace signalbox {

namespace {

QDir dataFolder()
{
    return {QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)};
}

} // namespace

OperatorRecords::OperatorRecords(ServerMirror &mirror, const ConnectionModel &connections,
                                 const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_audit(mirror.server(), dataFolder().path())
    , m_bans(mirror, dataFolder().filePath(QStringLiteral("bans.json")))
{
    auto *stopping = new StopProgress(mirror, theme, this);
    auto *auditNotice = new NoticeBar(theme, this);
    auditNotice->setObjectName(QStringLiteral("auditNotice"));
    auto *bansNotice = new NoticeBar(theme, this);
    bansNotice->setObjectName(QStringLiteral("bansNotice"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(stopping);
    layout->addWidget(auditNotice);
    layout->addWidget(bansNotice);

    m_audit.setUserOf([&connections](ConnectionId id) {
        const auto row = connections.find(id);
        return row ? row->status.user : UserId();
    });
    connect(stopping, &StopProgress::failed, this, &OperatorRecords::failed);
    connect(&m_audit, &AuditLog::stateChanged, auditNotice, [auditNotice](const AuditState &state) {
        auditNotice->setText(auditTroubleText(state));
    });
    connect(&m_bans, &BanStore::troubleChanged, bansNotice, &NoticeBar::setText);
    bansNotice->setText(m_bans.trouble());
}

} // namespace signalbox
