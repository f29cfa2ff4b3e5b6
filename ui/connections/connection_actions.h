// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/connection_row.h"

#include <QList>
#include <QObject>

class QAction;
class QWidget;

namespace signalbox {

class LastMessages;
struct LogScope;
class OperatorActions;
class Theme;

/// What can be done with selected connections: one set of actions for buttons, menus and keys, each
/// saying how many it means, or why it cannot.
class ConnectionActions : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this; the shortcuts work while the keyboard is in `view`.
    ConnectionActions(OperatorActions &operatorActions, const LastMessages &lastMessages,
                      const Theme &theme, QWidget *view);

    void setSelection(const QList<ConnectionRow> &selection);

    [[nodiscard]] QAction *send() const { return m_send; }
    [[nodiscard]] QAction *kick() const { return m_kick; }
    [[nodiscard]] QAction *ban() const { return m_ban; }
    [[nodiscard]] QAction *showInLog() const { return m_showInLog; }
    [[nodiscard]] QAction *showLastMessages() const { return m_lastMessages; }
    /// Possible for a handshake that was refused because of its origin.
    [[nodiscard]] QAction *allowOrigin() const { return m_allowOrigin; }
    /// Possible for a handshake that was refused because of a ban.
    [[nodiscard]] QAction *showBan() const { return m_showBan; }
    /// In the order of a menu.
    [[nodiscard]] QList<QAction *> all() const;

signals:
    void logRequested(const signalbox::LogScope &scope);
    /// The record of a handshake that was refused.
    void refusalRequested(const signalbox::ConnectionRow &row);
    void roomRequested(const signalbox::RoomName &room);
    void originAllowed(const QString &origin);

private:
    QAction *add(const QString &text, const QKeySequence &shortcut);
    void applyTheme();
    void describeLastMessages();
    void openLastMessages() const;
    void describeRemedies();
    void describeCopying();
    void goToLog();
    void goToRoom();
    void copy(QString (*textOf)(const ConnectionRow &)) const;

    const LastMessages &m_messages;
    const Theme &m_theme;
    QWidget *m_view;
    QList<ConnectionRow> m_selection;
    QAction *m_send;
    QAction *m_kick;
    QAction *m_ban;
    QAction *m_join;
    QAction *m_leave;
    QAction *m_showInLog;
    QAction *m_showRoom;
    QAction *m_lastMessages;
    QAction *m_allowOrigin;
    QAction *m_showBan;
    QAction *m_copyId;
    QAction *m_copyAddress;
    QAction *m_toLook; ///< separators of all()
    QAction *m_toTakeAway;
};

} // namespace signalbox
