// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_tip.h"

#include "ui/theme/theme.h"

#include <QEvent>

#include <algorithm>

namespace signalbox {

namespace {
constexpr int MostWidth = 440;
constexpr int Gap = spacing::Small / 2;
} // namespace

FilterTip::FilterTip(QWidget &box, const Theme &theme)
    : QLabel(&box)
    , m_box(box)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("filterTip"));
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    setMargin(spacing::Small);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
    connect(&theme, &Theme::changed, this, &FilterTip::applyTheme);
    applyTheme();
}

void FilterTip::say(const QString &text)
{
    setText(text);
    setVisible(!text.isEmpty());
    if (isVisible())
        place();
}

bool FilterTip::eventFilter(QObject *watched, QEvent *event)
{
    const bool isElsewhere = event->type() == QEvent::Move || event->type() == QEvent::Resize;
    if (isElsewhere && isVisible())
        place();
    return QLabel::eventFilter(watched, event);
}

void FilterTip::applyTheme()
{
    setFont(m_theme.uiFont());
    if (isVisible())
        place();
}

void FilterTip::place()
{
    QWidget *window = m_box.window();
    if (parentWidget() != window) {
        setParent(window);
        show();
    }
    // The box goes where its bar and its page go, and is not told.
    for (QWidget *part = &m_box; part != window; part = part->parentWidget())
        part->installEventFilter(this);
    ensurePolished();
    const int width = std::min(m_theme.zoomed(MostWidth), window->width() - 2 * spacing::Small);
    const int needed =
        fontMetrics().horizontalAdvance(text()) + 2 * (frameWidth() + spacing::Large);
    resize(std::min(width, needed), heightForWidth(std::min(width, needed)));
    const QPoint box = m_box.mapTo(window, QPoint());
    const QWidget &lower = m_lower ? *m_lower : m_box;
    const int above = box.y() - Gap - height();
    const int below = lower.mapTo(window, QPoint(0, lower.height())).y() + Gap;
    const int furthest = window->width() - spacing::Small - this->width();
    move(std::max(0, std::min(box.x(), furthest)), above >= 0 ? above : below);
    raise();
}

} // namespace signalbox
