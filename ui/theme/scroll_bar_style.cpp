// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/scroll_bar_style.h"

#include "ui/theme/flat_painting.h"

#include <QPainter>
#include <QStyleOptionSlider>

#include <algorithm>

namespace signalbox::scroll_bar {

namespace {
constexpr int ShortestSlider = 24;
}

void draw(const QStyleOptionSlider &option, QPainter *painter)
{
    painter->fillRect(option.rect, option.palette.color(QPalette::Base));
    if (option.minimum == option.maximum)
        return;
    const bool held = option.state & QStyle::State_Sunken
                      && option.activeSubControls & QStyle::SC_ScrollBarSlider;
    const bool hover = option.state & QStyle::State_MouseOver;
    const QColor color =
        blend(option.palette.color(QPalette::Base), option.palette.color(QPalette::Dark),
              held    ? 1
              : hover ? 0.8
                      : 0.5);
    drawRounded(painter, part(option, QStyle::SC_ScrollBarSlider).adjusted(3, 3, -3, -3), color,
                Qt::NoPen);
}

QRect part(const QStyleOptionSlider &option, QStyle::SubControl which)
{
    const bool horizontal = option.orientation == Qt::Horizontal;
    const int length = horizontal ? option.rect.width() : option.rect.height();
    const qint64 range = qint64(option.maximum) - option.minimum;
    const qint64 whole = range + option.pageStep;
    const int slider = whole > 0 ? std::clamp(int(qint64(length) * option.pageStep / whole),
                                              std::min(ShortestSlider, length), length)
                                 : length;
    const int start = QStyle::sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - slider, option.upsideDown);
    const auto piece = [&](int from, int size) {
        const QRect rect = horizontal ? QRect(from, 0, size, option.rect.height())
                                      : QRect(0, from, option.rect.width(), size);
        return QStyle::visualRect(option.direction, option.rect,
                                  rect.translated(option.rect.topLeft()));
    };
    switch (which) {
    case QStyle::SC_ScrollBarSlider:
        return piece(start, slider);
    case QStyle::SC_ScrollBarGroove:
        return piece(0, length);
    case QStyle::SC_ScrollBarSubPage:
        return piece(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return piece(start + slider, length - start - slider);
    default:
        return {}; // no arrows: the wheel, the keys and the groove scroll
    }
}

} // namespace signalbox::scroll_bar
