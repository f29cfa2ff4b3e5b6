// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "core/escaped_text.h"
#include "ui/actions/operator_actions.h"
#include "ui/connections/connections_page.h"
#include "ui/log/log_jumps.h"
#include "ui/log/log_page.h"
#include "ui/rooms/rooms_page.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/about_dialog.h"
#include "ui/shell/appearance.h"
#include "ui/shell/closing.h"
#include "ui/shell/console_actions.h"
#include "ui/shell/console_menus.h"
#include "ui/shell/demo_control.h"
#include "ui/shell/modal_guard.h"
#include "ui/shell/navigation_bar.h"
#include "ui/shell/operator_records.h"
#include "ui/shell/page_area.h"
#include "ui/shell/shortcuts_dialog.h"
#include "ui/shell/status_line.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/window_state.h"
#include "ui/test_client/test_client_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/focus_ring.h"

#include <QAction>
#include <QClipboard>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace signalbox {

namespace {
constexpr QSize FirstSize{1280, 800};
constexpr QSize SmallestSize{880, 520};
constexpr QSize WindowFrame{8, 40}; // what a title bar and borders take at most
constexpr int MessageTime = 8'000; // milliseconds

/// The whole window, with its frame, fits into what panels leave of the screen.
QSize firstSize(const QScreen &screen)
{
    return FirstSize.boundedTo(screen.availableSize() - WindowFrame);
}

QLineEdit *searchOf(const QWidget &page)
{
    return page.findChild<QLineEdit *>(QStringLiteral("search"));
}

/// Where the keyboard goes for what the page lists; null if it lists nothing.
QWidget *rowsOf(const QWidget &page)
{
    static constexpr std::array Names{
        QLatin1StringView("connectionsTable"), QLatin1StringView("roomsTable"),
        QLatin1StringView("logTable"), QLatin1StringView("testClientTable")};
    QWidget *rows = nullptr;
    for (const QLatin1StringView name : Names) {
        if (rows == nullptr)
            rows = page.findChild<QWidget *>(name);
    }
    if (rows == nullptr || rows->isVisible())
        return rows;
    const auto placeholders = page.findChildren<EmptyState *>();
    for (const EmptyState *placeholder : placeholders) {
        const auto buttons = placeholder->findChildren<QPushButton *>();
        const auto shown = std::ranges::find_if(buttons, [](const QPushButton *button) {
            return button->isVisible() && button->isEnabled();
        });
        if (shown != buttons.end())
            return *shown;
    }
    return rows;
}
} // namespace

MainWindow::MainWindow(Server &server, Client &client, Theme &theme, const StartOptions &options,
                       QWidget *parent)
    : QMainWindow(parent)
    , m_theme(theme)
    , m_mirror(server)
    , m_options(m_mirror, options)
    , m_control(m_mirror, m_options)
    , m_demo(new DemoControl(m_mirror, m_control, client, this))
    , m_models(m_mirror, theme)
    , m_records(new OperatorRecords(m_mirror, m_models.connections, theme, this))
    , m_operator(new OperatorActions(m_mirror, m_models, theme, this))
    , m_actions(new ConsoleActions(theme, this))
    , m_closing(new Closing(m_mirror, m_control, theme, this))
    , m_topBar(new TopBar(*m_actions, theme, this))
    , m_navigation(new NavigationBar(*m_actions, theme, this))
    , m_pages(new PageArea(this))
    , m_status(new StatusLine(theme, this))
{
    setWindowTitle(QStringLiteral("Signalbox"));
    setWindowIcon(theme.icon(QStringLiteral("signalbox"), ColorRole::Accent));
    setMinimumSize(SmallestSize);
    resize(firstSize(*screen()));
    buildPages(client);
    arrange();
    connectActions();
    connectMirror();
    connectPages();
    new Appearance(theme, this);
    new FocusRing(theme, this);
    new ModalGuard(this);
    showServer();
    m_state = std::make_unique<WindowState>(*this);
    m_state->restore();
    // Whoever ends the program by a signal closes no window. And what has the focus loses it while
    // there is still somebody to be told.
    connect(qApp, &QCoreApplication::aboutToQuit, this, [this] {
        m_state->save();
        hide();
    });
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPages(Client &client)
{
    m_connections =
        new ConnectionsPage(m_models.connections, m_models.lastMessages, m_mirror, m_options,
                            *m_operator, m_actions->start, m_actions->changePort,
                            m_actions->copyUrl, m_actions->openTestClient, m_theme, this);
    m_rooms = new RoomsPage(m_models.rooms, m_models.connections, m_models.lastMessages,
                            *m_operator, m_theme, this);
    m_log = new LogPage(m_mirror, m_theme, this);
    m_log->setConnections(m_models.connections);
    m_testClient = new TestClientPage(client, m_mirror, m_theme, this);
    m_settings = new SettingsPage(m_options, m_actions->restart, m_theme, this);
    m_connections->offerDemo(m_actions->demo);
    m_rooms->offer(m_mirror, m_actions->start, m_actions->openTestClient, m_actions->demo);
    m_log->offer(m_actions->start,
                 {m_actions->copyUrl, m_actions->openTestClient, m_actions->demo});
    m_log->jumps().setLists(m_models.connections, m_models.rooms);
    m_pages->setPages({m_connections, m_rooms, m_log, m_testClient, m_settings});
}

void MainWindow::arrange()
{
    fillMenus(*menuBar(), *m_actions, m_connections->rowActions(), m_rooms->roomActions(),
              m_log->menuActions());
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_navigation);
    middle->addWidget(m_pages, 1);
    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_topBar);
    layout->addWidget(m_records);
    layout->addLayout(middle, 1);
    auto *area = new QScrollArea(this); // zoomed, it may need more room than the screen has
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(central);
    setCentralWidget(area);
    setStatusBar(m_status);
}

void MainWindow::connectActions()
{
    connect(m_actions->start, &QAction::triggered, &m_control, &ServerControl::start);
    connect(m_actions->stop, &QAction::triggered, m_closing, &Closing::stopServer);
    connect(m_actions->restart, &QAction::triggered, m_closing, &Closing::restartServer);
    connect(m_actions->changePort, &QAction::triggered, this, [this] {
        showPage(Page::Settings);
        m_settings->showOption(QStringLiteral("port"));
    });
    connect(m_actions->broadcast, &QAction::triggered, this,
            [this] { m_operator->send(allRecipients(m_models.connections.liveRows())); });
    connect(m_actions->bans, &QAction::triggered, m_operator, &OperatorActions::showBans);
    connect(m_actions->auditLog, &QAction::triggered, this,
            [this] { m_operator->showAudit(m_records->audit()); });
    connect(m_actions->copyUrl, &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(m_mirror.state().url);
        m_status->showMessage(tr("Copied %1").arg(m_mirror.state().url), MessageTime);
    });
    connect(m_actions->openTestClient, &QAction::triggered, this, [this] {
        showPage(Page::TestClient);
        m_testClient->connectTo(m_mirror.state().url);
    });
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->find, &QAction::triggered, this, &MainWindow::focusSearch);
    connect(m_actions->toRows, &QAction::triggered, this, &MainWindow::focusRows);
    connect(m_actions->logBelow, &QAction::toggled, m_pages, &PageArea::setLogBelow);
    connect(m_actions->logBelow, &QAction::toggled, this, &MainWindow::updatePageActions);
    connect(m_actions->clearLog, &QAction::triggered, m_log, &LogPage::clear);
    connect(m_actions->clearEnded, &QAction::triggered, &m_models.connections,
            &ConnectionModel::clearEnded);
    connect(m_actions->zoomIn, &QAction::triggered, &m_theme, &Theme::zoomIn);
    connect(m_actions->zoomOut, &QAction::triggered, &m_theme, &Theme::zoomOut);
    connect(m_actions->resetZoom, &QAction::triggered, &m_theme,
            [this] { m_theme.setZoom(Theme::NormalZoom); });
    connect(m_actions->resetLayout, &QAction::triggered, this, [this] {
        m_state->reset();
        m_log->resetDetails();
    });
    connect(m_actions->shortcuts, &QAction::triggered, this,
            [this] { (new ShortcutsDialog(this))->open(); });
    connect(m_actions->about, &QAction::triggered, this,
            [this] { (new AboutDialog(m_theme, this))->open(); });
    connect(m_actions->demo, &QAction::triggered, m_demo, &DemoControl::toggle);
    connect(m_demo, &DemoControl::changed, m_actions, &ConsoleActions::setDemo);
    connect(m_demo, &DemoControl::changed, m_topBar, &TopBar::showDemo);
    for (const Page page : AllPages)
        connect(m_actions->pages.at(int(page)), &QAction::toggled, this, [this, page](bool on) {
            if (!on)
                return;
            m_pages->showPage(page);
            m_topBar->leavePrimaryToPage(page == Page::TestClient);
            updatePageActions();
        });
    for (const ColorScheme scheme : {ColorScheme::System, ColorScheme::Light, ColorScheme::Dark})
        connect(m_actions->schemes.at(int(scheme)), &QAction::triggered, this,
                [this, scheme] { m_theme.setScheme(scheme); });
}

void MainWindow::connectMirror()
{
    connect(&m_mirror, &ServerMirror::stateChanged, this, &MainWindow::showServer);
    connect(&m_mirror, &ServerMirror::totalsChanged, this, [this](const TotalsChanged &totals) {
        m_status->show(totals);
        m_navigation->setCount(Page::Connections, totals.connections);
        m_navigation->setCount(Page::Rooms, totals.rooms);
        showServer();
    });
    connect(&m_models.connections, &ConnectionModel::countsChanged, this, [this] {
        const ConnectionModel &model = m_models.connections;
        m_actions->setEnded(model.closedCount() + model.refusedCount() > 0);
    });
    connect(&m_options, &OptionStore::changed, this, &MainWindow::showServer);
    connect(&m_options, &OptionStore::kept, &m_records->audit(), &AuditLog::recordKept);
    connect(&m_models, &ConsoleModels::advanced, m_status, &StatusLine::advance);
    const auto complain = [this](const QString &sentence) {
        m_status->showMessage(escapedText(sentence), MessageTime);
    };
    connect(&m_control, &ServerControl::failed, this, complain);
    connect(m_demo, &DemoControl::failed, this, complain);
    connect(m_records, &OperatorRecords::failed, this, complain);
}

void MainWindow::connectPages()
{
    connect(m_connections, &ConnectionsPage::logRequested, this, &MainWindow::showInLog);
    connect(m_connections, &ConnectionsPage::reported, this, [this](const QString &sentence) {
        m_status->showMessage(escapedText(sentence), MessageTime);
    });
    connect(m_rooms, &RoomsPage::logRequested, this, &MainWindow::showInLog);
    connect(m_log, &LogPage::detailsMoved, m_pages, &PageArea::lineUpColumns);
    connect(m_rooms, &RoomsPage::connectionRequested, this, [this](ConnectionId id) {
        showPage(Page::Connections);
        m_connections->select(id);
    });
    connect(m_rooms, &RoomsPage::membersRequested, this, [this](const RoomName &room) {
        showPage(Page::Connections);
        m_connections->showRoom(room);
    });
    connectJumps();
}

/// From a row to what it is about.
void MainWindow::connectJumps()
{
    const auto showRoom = [this](const RoomName &room) {
        showPage(Page::Rooms);
        m_rooms->select(room);
    };
    connect(m_connections, &ConnectionsPage::roomRequested, this, showRoom);
    connect(m_connections, &ConnectionsPage::refusalRequested, this,
            [this](const ConnectionRow &row) {
                if (!m_log->showRefusal(row))
                    m_status->showMessage(tr("The log does not hold this refusal (any more)"),
                                          MessageTime);
                else if (!m_actions->logBelow->isChecked())
                    showPage(Page::Log);
            });
    const LogJumps &jumps = m_log->jumps();
    connect(&jumps, &LogJumps::roomRequested, this, showRoom);
    connect(&jumps, &LogJumps::connectionRequested, this, [this](ConnectionId id) {
        showPage(Page::Connections);
        m_connections->select(id);
    });
    connect(&jumps, &LogJumps::handshakeRequested, this, [this](const ConnectionRow &row) {
        showPage(Page::Connections);
        m_connections->showHandshake(row);
    });
}

void MainWindow::showPage(Page page)
{
    m_actions->pages.at(int(page))->setChecked(true);
}

void MainWindow::updatePageActions()
{
    m_actions->setSearch(partOfPage(searchOf) != nullptr);
    m_actions->setRows(partOfPage(rowsOf) != nullptr);
}

/// The log below a page has its own, and stands in for what the page does not have.
template <typename Part>
Part *MainWindow::partOfPage(Part *(*part)(const QWidget &page)) const
{
    const bool isLogBelow = m_actions->logBelow->isChecked();
    const bool isInLog = isLogBelow && m_log->isAncestorOf(focusWidget());
    Part *found = isInLog ? nullptr : part(*m_pages->currentWidget());
    return found == nullptr && isLogBelow ? part(*m_log) : found;
}

void MainWindow::focusSearch()
{
    if (QLineEdit *search = partOfPage(searchOf)) {
        search->setFocus(Qt::ShortcutFocusReason);
        search->selectAll();
    }
}

void MainWindow::focusRows()
{
    if (QWidget *rows = partOfPage(rowsOf))
        rows->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::showServer()
{
    const ServerStateChanged &state = m_mirror.state();
    m_status->setLimit(state.options.maxConnections);
    const bool stopped = state.state == ServerState::Stopped;
    m_actions->setServer(state.state, m_mirror.totals().connections,
                         stopped ? m_options.options().port : state.options.port);
    m_topBar->show(state);
    setWindowTitle(state.url.isEmpty() ? QStringLiteral("Signalbox")
                                       : tr("%1 – Signalbox").arg(state.url));
}

void MainWindow::showInLog(const LogScope &scope)
{
    m_log->showScope(scope);
    if (!m_actions->logBelow->isChecked())
        showPage(Page::Log);
}

bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::ThemeChange)
        m_theme.followSystem();
    return QMainWindow::event(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_state->save();
    event->setAccepted(m_closing->mayClose());
}

} // namespace signalbox
