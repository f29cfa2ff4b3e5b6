// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/colour_rules/rule_colour.h"

#include "ui/theme/flat_painting.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace signalbox {

namespace {

constexpr qreal Tint = 0.12; // of the role's colour in the background

struct ColourRow
{
    RuleColour colour;
    ColorRole role;
    const char *key;
    const char *name;
};

constexpr std::array Colours{
    ColourRow{RuleColour::Red, ColorRole::Danger, "red", QT_TRANSLATE_NOOP("RuleColour", "red")},
    ColourRow{RuleColour::Amber, ColorRole::Warning, "amber",
              QT_TRANSLATE_NOOP("RuleColour", "amber")},
    ColourRow{RuleColour::Green, ColorRole::Ok, "green", QT_TRANSLATE_NOOP("RuleColour", "green")},
    ColourRow{RuleColour::Teal, ColorRole::ClientToServer, "teal",
              QT_TRANSLATE_NOOP("RuleColour", "teal")},
    ColourRow{RuleColour::Violet, ColorRole::ServerToClient, "violet",
              QT_TRANSLATE_NOOP("RuleColour", "violet")},
    ColourRow{RuleColour::Grey, ColorRole::Muted, "grey", QT_TRANSLATE_NOOP("RuleColour", "grey")},
};

const ColourRow &rowOf(RuleColour colour)
{
    return *std::ranges::find(Colours, colour, &ColourRow::colour);
}

} // namespace

ColorRole ruleRole(RuleColour colour)
{
    return rowOf(colour).role;
}

QColor ruleTint(const Theme &theme, RuleColour colour)
{
    return blend(theme.color(ColorRole::Raised), theme.color(ruleRole(colour)), Tint);
}

QIcon ruleSwatch(const Theme &theme, RuleColour colour, int size)
{
    QPixmap image(size, size);
    image.fill(ruleTint(theme, colour));
    QPainter(&image).fillRect(0, 0, size / 2, size, theme.color(ruleRole(colour)));
    QIcon icon(image);
    icon.addPixmap(image, QIcon::Selected); // else a selected row would tint it
    return icon;
}

QString ruleColourName(RuleColour colour)
{
    return QCoreApplication::translate("RuleColour", rowOf(colour).name);
}

QString ruleColourKey(RuleColour colour)
{
    return QString::fromLatin1(rowOf(colour).key);
}

std::optional<RuleColour> ruleColourOf(QStringView key)
{
    const auto row = std::ranges::find_if(Colours, [key](const ColourRow &candidate) {
        return key == QLatin1StringView(candidate.key);
    });
    return row == Colours.end() ? std::nullopt : std::optional(row->colour);
}

} // namespace signalbox
