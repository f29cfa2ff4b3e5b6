// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIconEngine>
#include <QString>

namespace signalbox {

/// Paints a line SVG in one colour, sharp at any size and pixel ratio.
class TintedIconEngine final : public QIconEngine
{
public:
    TintedIconEngine(QString fileName, QColor color, QColor disabledColor);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QIconEngine *clone() const override;

private:
    QString m_fileName;
    QColor m_color;
    QColor m_disabledColor;
};

} // namespace signalbox
