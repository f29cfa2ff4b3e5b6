// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/colour_rules/colour_rule.h"

#include <QCoreApplication>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ColourRule", text);
}

} // namespace

CompiledRule compileRule(const ColourRule &rule)
{
    const FilterResult result = Filter::compile(rule.expression, FilterFields::ofRecords());
    CompiledRule compiled{rule, result.filter, {}};
    if (result.error)
        compiled.error =
            tr("At %1: %2").arg(QString::number(result.error->position + 1), result.error->message);
    else if (result.filter.isEmpty())
        compiled.error = tr("It has no filter yet.");
    return compiled;
}

QList<ColourRule> defaultColourRules()
{
    return {
        {tr("Errors"), QStringLiteral("type:error"), RuleColour::Red, true},
        {tr("Refused or abnormally closed"),
         QStringLiteral("kind:refused or (kind:closed -code:1000,1001,1005)"), RuleColour::Amber,
         true},
        {tr("Not delivered to all"), QStringLiteral("dropped>0"), RuleColour::Amber, true},
        {tr("Large"), QStringLiteral("length>=64k"), RuleColour::Violet, true},
        {tr("Binary"), QStringLiteral("opcode:binary"), RuleColour::Teal, true},
    };
}

} // namespace signalbox
