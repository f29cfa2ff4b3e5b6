// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/appearance.h"

#include "ui/theme/theme.h"

#include <QSettings>

#include <algorithm>

namespace signalbox {

namespace {

QString schemeKey()
{
    return QStringLiteral("appearance/scheme");
}

QString zoomKey()
{
    return QStringLiteral("appearance/zoomPercent");
}

} // namespace

Appearance::Appearance(Theme &theme, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
{
    restore();
    connect(&m_theme, &Theme::changed, this, &Appearance::keep);
}

void Appearance::restore()
{
    const QSettings settings;
    const int scheme = settings.value(schemeKey()).toInt();
    m_theme.setZoom(settings.value(zoomKey(), Theme::NormalZoom).toInt());
    m_theme.setScheme(static_cast<ColorScheme>(
        std::clamp(scheme, int(ColorScheme::System), int(ColorScheme::Dark))));
}

void Appearance::keep() const
{
    QSettings settings;
    settings.setValue(schemeKey(), int(m_theme.scheme()));
    settings.setValue(zoomKey(), m_theme.zoom());
}

} // namespace signalbox
