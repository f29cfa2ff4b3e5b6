// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigation_bar.h"

#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QButtonGroup>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace signalbox {

namespace {
constexpr int BarWidth = 176;
constexpr int ButtonHeight = 32;
constexpr int IconSize = 18;
constexpr qint64 LongestCount = 9'999;

/// `1,204`, and `20k` from ten thousand on: the exact number stands in the status bar.
QString shortCountText(qint64 count)
{
    return count < 10'000 ? countText(quint64(count))
                          : QStringLiteral("%1k").arg(countText(quint64(count / 1'000)));
}
} // namespace

NavigationButton::NavigationButton(QAction *action, QString iconName, const Theme &theme,
                                   QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_iconName(std::move(iconName))
{
    setText(action->text());
    setAccessibleName(action->text());
    setToolTip(QStringLiteral("%1 (%2)").arg(
        action->text(), action->shortcut().toString(QKeySequence::NativeText)));
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setChecked(action->isChecked());
    connect(action, &QAction::toggled, this, &QAbstractButton::setChecked);
    connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
}

void NavigationButton::setCount(qint64 count)
{
    if (m_count == count)
        return;
    m_count = count;
    setAccessibleName(count < 0 ? text()
                                : QStringLiteral("%1, %2").arg(text(), countText(quint64(count))));
    update();
}

QSize NavigationButton::sizeHint() const
{
    return {neededWidth(),
            std::max(m_theme.zoomed(ButtonHeight), fontMetrics().height() + spacing::Medium)};
}

int NavigationButton::neededWidth() const
{
    QFont bold = m_theme.uiFont();
    bold.setBold(true);
    const int title = QFontMetrics(bold).horizontalAdvance(text());
    const int count =
        QFontMetrics(m_theme.captionFont()).horizontalAdvance(shortCountText(LongestCount));
    return 3 * spacing::Medium + m_theme.zoomed(IconSize) + title + spacing::Large + count;
}

void NavigationButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void NavigationButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void NavigationButton::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ColorRole role = isChecked() ? ColorRole::Accent : ColorRole::Text;
    painter.setPen(hasFocus() ? QPen(m_theme.color(ColorRole::Accent), 1) : Qt::NoPen);
    painter.setBrush(isChecked()    ? m_theme.color(ColorRole::Selection)
                     : underMouse() ? m_theme.color(ColorRole::Surface)
                                    : QColor(Qt::transparent));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);

    const int iconSize = m_theme.zoomed(IconSize);
    const QRect icon(spacing::Medium, (height() - iconSize) / 2, iconSize, iconSize);
    m_theme.icon(m_iconName, role).paint(&painter, icon);

    QFont titleFont = font();
    titleFont.setBold(isChecked());
    painter.setFont(titleFont);
    painter.setPen(m_theme.color(role));
    const QRect title = rect().adjusted(icon.right() + 1 + spacing::Medium, 0, -spacing::Medium, 0);
    painter.drawText(title, Qt::AlignVCenter | Qt::AlignLeft, text());
    if (m_count >= 0) {
        painter.setFont(m_theme.captionFont());
        painter.setPen(m_theme.color(isChecked() ? ColorRole::Accent : ColorRole::Muted));
        painter.drawText(title, Qt::AlignVCenter | Qt::AlignRight, shortCountText(m_count));
    }
}

NavigationBar::NavigationBar(const ConsoleActions &actions, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::Medium, spacing::Large, spacing::Medium, spacing::Large);
    layout->setSpacing(2);
    auto *group = new QButtonGroup(this);
    for (const Page page : AllPages) {
        auto *button =
            new NavigationButton(actions.pages.at(int(page)), pageIcon(page), theme, this);
        group->addButton(button);
        layout->addWidget(button);
        m_buttons += button;
        connect(actions.pages.at(int(page)), &QAction::toggled, this, [this, button](bool on) {
            // The keyboard follows the page, however it was chosen.
            if (on && isAncestorOf(window()->focusWidget()))
                button->setFocus(Qt::OtherFocusReason);
        });
    }
    layout->addStretch();
    connect(&m_theme, &Theme::changed, this, &NavigationBar::applyTheme);
    applyTheme();
}

void NavigationBar::applyTheme()
{
    int width = BarWidth;
    for (NavigationButton *button : std::as_const(m_buttons)) {
        button->updateGeometry();
        width = std::max(width, button->neededWidth() + 2 * spacing::Medium);
    }
    setFixedWidth(width);
}

void NavigationBar::setCount(Page page, qint64 count)
{
    m_buttons.at(int(page))->setCount(count);
}

void NavigationBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Raised));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), m_theme.color(ColorRole::Hairline));
}

} // namespace signalbox
