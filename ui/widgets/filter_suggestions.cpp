// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_suggestions.h"

#include "core/escaped_text.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>

#include <algorithm>
#include <array>

namespace signalbox {

namespace {
constexpr int ShownRows = 9;
constexpr int LeastWidth = 320;
constexpr int MostWidth = 560;
} // namespace

FilterSuggestions::FilterSuggestions(QLineEdit &box, const Theme &theme)
    : QTreeWidget(&box)
    , m_box(box)
    , m_theme(theme)
{
    setWindowFlags(Qt::ToolTip | Qt::FramelessWindowHint);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
    setObjectName(QStringLiteral("suggestions"));
    setAccessibleName(tr("Suggestions"));
    setColumnCount(2);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setFrameShape(QFrame::StyledPanel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    header()->setStretchLastSection(true);
    connect(this, &QTreeWidget::itemClicked, this, &FilterSuggestions::take);
}

void FilterSuggestions::offer(const FilterCompletions &completions)
{
    m_completions = completions;
    clear();
    const QFontMetrics metrics(m_theme.fixedFont());
    for (const FilterCompletion &completion : completions.list) {
        auto *item = new QTreeWidgetItem(this);
        item->setText(0, escapedText(completion.text));
        item->setFont(0, m_theme.fixedFont());
        item->setText(1, completion.help);
        item->setToolTip(1, completion.help);
        item->setForeground(1, m_theme.color(ColorRole::Muted));
        item->setSizeHint(0, QSize(metrics.horizontalAdvance(item->text(0)) + 2 * spacing::Large,
                                   m_theme.rowHeight()));
    }
    setCurrentItem(nullptr);
    setVisible(!completions.list.isEmpty() && m_box.isVisible());
    if (isVisible())
        place();
}

bool FilterSuggestions::wantsKey(int key) const
{
    static constexpr std::array Keys{Qt::Key_Down,   Qt::Key_Up,  Qt::Key_PageDown,
                                     Qt::Key_PageUp, Qt::Key_Tab, Qt::Key_Escape};
    const bool takes = currentItem() != nullptr && (key == Qt::Key_Return || key == Qt::Key_Enter);
    return isVisible() && (takes || std::ranges::find(Keys, key) != Keys.end());
}

bool FilterSuggestions::handleKey(int key)
{
    if (!wantsKey(key))
        return false;
    switch (key) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_PageDown:
        move(ShownRows - 1);
        return true;
    case Qt::Key_PageUp:
        move(1 - ShownRows);
        return true;
    case Qt::Key_Tab:
        take(currentItem() != nullptr ? currentItem() : topLevelItem(0));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take(currentItem());
        return true;
    case Qt::Key_Escape:
        hide();
        return true;
    default:
        return false;
    }
}

void FilterSuggestions::move(int rows)
{
    const int now = currentItem() != nullptr ? indexOfTopLevelItem(currentItem()) : -1;
    const int next = std::clamp(now + rows, now < 0 ? 0 : -1, topLevelItemCount() - 1);
    setCurrentItem(next < 0 ? nullptr : topLevelItem(next));
}

void FilterSuggestions::take(QTreeWidgetItem *item)
{
    const auto completion = m_completions.list.at(indexOfTopLevelItem(item));
    hide();
    emit chosen(m_completions.position, m_completions.length, completion.text);
}

void FilterSuggestions::place()
{
    const int rows = std::min(topLevelItemCount(), ShownRows);
    const bool scrolls = topLevelItemCount() > ShownRows;
    const int wanted = sizeHintForColumn(0) + sizeHintForColumn(1) + 2 * frameWidth()
                       + (scrolls ? verticalScrollBar()->sizeHint().width() : 0);
    resize(
        std::clamp(wanted, std::max(LeastWidth, m_box.width()), std::max(MostWidth, m_box.width())),
        rows * m_theme.rowHeight() + 2 * frameWidth());
    const QWidget &lower = m_lower ? *m_lower : m_box;
    const int top = lower.mapToGlobal(QPoint(0, lower.height())).y() + spacing::Small / 2;
    QTreeWidget::move(m_box.mapToGlobal(QPoint()).x(), top);
}

} // namespace signalbox
