// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connection_actions.h"

#include "ui/actions/operator_actions.h"
#include "ui/connections/connection_text.h"
#include "ui/log/log_scope.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QWidget>

#include <algorithm>

namespace signalbox {

ConnectionActions::ConnectionActions(OperatorActions &operatorActions, const Theme &theme,
                                     QWidget *view)
    : QObject(view)
    , m_theme(theme)
    , m_view(view)
    , m_send(add(tr("Send…"), QKeySequence(Qt::CTRL | Qt::Key_Return)))
    , m_kick(add(tr("Kick…"), QKeySequence::Delete))
    , m_showInLog(add(tr("Show in log"), QKeySequence(Qt::CTRL | Qt::Key_L)))
    , m_copyId(add(tr("Copy id"), QKeySequence::Copy))
    , m_copyAddress(add(tr("Copy address"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)))
{
    connect(m_send, &QAction::triggered, &operatorActions,
            [this, &operatorActions] { operatorActions.send(selectedRecipients(m_selection)); });
    connect(m_kick, &QAction::triggered, &operatorActions,
            [this, &operatorActions] { operatorActions.kick(selectedRecipients(m_selection)); });
    connect(m_showInLog, &QAction::triggered, this, [this] {
        const ConnectionStatus &status = m_selection.constFirst().status;
        emit logRequested(LogScope::ofConnection(status.id, status.user));
    });
    connect(m_copyId, &QAction::triggered, this, [this] {
        copy([](const ConnectionRow &row) { return QString::number(row.status.id.value); });
    });
    connect(m_copyAddress, &QAction::triggered, this,
            [this] { copy([](const ConnectionRow &row) { return peerText(row.handshake); }); });
    connect(&m_theme, &Theme::changed, this, &ConnectionActions::applyTheme);
    applyTheme();
    setSelection({});
}

void ConnectionActions::setSelection(const QList<ConnectionRow> &selection)
{
    m_selection = selection;
    const auto open = std::ranges::count_if(selection, &ConnectionRow::isLive);
    const QString obstacle = selection.isEmpty() ? tr("Select connections first")
                             : open == 0         ? tr("The selected connections have ended")
                                                 : QString();
    const QString count = countText(quint64(open));
    m_send->setText(open > 0 ? tr("Send to %1…").arg(count) : tr("Send…"));
    m_send->setToolTip(obstacle.isEmpty() ? tr("Send one message to the selected connections")
                                          : obstacle);
    m_kick->setText(open > 0 ? tr("Kick %1…").arg(count) : tr("Kick…"));
    m_kick->setToolTip(obstacle.isEmpty() ? tr("End the selected connections") : obstacle);
    m_send->setEnabled(open > 0);
    m_kick->setEnabled(open > 0);
    m_showInLog->setEnabled(selection.size() == 1
                            && selection.constFirst().kind != RowKind::Refused);
    m_copyId->setEnabled(!selection.isEmpty());
    m_copyAddress->setEnabled(!selection.isEmpty());
}

QList<QAction *> ConnectionActions::all() const
{
    return {m_send, m_kick, m_showInLog, m_copyId, m_copyAddress};
}

QAction *ConnectionActions::add(const QString &text, const QKeySequence &shortcut)
{
    auto *action = new QAction(text, this);
    action->setIconText(text); // stays while the text counts the selection
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_view->addAction(action);
    return action;
}

void ConnectionActions::applyTheme()
{
    m_send->setIcon(m_theme.icon(QStringLiteral("send")));
    m_kick->setIcon(m_theme.icon(QStringLiteral("kick")));
    m_showInLog->setIcon(m_theme.icon(QStringLiteral("log")));
    m_copyId->setIcon(m_theme.icon(QStringLiteral("copy")));
}

void ConnectionActions::copy(QString (*textOf)(const ConnectionRow &)) const
{
    QStringList lines;
    lines.reserve(m_selection.size());
    for (const ConnectionRow &row : m_selection)
        lines += textOf(row);
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace signalbox
