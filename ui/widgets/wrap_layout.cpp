// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wrap_layout.h"

#include <QWidget>

#include <algorithm>
#include <utility>

namespace signalbox {

namespace {

bool isSpacer(QLayoutItem &item)
{
    return item.spacerItem() != nullptr;
}

} // namespace

int WrapLayout::Part::leastWidth() const
{
    return width == Width::Hint ? item->sizeHint().width() : item->minimumSize().width();
}

int WrapLayout::Part::mostWidth() const
{
    const int most =
        width == Width::UpToMaximum ? item->maximumSize().width() : item->sizeHint().width();
    return std::max(most, leastWidth());
}

WrapLayout::WrapLayout(QWidget *parent)
    : QLayout(parent)
{ }

WrapLayout::~WrapLayout() = default;

void WrapLayout::addStretching(QWidget *widget)
{
    addWidget(widget);
    m_parts.back().width = Width::UpToMaximum;
}

void WrapLayout::addShrinking(QWidget *widget)
{
    addWidget(widget);
    m_parts.back().width = Width::UpToHint;
}

void WrapLayout::addGap(int width)
{
    addItem(new QSpacerItem(width, 0, QSizePolicy::Fixed, QSizePolicy::Minimum));
}

void WrapLayout::addStretch()
{
    addItem(new QSpacerItem(0, 0, QSizePolicy::Expanding, QSizePolicy::Minimum));
    m_parts.back().width = Width::UpToMaximum;
}

void WrapLayout::addItem(QLayoutItem *item)
{
    m_parts.push_back({std::unique_ptr<QLayoutItem>(item)});
    invalidate();
}

QLayoutItem *WrapLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_parts[std::size_t(index)].item.get() : nullptr;
}

QLayoutItem *WrapLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *item = m_parts[std::size_t(index)].item.release();
    m_parts.erase(m_parts.begin() + index);
    invalidate();
    return item;
}

int WrapLayout::widthOf(const Line &line) const
{
    int width = 0;
    bool first = true;
    for (const Part *part : line) {
        if (!isSpacer(*part->item) && !std::exchange(first, false))
            width += spacing();
        width += part->leastWidth();
    }
    return width;
}

int WrapLayout::heightOf(const Line &line)
{
    int height = 0;
    for (const Part *part : line)
        height = std::max(height, part->item->sizeHint().height());
    return height;
}

std::vector<WrapLayout::Line> WrapLayout::lines(int width) const
{
    std::vector<Line> lines;
    for (const Part &part : m_parts) {
        if (part.item->isEmpty() && !isSpacer(*part.item))
            continue;
        if (lines.empty())
            lines.emplace_back();
        lines.back().push_back(&part);
        if (lines.back().size() > 1 && widthOf(lines.back()) > width) {
            lines.back().pop_back();
            lines.push_back({&part});
        }
    }
    return lines;
}

void WrapLayout::place(const Line &line, QRect rect) const
{
    int rest = std::max(rect.width() - widthOf(line), 0);
    std::vector<int> widths;
    for (const bool spacers : {false, true}) { // widgets first: what they cannot use is a spacer's
        widths.resize(line.size());
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (isSpacer(*line[i]->item) != spacers)
                continue;
            const int least = line[i]->leastWidth();
            widths[i] = least + std::min(rest, line[i]->mostWidth() - least);
            rest -= widths[i] - least;
        }
    }
    int x = rect.x() + (m_lineAlignment == Qt::AlignHCenter ? rest / 2 : 0);
    bool first = true;
    for (std::size_t i = 0; i < line.size(); ++i) {
        QLayoutItem &item = *line[i]->item;
        if (!isSpacer(item) && !std::exchange(first, false))
            x += spacing();
        item.setGeometry({x, rect.y(), widths[i], rect.height()});
        x += widths[i];
    }
}

void WrapLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const QRect inner = rect.marginsRemoved(contentsMargins());
    int y = inner.y();
    const auto all = lines(inner.width());
    for (const Line &line : all) {
        const int height = heightOf(line);
        place(line, {inner.x(), y, inner.width(), height});
        y += height + spacing();
    }
}

int WrapLayout::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    int height = margins.top() + margins.bottom();
    const auto all = lines(width - margins.left() - margins.right());
    for (const Line &line : all)
        height += heightOf(line);
    return height + spacing() * std::max(int(all.size()) - 1, 0);
}

QSize WrapLayout::sizeHint() const
{
    const auto all = lines(QWIDGETSIZE_MAX);
    QSize size;
    for (const Line &line : all)
        size = {widthOf(line), heightOf(line)};
    return size.grownBy(contentsMargins());
}

QSize WrapLayout::minimumSize() const
{
    QSize size;
    for (const Part &part : m_parts) {
        if (!part.item->isEmpty())
            size = size.expandedTo({part.leastWidth(), part.item->minimumSize().height()});
    }
    return size.grownBy(contentsMargins());
}

} // namespace signalbox
