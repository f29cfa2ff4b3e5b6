// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QStyleOption;
class QStyleOptionHeader;

namespace signalbox {

/// The parts of a table's header: its ground, and a title that stands over its column's texts.
void drawHeaderSection(const QStyleOption *option, QPainter *painter);
void drawHeaderLabel(const QStyleOptionHeader *option, QPainter *painter);

} // namespace signalbox
