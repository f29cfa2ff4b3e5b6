// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>

namespace signalbox {

/// What a colour is for; the only place where its values stand is theme.cpp.
enum class ColorRole : quint8 {
    Surface,
    Raised,
    AlternateRow,
    Hairline,
    ControlBorder,
    Text,
    Muted,
    Accent,
    AccentText,
    Selection,
    ClientToServer,
    ServerToClient,
    Ok,
    Warning,
    Danger,
};

/// Which colours are shown: the system's choice, or the operator's.
enum class ColorScheme : quint8 { System, Light, Dark };

/// Lengths of the one spacing scale, in device-independent pixels.
namespace spacing {
inline constexpr int Grid = 4;
inline constexpr int Small = 4;
inline constexpr int Medium = 8;
inline constexpr int Large = 12;
inline constexpr int Page = 16;
inline constexpr int RowHeight = 24;
inline constexpr int NumberGutter = 16;
} // namespace spacing

/// Colours, fonts and icons of the console; handed to every page, replaced by none.
class Theme : public QObject
{
    Q_OBJECT

public:
    /// After the QApplication: its palette tells what the system prefers.
    explicit Theme(QObject *parent = nullptr);

    /// The system's colours or fonts may be different now (QEvent::ThemeChange).
    void followSystem();

    [[nodiscard]] QColor color(ColorRole role) const;
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] bool isDark() const;

    /// The application's font: the system's, zoomed.
    [[nodiscard]] QFont uiFont() const;
    /// The one fixed-width font, for payloads, addresses and numbers.
    [[nodiscard]] QFont fixedFont() const;
    /// One step smaller than the application's font.
    [[nodiscard]] QFont captionFont() const;

    /// The SVG `resources/icons/NAME.svg`, tinted with the text's colour or a role's.
    [[nodiscard]] QIcon icon(const QString &name) const;
    [[nodiscard]] QIcon icon(const QString &name, ColorRole role) const;

    [[nodiscard]] ColorScheme scheme() const { return m_scheme; }
    void setScheme(ColorScheme scheme);

    /// Percent of the system's font size, from SmallestZoom to LargestZoom. Everything that is
    /// measured in fonts, rows and icons grows with it.
    [[nodiscard]] int zoom() const { return m_zoom; }
    void setZoom(int percent);
    void zoomIn();
    void zoomOut();
    static constexpr int SmallestZoom = 75;
    static constexpr int NormalZoom = 100;
    static constexpr int LargestZoom = 200;
    /// A length for text or icons, at this zoom.
    [[nodiscard]] int zoomed(int pixels) const;

    /// The height of a table's row: spacing::RowHeight at this zoom, or more if the font needs it.
    [[nodiscard]] int rowHeight() const;

    /// Applies style, palette and fonts to the QApplication.
    void apply();

signals:
    /// Colours or sizes are different now: repaint, and ask for icons again.
    void changed();

private:
    void readSystem();

    ColorScheme m_scheme = ColorScheme::System;
    bool m_systemIsDark = false;
    QFont m_systemFont;
    int m_zoom = NormalZoom;
};

} // namespace signalbox
