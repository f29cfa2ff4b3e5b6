// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/top_bar.h"

#include "core/escaped_text.h"
#include "ui/shell/console_actions.h"
#include "ui/theme/theme.h"
#include "ui/theme/tool_tip_text.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/elided_label.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <utility>

namespace signalbox {

namespace {

constexpr int DotSize = 10;
constexpr int LongestWord = 480; // pixels; the tool tip tells the rest

QPixmap dot(const QColor &color, int size, qreal ratio)
{
    QPixmap image(QSize(size, size) * ratio);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(0, 0, size, size);
    return image;
}

ColorRole roleOf(const ServerStateChanged &state)
{
    switch (state.state) {
    case ServerState::Serving:
        return state.warnings.isEmpty() ? ColorRole::Ok : ColorRole::Warning;
    case ServerState::Starting:
    case ServerState::Stopping:
        return ColorRole::Warning;
    case ServerState::Stopped:
        break;
    }
    return state.cause.isEmpty() ? ColorRole::Muted : ColorRole::Danger;
}

} // namespace

QString serverStateWord(ServerState state)
{
    switch (state) {
    case ServerState::Stopped:
        return QCoreApplication::translate("ServerState", "Stopped");
    case ServerState::Starting:
        return QCoreApplication::translate("ServerState", "Starting");
    case ServerState::Serving:
        return QCoreApplication::translate("ServerState", "Serving");
    case ServerState::Stopping:
        return QCoreApplication::translate("ServerState", "Stopping");
    }
    return {};
}

TopBar::TopBar(const ConsoleActions &actions, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_dot(new QLabel(this))
    , m_word(new QLabel(this))
    , m_url(new ElidedLabel(this))
    , m_broadcast(new ActionButton(actions.broadcast, ButtonRole::Plain, this))
    , m_start(new ActionButton(actions.start, ButtonRole::Primary, this))
    , m_stop(new ActionButton(actions.stop, ButtonRole::Plain, this))
    , m_demo(new QWidget(this))
{
    m_word->setTextFormat(Qt::PlainText);
    m_word->setObjectName(QStringLiteral("serverState"));
    m_url->setElideMode(Qt::ElideMiddle); // zoomed, the buttons need its room
    m_url->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_url->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_url->setMinimumWidth(1);
    m_url->setAccessibleName(tr("Address of the server"));

    auto *copy = new ActionButton(actions.copyUrl, ButtonRole::Plain, this);
    m_broadcast->setObjectName(QStringLiteral("broadcast"));
    m_start->setObjectName(QStringLiteral("start"));
    m_stop->setObjectName(QStringLiteral("stop"));
    for (const ActionButton *button : {m_start, m_stop})
        connect(button, &ActionButton::abandoned, this, [this] {
            m_focusStrayed = true;
            m_strayFocus = window()->focusWidget();
        });

    auto *demo = new ActionButton(actions.demo, ButtonRole::Plain, m_demo);
    demo->setObjectName(QStringLiteral("demo"));
    auto *demoLayout = new QHBoxLayout(m_demo); // its button is visible as the action is
    demoLayout->setContentsMargins(0, 0, 0, 0);
    demoLayout->addWidget(demo);
    m_demo->hide();

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing::Page, spacing::Medium, spacing::Large,
                               spacing::Medium + 1); // the hairline
    layout->setSpacing(spacing::Medium);
    layout->addWidget(m_dot);
    layout->addWidget(m_word);
    layout->addSpacing(spacing::Small);
    layout->addWidget(m_url);
    layout->addWidget(copy);
    layout->addStretch();
    layout->addWidget(m_demo);
    layout->addWidget(m_broadcast);
    layout->addSpacing(2 * spacing::Page);
    layout->addWidget(m_start);
    layout->addWidget(m_stop);
    setTabOrder(copy, demo);
    setTabOrder(demo, m_broadcast);
    setTabOrder(m_broadcast, m_start);
    setTabOrder(m_start, m_stop);
    connect(&m_theme, &Theme::changed, this, &TopBar::refresh);
    refresh();
}

void TopBar::show(const ServerStateChanged &state)
{
    m_state = state;
    refresh();
    if (state.state == ServerState::Stopped || state.state == ServerState::Serving)
        giveFocusBack();
}

void TopBar::showDemo(bool on)
{
    m_demo->setVisible(on);
}

void TopBar::leavePrimaryToPage(bool leave)
{
    m_pageHasPrimary = leave;
    refresh();
}

void TopBar::giveFocusBack()
{
    // Whoever has moved on in the meantime is left alone.
    if (std::exchange(m_focusStrayed, false) && window()->focusWidget() == m_strayFocus)
        (m_state.state == ServerState::Stopped ? m_start : m_stop)->setFocus(Qt::OtherFocusReason);
}

void TopBar::refresh()
{
    const bool stopped = m_state.state == ServerState::Stopped; // then Start is the primary one
    const ButtonRole first = m_pageHasPrimary ? ButtonRole::Plain : ButtonRole::Primary;
    setButtonRole(m_broadcast, stopped ? ButtonRole::Plain : first);
    setButtonRole(m_start, first);
    const QColor color = m_theme.color(roleOf(m_state));
    QFont bold = m_theme.uiFont();
    bold.setBold(true);
    m_word->setFont(bold);
    m_dot->setPixmap(dot(color, m_theme.zoomed(DotSize), devicePixelRatioF()));
    const QString word = stopped && !m_state.cause.isEmpty()
                             ? tr("Stopped: %1").arg(escapedText(m_state.cause))
                             : serverStateWord(m_state.state);
    m_word->setText(
        m_word->fontMetrics().elidedText(word, Qt::ElideRight, m_theme.zoomed(LongestWord)));
    QStringList causes = m_state.warnings;
    if (!m_state.cause.isEmpty())
        causes.prepend(m_state.cause);
    const QString tip = causes.isEmpty() ? serverStateWord(m_state.state)
                                         : escapedText(causes.join(QStringLiteral(" · ")));
    m_word->setToolTip(toolTipText(tip));
    m_dot->setToolTip(toolTipText(tip));
    m_url->setFont(m_theme.fixedFont());
    m_url->setForegroundRole(QPalette::PlaceholderText);
    m_url->setText(m_state.url);
    m_url->setVisible(!m_state.url.isEmpty());
}

void TopBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Raised));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(ColorRole::Hairline));
}

} // namespace signalbox
