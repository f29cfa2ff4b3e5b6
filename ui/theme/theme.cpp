// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/console_style.h"
#include "ui/theme/tinted_icon_engine.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetrics>

#include <algorithm>
#include <array>
#include <iterator>

void initializeIconResource()
{
    Q_INIT_RESOURCE(icons); // a static library's resources are not registered by themselves
}

namespace signalbox {

namespace {

struct ColorRow
{
    ColorRole role;
    QRgb light;
    QRgb dark;
};

constexpr std::array Colors{
    ColorRow{ColorRole::Surface, 0xfff6f7f9, 0xff171b21},
    ColorRow{ColorRole::Raised, 0xffffffff, 0xff1e232b},
    ColorRow{ColorRole::AlternateRow, 0xfffafbfc, 0xff212730},
    ColorRow{ColorRole::Hairline, 0xffdfe3e8, 0xff323a45},
    ColorRow{ColorRole::ControlBorder, 0xff7e8999, 0xff66748a},
    ColorRow{ColorRole::Text, 0xff1b2430, 0xffe6eaf0},
    ColorRow{ColorRole::Muted, 0xff57626f, 0xffa7b2c2},
    ColorRow{ColorRole::Accent, 0xff1f5bbd, 0xff7db2ff},
    ColorRow{ColorRole::AccentText, 0xffffffff, 0xff0d1520},
    ColorRow{ColorRole::Selection, 0xffdbe8fd, 0xff25384f},
    ColorRow{ColorRole::ClientToServer, 0xff0a6b7a, 0xff5ccfe0},
    ColorRow{ColorRole::ServerToClient, 0xff6f37a8, 0xffcba5ff},
    ColorRow{ColorRole::Ok, 0xff0b7040, 0xff58d391},
    ColorRow{ColorRole::Warning, 0xff8a4b00, 0xfff2b85c},
    ColorRow{ColorRole::Danger, 0xffb42323, 0xffff9088},
};

constexpr qreal SmallestComfortablePointSize = 10;
constexpr std::array ZoomLevels{Theme::SmallestZoom, 90, Theme::NormalZoom, 110, 125, 150, 175,
                                Theme::LargestZoom};

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_systemFont(QFontDatabase::systemFont(QFontDatabase::GeneralFont))
{
    initializeIconResource();
    readSystem();
}

void Theme::readSystem()
{
    m_systemIsDark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

void Theme::followSystem()
{
    QApplication::setPalette(QPalette()); // without ours, the application has the system's again
    readSystem();
    apply();
}

QColor Theme::color(ColorRole role) const
{
    const auto row = std::ranges::find(Colors, role, &ColorRow::role);
    return QColor::fromRgb(isDark() ? row->dark : row->light);
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](std::initializer_list<QPalette::ColorRole> targets, ColorRole source) {
        for (const auto target : targets)
            palette.setColor(target, color(source));
    };
    set({QPalette::Window}, ColorRole::Surface);
    set({QPalette::Base, QPalette::Button, QPalette::Light, QPalette::ToolTipBase},
        ColorRole::Raised);
    set({QPalette::AlternateBase}, ColorRole::AlternateRow);
    set({QPalette::Mid, QPalette::Midlight}, ColorRole::Hairline);
    set({QPalette::Dark, QPalette::Shadow}, ColorRole::ControlBorder);
    set({QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::ToolTipText,
         QPalette::HighlightedText},
        ColorRole::Text);
    set({QPalette::PlaceholderText}, ColorRole::Muted);
    set({QPalette::Highlight}, ColorRole::Selection);
    set({QPalette::Link}, ColorRole::Accent);
    set({QPalette::LinkVisited}, ColorRole::Danger); // ConsoleStyle's, no text has visited links
    set({QPalette::BrightText}, ColorRole::AccentText);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText,
                            QPalette::HighlightedText, QPalette::Link})
        palette.setColor(QPalette::Disabled, role, color(ColorRole::ControlBorder));
    return palette;
}

bool Theme::isDark() const
{
    return m_scheme == ColorScheme::Dark || (m_scheme == ColorScheme::System && m_systemIsDark);
}

QFont Theme::uiFont() const
{
    QFont font = m_systemFont;
    font.setPointSizeF(std::max(font.pointSizeF(), SmallestComfortablePointSize) * m_zoom
                       / NormalZoom);
    return font;
}

QFont Theme::fixedFont() const
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    font.setPointSizeF(uiFont().pointSizeF() - 0.5); // fixed fonts look larger than they are
    return font;
}

QFont Theme::captionFont() const
{
    QFont font = uiFont();
    font.setPointSizeF(font.pointSizeF() - 1);
    return font;
}

QIcon Theme::icon(const QString &name) const
{
    return icon(name, ColorRole::Text);
}

QIcon Theme::icon(const QString &name, ColorRole role) const
{
    return QIcon(new TintedIconEngine(QStringLiteral(":/icons/%1.svg").arg(name), color(role),
                                      color(ColorRole::ControlBorder)));
}

void Theme::setScheme(ColorScheme scheme)
{
    if (m_scheme == scheme)
        return;
    m_scheme = scheme;
    apply();
}

void Theme::setZoom(int percent)
{
    percent = std::clamp(percent, SmallestZoom, LargestZoom);
    if (m_zoom == percent)
        return;
    m_zoom = percent;
    apply();
}

void Theme::zoomIn()
{
    const auto next = std::ranges::upper_bound(ZoomLevels, m_zoom);
    setZoom(next == ZoomLevels.end() ? LargestZoom : *next);
}

void Theme::zoomOut()
{
    const auto present = std::ranges::lower_bound(ZoomLevels, m_zoom);
    setZoom(present == ZoomLevels.begin() ? SmallestZoom : *std::prev(present));
}

int Theme::zoomed(int pixels) const
{
    return pixels * m_zoom / NormalZoom;
}

int Theme::rowHeight() const
{
    return std::max(zoomed(spacing::RowHeight), QFontMetrics(uiFont()).height() + spacing::Small);
}

void Theme::apply()
{
    auto *style = qobject_cast<ConsoleStyle *>(QApplication::style());
    if (!style) {
        style = new ConsoleStyle;
        QApplication::setStyle(style);
    }
    style->setZoom(m_zoom);
    QApplication::setPalette(palette());
    QApplication::setFont(uiFont());
    emit changed();
}

} // namespace signalbox
