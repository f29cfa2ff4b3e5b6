// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_bar.h"

#include "core/escaped_text.h"
#include "ui/log/log_state.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"
#include "ui/theme/tool_tip_text.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/filter_box.h"
#include "ui/widgets/literal_text.h"
#include "ui/widgets/remembered_switch.h"
#include "ui/widgets/wrap_layout.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <array>
#include <utility>

namespace signalbox {

LogBar::LogBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(new FilterBox(theme, FilterFields::ofRecords(), QStringLiteral("log"), this))
    , m_icon(m_text->addAction(QIcon(), QLineEdit::LeadingPosition))
    , m_chip(new QPushButton(this))
    , m_capture(new QPushButton(this))
    , m_counts(new QLabel(this))
    , m_pause(addButton(tr("Pause"), tr("Keep the rows still; recording goes on (Ctrl+P)")))
    , m_follow(
          addButton(tr("Follow"),
                    tr("Keep the newest row in sight (End in the table, Ctrl+End). Scrolling up "
                       "or selecting a row ends it.")))
    , m_clear(addButton(tr("Clear"), tr("Hide all rows; nothing is destroyed (Ctrl+K)")))
    , m_showHidden(addButton(QString(), tr("Show the rows that Clear has hidden")))
    , m_fromClients(addToggle(tr("↑ client → server"), tr("Show what clients send"), true))
    , m_fromServer(addToggle(tr("↓ server → client"), tr("Show what the server sends"), true))
    , m_messages(addToggle(tr("Messages"), tr("Show text and binary messages"), true))
    , m_controlFrames(
          addToggle(tr("Control frames"), tr("Show ping, pong and close frames"), false))
    , m_events(addToggle(tr("Events"),
                         tr("Show connections that open, close or are refused, and rooms that are "
                            "joined or left"),
                         true))
    , m_pauseAction(new QAction(tr("&Pause"), this))
    , m_followAction(new QAction(tr("&Follow the newest"), this))
{
    m_text->setObjectName(QStringLiteral("search"));
    m_text->setPlaceholderText(tr("Filter: words, room:lobby, length>1k, /regex/"));
    m_text->setAccessibleName(tr("Filter the log"));
    m_text->setHelpfulToolTip(
        tr("All terms must hold; or, not and parentheses combine them. \"Double "
           "quotes\" keep words together. (Ctrl+F)"));
    m_text->keepInSight(this);
    m_text->installEventFilter(this);
    m_chip->setObjectName(QStringLiteral("scope"));
    m_chip->setCheckable(true);
    m_chip->hide();
    m_capture->setObjectName(QStringLiteral("capture"));
    m_capture->setCheckable(true);
    m_capture->setChecked(true);
    m_capture->hide();
    m_counts->setTextFormat(Qt::PlainText);
    m_counts->setAccessibleName(tr("Records shown"));
    m_pause->setCheckable(true);
    m_follow->setCheckable(true);
    rememberSwitch(m_fromClients, QStringLiteral("logFromClients"));
    rememberSwitch(m_fromServer, QStringLiteral("logFromServer"));
    rememberSwitch(m_messages, QStringLiteral("logMessages"));
    rememberSwitch(m_controlFrames, QStringLiteral("logControlFrames"));
    rememberSwitch(m_events, QStringLiteral("logEvents"));
    addActions();
    arrange();

    connect(m_text, &FilterBox::filterChanged, this, &LogBar::applyFilter);
    connect(m_chip, &QPushButton::clicked, this, [this] { setScope({}); });
    connect(m_capture, &QPushButton::clicked, this, [this] {
        m_capture->setChecked(true);
        emit captureRequested();
    });
    connect(m_pause, &QPushButton::toggled, this, &LogBar::pauseToggled);
    connect(m_follow, &QPushButton::toggled, this, &LogBar::followToggled);
    connect(m_clear, &QPushButton::clicked, this, &LogBar::clearRequested);
    connect(m_showHidden, &QPushButton::clicked, this, &LogBar::showHiddenRequested);
    connect(&theme, &Theme::changed, this, &LogBar::applyTheme);
    applyTheme();
}

void LogBar::addActions()
{
    m_pauseAction->setShortcut(Qt::CTRL | Qt::Key_P);
    m_followAction->setShortcut(Qt::CTRL | Qt::Key_End);
    // Elsewhere the keys go to the end of a text or a table.
    m_followAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    for (const auto &[action, button] :
         {std::pair(m_pauseAction, m_pause), std::pair(m_followAction, m_follow)}) {
        action->setCheckable(true);
        connect(action, &QAction::toggled, button, &QPushButton::setChecked);
        connect(button, &QPushButton::toggled, action, &QAction::setChecked);
    }
    addAction(m_pauseAction);
}

bool LogBar::eventFilter(QObject *watched, QEvent *event)
{
    // The field would take these keys for its own end, where the cursor is most of the time.
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_End && key->modifiers() == Qt::ControlModifier) {
            emit followToggled(true);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

QPushButton *LogBar::addToggle(const QString &text, const QString &toolTip, bool on)
{
    auto *button = new QPushButton(this);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    button->setCheckable(true);
    button->setChecked(on);
    connect(button, &QPushButton::toggled, this, &LogBar::applyFilter);
    return button;
}

QPushButton *LogBar::addButton(const QString &text, const QString &toolTip)
{
    auto *button = new QPushButton(text, this);
    button->setToolTip(toolTip);
    button->setAccessibleName(text);
    button->setAccessibleDescription(toolTip);
    return button;
}

void LogBar::arrange()
{
    auto *top = new WrapLayout;
    top->setSpacing(spacing::Medium);
    m_text->setMinimumWidth(280);
    m_text->setMaximumWidth(440);
    top->addStretching(m_text);
    top->addWidget(m_chip);
    top->addWidget(m_capture);
    top->addWidget(m_counts);
    top->addStretch();
    for (auto *button : {m_showHidden, m_pause, m_follow, m_clear})
        top->addWidget(button);
    auto *toggles = new WrapLayout;
    m_toggles = toggles;
    toggles->setSpacing(spacing::Small);
    for (auto *toggle : {m_fromClients, m_fromServer})
        toggles->addWidget(toggle);
    toggles->addGap(spacing::Large);
    for (auto *toggle : {m_messages, m_controlFrames, m_events})
        toggles->addWidget(toggle);
    toggles->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::Large, spacing::Medium, spacing::Large, spacing::Medium);
    layout->setSpacing(spacing::Medium);
    layout->addLayout(top);
    layout->addLayout(toggles);

    QWidget *previous = m_text;
    for (QWidget *next : std::initializer_list<QWidget *>{
             m_chip, m_capture, m_showHidden, m_pause, m_follow, m_clear, m_fromClients,
             m_fromServer, m_messages, m_controlFrames, m_events}) {
        setTabOrder(previous, next);
        previous = next;
    }
}

void LogBar::addExport(QAction *action)
{
    m_exportAction = action;
    m_toggles->addWidget(new ActionButton(action, ButtonRole::Plain, this));
    applyTheme();
}

void LogBar::applyTheme()
{
    m_icon->setIcon(m_theme.icon(QStringLiteral("filter"), ColorRole::Muted));
    m_pause->setIcon(m_theme.icon(QStringLiteral("pause")));
    m_follow->setIcon(m_theme.icon(QStringLiteral("follow")));
    m_clear->setIcon(m_theme.icon(QStringLiteral("clear")));
    m_chip->setIcon(m_theme.icon(QStringLiteral("close")));
    m_capture->setIcon(m_theme.icon(QStringLiteral("filter")));
    if (m_exportAction)
        m_exportAction->setIcon(m_theme.icon(QStringLiteral("export")));
    m_pauseAction->setIcon(m_pause->icon());
    m_followAction->setIcon(m_follow->icon());
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, m_theme.color(ColorRole::Muted));
    m_counts->setPalette(muted);
}

LogFilter LogBar::filter() const
{
    LogFilter filter;
    filter.terms = m_text->filter();
    filter.fromClients = m_fromClients->isChecked();
    filter.fromServer = m_fromServer->isChecked();
    filter.messages = m_messages->isChecked();
    filter.controlFrames = m_controlFrames->isChecked();
    filter.events = m_events->isChecked();
    return filter;
}

void LogBar::setFilterText(const QString &text)
{
    m_text->setFilterText(text);
    applyFilter();
}

void LogBar::setKnownValues(FilterValues values)
{
    m_text->setKnownValues(std::move(values));
}

void LogBar::setScope(const LogScope &scope)
{
    m_scope = scope;
    m_chip->setVisible(!scope.isEmpty());
    m_chip->setChecked(true);
    if (!scope.isEmpty()) {
        m_chip->setText(tr("Only %1").arg(literalText(scope.title())));
        m_chip->setAccessibleName(tr("Only %1; press to show everything").arg(scope.title()));
        m_chip->setToolTip(
            toolTipText(tr("%1 Click to show everything again.").arg(scope.explanation())));
    }
    applyFilter();
}

void LogBar::resetFilter()
{
    m_scope = {};
    m_chip->hide();
    const LogFilter first;
    const std::array states{
        std::pair(m_fromClients, first.fromClients), std::pair(m_fromServer, first.fromServer),
        std::pair(m_messages, first.messages), std::pair(m_controlFrames, first.controlFrames),
        std::pair(m_events, first.events)};
    for (const auto &[toggle, on] : states) {
        const QSignalBlocker blocker(toggle);
        toggle->setChecked(on);
    }
    setFilterText({});
}

void LogBar::applyFilter()
{
    emit filterChanged();
}

void LogBar::setCounts(const LogCounts &counts)
{
    m_counts->setText(logCountText(counts));
    m_showHidden->setVisible(counts.hidden > 0);
    m_showHidden->setText(tr("Show %1 hidden").arg(countText(quint64(counts.hidden))));
    m_showHidden->setAccessibleName(m_showHidden->text());
}

void LogBar::setFollowing(bool following)
{
    const QSignalBlocker blocker(m_follow);
    const QSignalBlocker actionBlocker(m_followAction);
    m_follow->setChecked(following);
    m_followAction->setChecked(following);
}

void LogBar::setCapture(const Filter &capture)
{
    m_capture->setVisible(!capture.isEmpty());
    m_capture->setText(tr("Captures %1").arg(literalText(escapedText(capture.text()))));
    m_capture->setAccessibleName(tr("Capture filter: %1").arg(escapedText(capture.text())));
    m_capture->setToolTip(
        tr("New records that this filter does not accept are not kept. Click to change it."));
}

void LogBar::setPaused(bool paused)
{
    m_pause->setChecked(paused);
}

} // namespace signalbox
