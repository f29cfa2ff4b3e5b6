// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/cell_text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionViewItem>

#include <algorithm>
#include <array>
#include <limits>

namespace signalbox {

namespace {

/// What of it can be in sight: letters are seldom narrower than that. A long text is not laid out
/// as a whole only to leave out most of it.
QString beginningOf(const QString &text, int width)
{
    constexpr int NarrowLetter = 3;
    constexpr int Spare = 16;
    const qsizetype most = std::max(width, 0) / NarrowLetter + Spare;
    if (text.size() <= most)
        return text;
    return text.first(text.at(most - 1).isHighSurrogate() ? most - 1 : most);
}

/// A model may give either; the way through a brush costs more than all the rest of the cell.
QColor colorOf(const QVariant &value)
{
    return value.metaType() == QMetaType::fromType<QColor>() ? value.value<QColor>()
                                                             : value.value<QBrush>().color();
}

} // namespace

CellText CellText::of(const QModelIndex &index, const QStyleOptionViewItem &option)
{
    std::array<QModelRoleData, 4> values{
        QModelRoleData(Qt::DisplayRole), QModelRoleData(Qt::FontRole),
        QModelRoleData(Qt::ForegroundRole), QModelRoleData(Qt::TextAlignmentRole)};
    index.multiData(values);
    const QVariant &font = values[1].data();
    const QVariant &color = values[2].data();
    const QVariant &alignment = values[3].data();
    return {values[0].data().toString(), font.isValid() ? font.value<QFont>() : option.font,
            color.isValid() ? colorOf(color) : option.palette.color(QPalette::Text),
            alignment.isValid() ? Qt::Alignment(alignment.toInt()) : option.displayAlignment};
}

CellTextCache::Line::Line(const QString &text, const QFont &font)
    : layout(text, font)
{
    layout.setCacheEnabled(true);
    QTextOption plain;
    plain.setWrapMode(QTextOption::ManualWrap);
    layout.setTextOption(plain);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid()) {
        line.setLineWidth(std::numeric_limits<qint16>::max() * 32.0);
        width = line.naturalTextWidth();
        // Letters that another font lends can be taller, and stand on the same line nevertheless.
        const QFontMetricsF own(font);
        height = qRound(own.height());
        top = qRound(own.ascent() - line.ascent());
    }
    layout.endLayout();
}

std::unique_ptr<CellTextCache::Line> CellTextCache::layOut(const Key &key)
{
    const QString beginning =
        key.elide == Qt::ElideRight ? beginningOf(key.text, key.width) : key.text;
    auto line = std::make_unique<Line>(beginning, key.font);
    if (line->width <= key.width && beginning.size() < key.text.size())
        line = std::make_unique<Line>(key.text, key.font);
    if (line->width <= key.width)
        return line;
    const QString elided =
        QFontMetricsF(key.font).elidedText(line->layout.text(), key.elide, key.width);
    line = std::make_unique<Line>(elided, key.font);
    line->isCut = true;
    return line;
}

const CellTextCache::Line &CellTextCache::lineOf(const CellText &cell, int width,
                                                 Qt::TextElideMode elide)
{
    const Key key{cell.text, cell.font, width, elide};
    if (!m_lines.contains(key))
        m_lines.insert(key, layOut(key).release());
    return *m_lines.object(key);
}

bool CellTextCache::isCut(const CellText &cell, int width, Qt::TextElideMode elide)
{
    return lineOf(cell, width, elide).isCut;
}

void CellTextCache::draw(QPainter &painter, const CellText &cell, QRect place,
                         Qt::TextElideMode elide)
{
    const Line &line = lineOf(cell, place.width(), elide);
    const auto alignment = QStyle::visualAlignment(painter.layoutDirection(), cell.alignment);
    const qreal left = alignment & Qt::AlignRight     ? place.width() - line.width
                       : alignment & Qt::AlignHCenter ? (place.width() - line.width) / 2
                                                      : 0;
    const QRect vertically = QStyle::alignedRect(Qt::LeftToRight, Qt::AlignVCenter,
                                                 QSize(place.width(), line.height), place);
    painter.setPen(cell.color);
    line.layout.draw(&painter, QPointF(place.left() + left, vertically.top() + line.top));
}

} // namespace signalbox
