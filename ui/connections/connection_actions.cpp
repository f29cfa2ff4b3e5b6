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
#include "ui/widgets/literal_text.h"
#include "ui/widgets/possible_action.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QMenu>
#include <QWidget>

#include <algorithm>

namespace signalbox {

namespace {

/// Why what is about one connection cannot be: there is none, or there are many.
QString notOneText(const QList<ConnectionRow> &selection)
{
    return selection.isEmpty()
               ? ConnectionActions::tr("Select one connection first")
               : ConnectionActions::tr("Select only one connection: it is about one at a time");
}

} // namespace

ConnectionActions::ConnectionActions(OperatorActions &operatorActions,
                                     const LastMessages &lastMessages, const Theme &theme,
                                     QWidget *view)
    : QObject(view)
    , m_messages(lastMessages)
    , m_theme(theme)
    , m_view(view)
    , m_send(add(tr("Send…"), QKeySequence(Qt::CTRL | Qt::Key_Return)))
    , m_kick(add(tr("Kick…"), QKeySequence::Delete))
    , m_ban(add(tr("Ban…"), QKeySequence(Qt::SHIFT | Qt::Key_Delete)))
    , m_join(add(tr("Put into a room…"), QKeySequence(Qt::CTRL | Qt::Key_J)))
    , m_leave(add(tr("Take out of a room…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J)))
    , m_showInLog(add(tr("Show in log"), QKeySequence(Qt::CTRL | Qt::Key_L)))
    , m_showRoom(add(tr("Show room"), QKeySequence(Qt::CTRL | Qt::Key_R)))
    , m_lastMessages(add(tr("Last messages…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)))
    , m_allowOrigin(add(tr("Allow this origin…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Y)))
    , m_showBan(add(tr("Show its ban…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G)))
    , m_copyId(add(tr("Copy id"), QKeySequence::Copy))
    , m_copyAddress(add(tr("Copy address"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)))
    , m_toLook(new QAction(this))
    , m_toTakeAway(new QAction(this))
{
    m_toLook->setSeparator(true);
    m_toTakeAway->setSeparator(true);
    connect(m_send, &QAction::triggered, &operatorActions,
            [this, &operatorActions] { operatorActions.send(selectedRecipients(m_selection)); });
    connect(m_kick, &QAction::triggered, &operatorActions,
            [this, &operatorActions] { operatorActions.kick(selectedRecipients(m_selection)); });
    connect(m_ban, &QAction::triggered, &operatorActions, [this, &operatorActions] {
        // Whoever has left may be kept from coming back.
        operatorActions.ban({ToAll{}, {}, m_selection});
    });
    connect(m_join, &QAction::triggered, &operatorActions, [this, &operatorActions] {
        operatorActions.joinRoom(selectedRecipients(m_selection));
    });
    connect(m_leave, &QAction::triggered, &operatorActions, [this, &operatorActions] {
        operatorActions.leaveRoom(selectedRecipients(m_selection));
    });
    connect(m_showInLog, &QAction::triggered, this, &ConnectionActions::goToLog);
    connect(m_showRoom, &QAction::triggered, this, &ConnectionActions::goToRoom);
    connect(m_lastMessages, &QAction::triggered, this, &ConnectionActions::openLastMessages);
    connect(m_allowOrigin, &QAction::triggered, this,
            [this] { emit originAllowed(refusedOrigin(m_selection.constFirst())); });
    connect(m_showBan, &QAction::triggered, &operatorActions, [this, &operatorActions] {
        operatorActions.showBanOf(m_selection.constFirst().handshake.peerAddress);
    });
    connect(m_copyId, &QAction::triggered, this, [this] {
        copy([](const ConnectionRow &row) {
            return row.status.id.isValid() ? QString::number(row.status.id.value) : QString();
        });
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
    const QString none = selection.isEmpty() ? tr("Select connections first") : QString();
    const QString obstacle = !none.isEmpty() ? none
                             : open == 0     ? tr("The selected connections have ended")
                                             : QString();
    const QString count = countText(quint64(open));
    m_send->setText(open > 0 ? tr("Send to %1…").arg(count) : tr("Send…"));
    setPossible(m_send, obstacle, tr("Send one message to the selected connections"));
    m_kick->setText(open > 0 ? tr("Kick %1…").arg(count) : tr("Kick…"));
    setPossible(m_kick, obstacle, tr("End the selected connections"));
    m_ban->setText(selection.isEmpty() ? tr("Ban…")
                                       : tr("Ban %1…").arg(countText(quint64(selection.size()))));
    setPossible(m_ban, none, tr("Keep the users or the addresses of the selected ones out"));
    m_join->setText(open > 0 ? tr("Put %1 into a room…").arg(count) : tr("Put into a room…"));
    setPossible(m_join, obstacle, tr("Let the selected connections join a room"));
    m_leave->setText(open > 0 ? tr("Take %1 out of a room…").arg(count)
                              : tr("Take out of a room…"));
    const bool inRooms = std::ranges::any_of(selection, [](const ConnectionRow &row) {
        return row.isLive() && !row.status.rooms.isEmpty();
    });
    setPossible(m_leave,
                obstacle.isEmpty() && !inRooms ? tr("The selected connections are in no room")
                                               : obstacle,
                tr("Let the selected connections leave a room"));
    const bool one = selection.size() == 1;
    const bool refused = one && selection.constFirst().kind == RowKind::Refused;
    setPossible(m_showInLog, one ? QString() : notOneText(selection),
                refused ? tr("Go to the refusal in the log")
                        : tr("Show only this connection in the log"));
    setPossible(m_showRoom,
                !one                               ? notOneText(selection)
                : !selection.constFirst().isLive() ? tr("It has ended, and left its rooms")
                : selection.constFirst().status.rooms.isEmpty() ? tr("It is in no room")
                                                                : QString(),
                tr("Go to the room that this connection is in"));
    describeCopying();
    describeLastMessages();
    describeRemedies();
}

void ConnectionActions::describeCopying()
{
    const QString none = m_selection.isEmpty() ? tr("Select connections first") : QString();
    const bool anyId = std::ranges::any_of(
        m_selection, [](const ConnectionRow &row) { return row.status.id.isValid(); });
    setPossible(m_copyId,
                none.isEmpty() && !anyId ? tr("A refused handshake has no id: it never became a "
                                              "connection")
                                         : none,
                tr("Copy the ids of the selected connections"));
    setPossible(m_copyAddress, none, tr("Copy the addresses of the selected connections"));
}

void ConnectionActions::describeRemedies()
{
    const bool one = m_selection.size() == 1;
    setPossible(m_showBan,
                one && isRefusedByBan(m_selection.constFirst())
                    ? QString()
                    : tr("Select one handshake that was refused because of a ban"),
                tr("Open the bans with the one that keeps this address out"));
    const QString origin = one ? refusedOrigin(m_selection.constFirst()) : QString();
    setPossible(m_allowOrigin,
                origin.isEmpty() || origin == u"null"
                    ? tr("Select one handshake that was refused for its Origin")
                    : QString(),
                tr("Add %1 to the option allowedOrigins").arg(toolTipText(escapedText(origin))));
}

QList<QAction *> ConnectionActions::all() const
{
    return {m_send,    m_kick,       m_ban,      m_join,         m_leave,
            m_toLook,  m_showInLog,  m_showRoom, m_lastMessages, m_allowOrigin,
            m_showBan, m_toTakeAway, m_copyId,   m_copyAddress};
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
    m_ban->setIcon(m_theme.icon(QStringLiteral("refused")));
    m_join->setIcon(m_theme.icon(QStringLiteral("rooms")));
    m_leave->setIcon(m_theme.icon(QStringLiteral("disconnect")));
    m_showInLog->setIcon(m_theme.icon(QStringLiteral("log")));
    m_showRoom->setIcon(m_theme.icon(QStringLiteral("rooms")));
    m_lastMessages->setIcon(m_theme.icon(QStringLiteral("mark")));
    m_allowOrigin->setIcon(m_theme.icon(QStringLiteral("check")));
    m_showBan->setIcon(m_theme.icon(QStringLiteral("refused")));
    m_copyId->setIcon(m_theme.icon(QStringLiteral("copy")));
    m_copyAddress->setIcon(m_copyId->icon());
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
                  : notOneText(m_selection));
}

void ConnectionActions::goToLog()
{
    const ConnectionRow &row = m_selection.constFirst();
    if (row.kind == RowKind::Refused)
        emit refusalRequested(row);
    else
        emit logRequested(LogScope::ofConnection(row.status.id, row.status.user));
}

/// Of several rooms the operator chooses.
void ConnectionActions::goToRoom()
{
    const QList<RoomName> rooms = m_selection.constFirst().status.rooms;
    if (rooms.size() == 1) {
        emit roomRequested(rooms.constFirst());
        return;
    }
    auto *menu = new QMenu(m_view);
    menu->setObjectName(QStringLiteral("roomMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const RoomName &room : rooms) {
        menu->addAction(literalText(escapedName(room.utf8())), this,
                        [this, room] { emit roomRequested(room); });
    }
    menu->setActiveAction(menu->actions().constFirst());
    menu->popup(m_view->mapToGlobal(m_view->rect().center()));
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
    for (const ConnectionRow &row : m_selection) {
        if (const QString text = textOf(row); !text.isEmpty())
            lines += text;
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace signalbox
