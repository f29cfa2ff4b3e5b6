// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tinted_icon_engine.h"

#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <utility>

namespace signalbox {

TintedIconEngine::TintedIconEngine(QString fileName, QColor color, QColor disabledColor)
    : m_fileName(std::move(fileName))
    , m_color(color)
    , m_disabledColor(disabledColor)
{ }

void TintedIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode,
                             QIcon::State state)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    QPixmap image = pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state);
    image.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect.topLeft(), image);
}

QPixmap TintedIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State /*state*/)
{
    const QColor color = mode == QIcon::Disabled ? m_disabledColor : m_color;
    const QString key = QStringLiteral("%1 %2 %3x%4")
                            .arg(m_fileName, color.name(QColor::HexArgb))
                            .arg(size.width())
                            .arg(size.height());
    QPixmap image;
    if (QPixmapCache::find(key, &image))
        return image;
    image = QPixmap(size);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    QSvgRenderer(m_fileName).render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(image.rect(), color);
    painter.end();
    QPixmapCache::insert(key, image);
    return image;
}

QIconEngine *TintedIconEngine::clone() const
{
    return new TintedIconEngine(*this);
}

} // namespace signalbox
