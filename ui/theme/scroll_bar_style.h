// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QStyle>

class QPainter;
class QStyleOptionSlider;

/// A flat scroll bar without arrows.
namespace signalbox::scroll_bar {

inline constexpr int Extent = 12;

void draw(const QStyleOptionSlider &option, QPainter *painter);
/// Where a part is; the arrows are nowhere.
QRect part(const QStyleOptionSlider &option, QStyle::SubControl which);

} // namespace signalbox::scroll_bar
