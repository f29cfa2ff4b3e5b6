// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QString>

#include <array>
#include <optional>

namespace signalbox {

/// The colours that a rule can give to rows: each is one of the theme's for texts. (Its blue is not
/// among them: it says what is selected.)
enum class RuleColour : quint8 { Red, Amber, Green, Teal, Violet, Grey };
inline constexpr std::array AllRuleColours{RuleColour::Red,  RuleColour::Amber,  RuleColour::Green,
                                           RuleColour::Teal, RuleColour::Violet, RuleColour::Grey};

/// Of the bar at a row's start.
ColorRole ruleRole(RuleColour colour);
/// Of a row's background: light enough for every text of a row.
QColor ruleTint(const Theme &theme, RuleColour colour);
/// As a row with that colour begins: its bar and its background.
QIcon ruleSwatch(const Theme &theme, RuleColour colour, int size);
/// `red`, in the operator's language.
QString ruleColourName(RuleColour colour);

/// `red`, as the settings have it.
QString ruleColourKey(RuleColour colour);
std::optional<RuleColour> ruleColourOf(QStringView key);

} // namespace signalbox
