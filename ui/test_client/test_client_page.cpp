// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/test_client/test_client_page.h"

#include "client/client.h"
#include "ui/log/log_view.h"
#include "ui/payload/payload_view.h"
#include "ui/shell/server_mirror.h"
#include "ui/test_client/client_log_model.h"
#include "ui/test_client/client_session.h"
#include "ui/test_client/client_text.h"
#include "ui/test_client/close_choice.h"
#include "ui/test_client/composer.h"
#include "ui/test_client/connect_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/splitter.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace signalbox {

namespace {

constexpr int DotSize = 10;

ColorRole stateRole(const ClientStateChanged &state)
{
    if (state.state == ClientState::Open)
        return ColorRole::Ok;
    return state.failure == ClientFailure::None ? ColorRole::Muted : ColorRole::Warning;
}

} // namespace

TestClientPage::TestClientPage(Client &client, ServerMirror &mirror, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_mirror(mirror)
    , m_theme(theme)
    , m_log(new ClientLogModel(theme, this))
    , m_session(new ClientSession(client, *m_log, this))
    , m_bar(new ConnectBar(theme, this))
    , m_dot(new QLabel(QStringLiteral("●"), this))
    , m_word(new QLabel(this))
    , m_notice(new QLabel(this))
    , m_cancelRetry(new QPushButton(tr("Cancel"), this))
    , m_clear(new QPushButton(tr("Clear"), this))
    , m_follow(new QPushButton(tr("Follow"), this))
    , m_stack(new QStackedWidget(this))
    , m_view(new LogView(theme, this))
    , m_details(new PayloadView(theme, this))
    , m_composer(new Composer(theme, this))
    , m_splitter(new Splitter(Qt::Horizontal, this))
{
    m_view->setModel(m_log);
    m_view->setAccessibleName(tr("Log of the test client"));
    m_view->setObjectName(QStringLiteral("testClientTable"));
    arrange();
    setColumns();
    connectParts();
    m_bar->setDefaultUrl(mirror.state().url);
    applyTheme();
    showState();
    showNoDetails();
}

void TestClientPage::arrange()
{
    auto *left = new Splitter(Qt::Vertical, this);
    left->setObjectName(QStringLiteral("testClientComposerSplitter"));
    left->addWidget(makeLog());
    left->addWidget(m_composer);
    left->setStretchFactor(0, 1);
    left->setChildrenCollapsible(false);
    left->setSizes({400, 180});
    m_splitter->setObjectName(QStringLiteral("testClientSplitter"));
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setCollapsible(0, false);
    m_splitter->setSizes({800, 330});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(makeStatusLine());
    layout->addWidget(m_splitter, 1);
}

QWidget *TestClientPage::makeStatusLine()
{
    auto *line = new QWidget(this);
    m_dot->setAccessibleName(tr("State of the test client"));
    for (QLabel *label : {m_word, m_notice})
        label->setTextFormat(Qt::PlainText);
    m_word->setAccessibleName(tr("State of the test client"));
    m_notice->setAccessibleName(tr("About the connection"));
    m_notice->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_notice->setWordWrap(true);
    m_cancelRetry->setToolTip(tr("Give up reconnecting"));
    m_cancelRetry->setAccessibleName(tr("Cancel reconnecting"));
    m_follow->setCheckable(true);
    m_follow->setToolTip(tr("Keep the newest row in sight (End)"));
    m_clear->setToolTip(tr("Empty this log"));
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(spacing::Large, spacing::Small, spacing::Large, spacing::Medium);
    layout->setSpacing(spacing::Medium);
    layout->addWidget(m_dot);
    layout->addWidget(m_word);
    layout->addWidget(m_notice, 1);
    layout->addWidget(m_cancelRetry);
    layout->addWidget(m_follow);
    layout->addWidget(m_clear);
    return line;
}

QWidget *TestClientPage::makeLog()
{
    auto *empty = new EmptyState(m_theme, QStringLiteral("test-client"), this);
    empty->setTexts(tr("Nothing sent or received yet"),
                    tr("Take a message from Snippets, and press Ctrl+Enter: it connects first."));
    m_stack->addWidget(m_view);
    m_stack->addWidget(empty);
    m_stack->setCurrentIndex(1);
    return m_stack;
}

void TestClientPage::setColumns()
{
    m_view->fitColumn(ClientLogModel::Number, QStringLiteral("9999"));
    m_view->fitColumn(ClientLogModel::Time, QStringLiteral("00:00:00.000"));
    m_view->fitTextColumn(ClientLogModel::Way, tr("connected"));
    m_view->fitTextColumn(ClientLogModel::Message, QStringLiteral("notification_response"));
    m_view->fitColumn(ClientLogModel::Length, QStringLiteral("812 kB"));
    m_view->fitColumn(ClientLogModel::Latency, QStringLiteral("99.9 ms"));
    m_view->setFlexibleColumn(ClientLogModel::Preview, 160);
}

void TestClientPage::connectParts()
{
    connect(&m_mirror, &ServerMirror::stateChanged, this,
            [this](const ServerStateChanged &state) { m_bar->setDefaultUrl(state.url); });
    connect(m_bar, &ConnectBar::connectRequested, this, &TestClientPage::open);
    connect(m_bar, &ConnectBar::disconnectRequested, this,
            [this] { m_session->close(close_reason::NormalClosure.code, {}); });
    connect(m_bar, &ConnectBar::closeRequested, this, &TestClientPage::chooseClose);
    connect(m_cancelRetry, &QPushButton::clicked, this,
            [this] { m_session->close(close_reason::NormalClosure.code, {}); });
    connect(m_composer, &Composer::sendRequested, this, &TestClientPage::send);
    connect(m_session, &ClientSession::stateChanged, this, &TestClientPage::showState);
    connect(m_session, &ClientSession::countdownChanged, this, &TestClientPage::showState);
    connect(m_session, &ClientSession::failed, this,
            [this](const QString &sentence) { showNotice(sentence, true); });
    connect(m_session, &ClientSession::sent, this, &TestClientPage::showState);
    connect(m_follow, &QPushButton::toggled, m_view, &LogView::setFollowing);
    connect(m_view, &LogView::followingChanged, m_follow, &QPushButton::setChecked);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_log->clear();
        showNoDetails();
    });
    connect(m_view, &LogView::copyRequested, this, &TestClientPage::copySelected);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TestClientPage::showDetails);
    connect(m_log, &QAbstractItemModel::rowsInserted, this,
            [this] { m_stack->setCurrentIndex(0); });
    connect(m_log, &QAbstractItemModel::modelReset, this, [this] { m_stack->setCurrentIndex(1); });
    connect(&m_theme, &Theme::changed, this, &TestClientPage::applyTheme);
    m_follow->setChecked(m_view->isFollowing());
}

void TestClientPage::applyTheme()
{
    QFont dot = font();
    dot.setPixelSize(DotSize);
    m_dot->setFont(dot);
    QFont bold = font();
    bold.setBold(true);
    m_word->setFont(bold);
    m_follow->setIcon(m_theme.icon(QStringLiteral("follow")));
    m_clear->setIcon(m_theme.icon(QStringLiteral("clear")));
    showState();
}

void TestClientPage::connectTo(const QString &url)
{
    if (!m_session->isIdle()) {
        showNotice(tr("Disconnect first to connect to another URL."), true);
        return;
    }
    m_bar->setUrl(url);
    open();
}

void TestClientPage::open()
{
    const auto settings = m_bar->settings();
    if (!settings) {
        showNotice(settings.error().message, true);
        return;
    }
    m_bar->rememberUrl();
    m_session->open(*settings);
}

void TestClientPage::send(const SendFromClient &message)
{
    const auto settings = m_bar->settings();
    if (!settings) {
        showNotice(settings.error().message, true);
        return;
    }
    if (m_session->isIdle())
        m_bar->rememberUrl();
    m_session->send(message, *settings);
}

void TestClientPage::showState()
{
    const ClientStateChanged &state = m_session->state();
    m_bar->setState(state.state);
    m_composer->setConnected(state.state == ClientState::Open);
    m_word->setText(clientStateWord(state.state));
    QPalette dot = palette();
    dot.setColor(QPalette::WindowText, m_theme.color(stateRole(state)));
    m_dot->setPalette(dot);
    const bool waiting = state.state == ClientState::WaitingToReconnect;
    m_cancelRetry->setVisible(waiting);
    QString sentence = clientStateSentence(state);
    if (waiting) {
        sentence = tr("Next attempt (%1) in %2 s. %3")
                       .arg(state.attempt)
                       .arg(m_session->secondsToRetry())
                       .arg(sentence);
    }
    showNotice(sentence, state.failure != ClientFailure::None);
}

void TestClientPage::showNotice(const QString &sentence, bool isTrouble)
{
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText,
                    m_theme.color(isTrouble ? ColorRole::Warning : ColorRole::Muted));
    m_notice->setPalette(colors);
    m_notice->setText(sentence);
}

void TestClientPage::showDetails()
{
    const QModelIndex current = m_view->currentIndex();
    if (current.isValid() && m_view->selectionModel()->isSelected(current))
        m_details->show(m_log->details(current.row()));
}

void TestClientPage::showNoDetails()
{
    m_details->showHint(tr("Select a row to see its payload."));
}

void TestClientPage::chooseClose()
{
    auto *dialog = new CloseChoice(m_theme, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CloseChoice::chosen, m_session, &ClientSession::close);
    dialog->open();
}

void TestClientPage::copySelected() const
{
    QStringList lines;
    const QList<int> rows = m_view->selectedRowNumbers();
    lines.reserve(rows.size());
    for (const int row : rows)
        lines += m_log->line(row);
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace signalbox
