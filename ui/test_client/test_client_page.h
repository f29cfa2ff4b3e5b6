// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client_command.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace signalbox {

class Client;
class ClientLogModel;
class ClientSession;
class Composer;
class ConnectBar;
class LogView;
class PayloadView;
class ServerMirror;
class Theme;

/// The Test client page: one connection to any server, a composer, and a log of its own.
class TestClientPage : public QWidget
{
    Q_OBJECT

public:
    /// `client`, `mirror` and `theme` must outlive the page.
    TestClientPage(Client &client, ServerMirror &mirror, Theme &theme, QWidget *parent = nullptr);

    /// Puts the URL into its field and connects; an open connection is left as it is and the page
    /// says so.
    void connectTo(const QString &url);

private:
    void arrange();
    [[nodiscard]] QWidget *makeStatusLine();
    [[nodiscard]] QWidget *makeLog();
    void setColumns();
    void connectParts();
    void applyTheme();
    void open();
    void send(const SendFromClient &message);
    void showState();
    void showNotice(const QString &sentence, bool isTrouble);
    void showDetails();
    void showNoDetails();
    void chooseClose();
    void copySelected() const;

    ServerMirror &m_mirror;
    const Theme &m_theme;
    ClientLogModel *m_log;
    ClientSession *m_session;
    ConnectBar *m_bar;
    QLabel *m_dot;
    QLabel *m_word;
    QLabel *m_notice;
    QPushButton *m_cancelRetry;
    QPushButton *m_clear;
    QPushButton *m_follow;
    QStackedWidget *m_stack;
    LogView *m_view;
    PayloadView *m_details;
    Composer *m_composer;
    QSplitter *m_splitter;
};

} // namespace signalbox
