// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/option_settings.h"
#include "ui/settings/option_store.h"
#include "ui/shell/console_models.h"
#include "ui/shell/server_control.h"
#include "ui/shell/server_mirror.h"

#include <QMainWindow>

#include <memory>

namespace signalbox {

class Client;
class Closing;
class DemoControl;
class ConnectionsPage;
class ConsoleActions;
class LogPage;
struct LogScope;
class NavigationBar;
class OperatorActions;
class OperatorRecords;
class PageArea;
class RoomsPage;
class SettingsPage;
class StatusLine;
class TestClientPage;
class Theme;
class TopBar;
class WindowState;
enum class Page : quint8;

/// The console's window: arranges menus, bars and pages, and decides nothing.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `server`, `client` and `theme` must outlive the window.
    MainWindow(Server &server, Client &client, Theme &theme, const StartOptions &options,
               QWidget *parent = nullptr);
    ~MainWindow() override;

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void buildPages(Client &client);
    void arrange();
    void connectActions();
    void connectMirror();
    void connectPages();
    void connectJumps();
    void showPage(Page page);
    void updatePageActions();
    template <typename Part>
    [[nodiscard]] Part *partOfPage(Part *(*part)(const QWidget &page)) const;
    void focusSearch();
    void focusRows();
    void showServer();
    void showInLog(const LogScope &scope);

    Theme &m_theme;
    ServerMirror m_mirror;
    OptionStore m_options;
    ServerControl m_control;
    DemoControl *m_demo;
    ConsoleModels m_models;
    OperatorRecords *m_records;
    OperatorActions *m_operator;
    ConsoleActions *m_actions;
    Closing *m_closing;
    TopBar *m_topBar;
    NavigationBar *m_navigation;
    PageArea *m_pages;
    StatusLine *m_status;
    ConnectionsPage *m_connections = nullptr;
    RoomsPage *m_rooms = nullptr;
    LogPage *m_log = nullptr;
    TestClientPage *m_testClient = nullptr;
    SettingsPage *m_settings = nullptr;
    std::unique_ptr<WindowState> m_state;
};

} // namespace signalbox
