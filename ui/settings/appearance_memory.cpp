// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/appearance_memory.h"

#include "ui/theme/theme.h"

#include <QSettings>

namespace signalbox {

namespace {

constexpr QLatin1StringView SchemeKey{"appearance/scheme"};
constexpr QLatin1StringView ZoomKey{"appearance/zoom"};

QStringList schemeWords()
{
    return {QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")};
}

} // namespace

AppearanceMemory::AppearanceMemory(Theme &theme, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
{
    restore();
    connect(&theme, &Theme::changed, this, &AppearanceMemory::keep);
}

void AppearanceMemory::restore()
{
    const QSettings settings;
    const auto scheme = schemeWords().indexOf(settings.value(SchemeKey).toString());
    if (scheme >= 0)
        m_theme.setScheme(ColorScheme(scheme));
    m_theme.setZoom(settings.value(ZoomKey, m_theme.zoom()).toInt());
}

void AppearanceMemory::keep() const
{
    QSettings settings;
    settings.setValue(SchemeKey, schemeWords().at(int(m_theme.scheme())));
    settings.setValue(ZoomKey, m_theme.zoom());
}

} // namespace signalbox
