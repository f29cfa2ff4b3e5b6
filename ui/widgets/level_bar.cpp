// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/level_bar.h"

#include <QPainter>

#include <algorithm>

namespace signalbox {

namespace {
constexpr int Height = 6;
}

LevelBar::LevelBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LevelBar::setLevel(qint64 value, qint64 limit, ColorRole role)
{
    m_share = limit > 0 ? std::clamp(double(value) / double(limit), 0.0, 1.0) : 0;
    m_role = role;
    update();
}

QSize LevelBar::sizeHint() const
{
    return {Height, Height};
}

void LevelBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const auto draw = [&](ColorRole role, double width) {
        painter.setBrush(m_theme.color(role));
        painter.drawRoundedRect(QRectF(0, 0, width, height()), Height / 2.0, Height / 2.0);
    };
    draw(ColorRole::Hairline, width());
    if (m_share > 0)
        draw(m_role, std::max<double>(Height, width() * m_share));
}

} // namespace signalbox
