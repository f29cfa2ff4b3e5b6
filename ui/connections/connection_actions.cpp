// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connection_actions.h"

#include "core/escaped_text.h"
#include "ui/actions/operator_actions.h"
#include "ui/connections/connection_text.h"
#include "ui/connections/refusal_remedy.h"
#include "ui/last_messages/last_messages.h"
#include "ui/last_messages/last_messages_dialog.h"
#include "ui/log/log_scope.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"
#include "ui/theme/tool_tip_text.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QWidget>

#include <algorithm>

namespace signalbox {

ConnectionActions::ConnectionActions(OperatorActions &operatorActions,
                                     const LastMessages &lastMessages, const Theme &theme,
                                     QWidget *view)
    : QObject(view)
    , m_messages(lastMessages)
    , m_theme(theme)
    , m_view(view)
    , m_send(add(tr("Send…"), QKeySequence(Qt::CTRL | Qt::Key_Return)))
    , m_kick(add(tr("Kick…"), QKeySequence::Delete))
    , m_showInLog(add(tr("Show in log"), QKeySequence(Qt::CTRL | Qt::Key_L)))
    , m_lastMessages(add(tr("Last messages…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)))
    , m_allowOrigin(add(tr("Allow this origin…"), {}))
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
    connect(m_lastMessages, &QAction::triggered, this, &ConnectionActions::openLastMessages);
    connect(m_allowOrigin, &QAction::triggered, this,
            [this] { emit originAllowed(refusedOrigin(m_selection.constFirst())); });
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
    describeLastMessages();
    const QString origin =
        selection.size() == 1 ? refusedOrigin(selection.constFirst()) : QString();
    m_allowOrigin->setEnabled(!origin.isEmpty() && origin != u"null");
    m_allowOrigin->setToolTip(
        m_allowOrigin->isEnabled()
            ? tr("Add %1 to the option allowedOrigins").arg(toolTipText(escapedText(origin)))
            : tr("Select one handshake that was refused for its origin"));
    m_copyId->setEnabled(!selection.isEmpty());
    m_copyAddress->setEnabled(!selection.isEmpty());
}

QList<QAction *> ConnectionActions::all() const
{
    return {m_send, m_kick, m_showInLog, m_lastMessages, m_allowOrigin, m_copyId, m_copyAddress};
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
    m_lastMessages->setIcon(m_theme.icon(QStringLiteral("mark")));
    m_allowOrigin->setIcon(m_theme.icon(QStringLiteral("check")));
    m_copyId->setIcon(m_theme.icon(QStringLiteral("copy")));
}

void ConnectionActions::describeLastMessages()
{
    const bool one = m_selection.size() == 1;
    const bool refused = one && m_selection.constFirst().kind == RowKind::Refused;
    const bool held = one && m_messages.store().holds(m_selection.constFirst().status.id);
    m_lastMessages->setEnabled(held);
    m_lastMessages->setToolTip(
        held      ? tr("Show the last messages of this connection, which can be saved")
        : refused ? tr("It was refused before it could send a message")
        : one     ? tr("They are kept while a connection is open and when it ended abnormally")
                  : tr("Select one connection first"));
}

void ConnectionActions::openLastMessages() const
{
    const ConnectionRow &row = m_selection.constFirst();
    const auto history = m_messages.store().history(row.status.id);
    if (!history) // it ended in order a moment ago
        return;
    const auto document = lastMessagesOf(row, *history, QDateTime::currentMSecsSinceEpoch());
    (new LastMessagesDialog(document, {}, m_theme, m_view->window()))->show();
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
