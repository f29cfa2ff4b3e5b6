// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/colour_rules/colour_rule_store.h"

#include <QSettings>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

namespace signalbox {

using namespace std::chrono_literals;

namespace {

QString arrayKey()
{
    return QStringLiteral("log/colourRules");
}

} // namespace

ColourRuleStore::ColourRuleStore(QObject *parent)
    : QObject(parent)
{
    const QList<ColourRule> rules = load();
    std::ranges::transform(rules, std::back_inserter(m_rules), compileRule);
    m_saving.setSingleShot(true);
    m_saving.setInterval(1s);
    connect(&m_saving, &QTimer::timeout, this, &ColourRuleStore::save);
}

ColourRuleStore::~ColourRuleStore()
{
    if (m_saving.isActive())
        save();
}

QList<ColourRule> ColourRuleStore::list() const
{
    QList<ColourRule> rules;
    std::ranges::transform(m_rules, std::back_inserter(rules), &CompiledRule::rule);
    return rules;
}

void ColourRuleStore::setRules(const QList<ColourRule> &rules)
{
    QList<CompiledRule> compiled;
    for (const ColourRule &rule : rules.first(std::min(rules.size(), MaxRules))) {
        const auto known = std::ranges::find_if(std::as_const(m_rules), [&rule](const auto &old) {
            return old.rule.expression == rule.expression;
        });
        compiled += known == m_rules.cend() ? compileRule(rule)
                                            : CompiledRule{rule, known->filter, known->error};
    }
    m_rules = compiled;
    if (!m_saving.isActive())
        m_saving.start();
    emit changed();
}

QList<ColourRule> ColourRuleStore::load()
{
    QSettings settings;
    if (!settings.contains(arrayKey() + QStringLiteral("/size")))
        return defaultColourRules();
    QList<ColourRule> rules;
    const int size = settings.beginReadArray(arrayKey());
    for (int i = 0; i < std::min(size, int(MaxRules)); ++i) {
        settings.setArrayIndex(i);
        ColourRule rule;
        rule.name =
            settings.value(QStringLiteral("name")).toString().left(ColourRule::MaxNameLength);
        rule.expression = settings.value(QStringLiteral("filter")).toString();
        rule.colour = ruleColourOf(settings.value(QStringLiteral("colour")).toString())
                          .value_or(RuleColour::Grey);
        rule.enabled = settings.value(QStringLiteral("enabled"), true).toBool();
        rules += rule;
    }
    settings.endArray();
    return rules;
}

void ColourRuleStore::save() const
{
    QSettings settings;
    settings.remove(arrayKey());
    settings.beginWriteArray(arrayKey(), int(m_rules.size()));
    for (int i = 0; i < int(m_rules.size()); ++i) {
        const ColourRule &rule = m_rules.at(i).rule;
        settings.setArrayIndex(i);
        settings.setValue(QStringLiteral("name"), rule.name);
        settings.setValue(QStringLiteral("filter"), rule.expression);
        settings.setValue(QStringLiteral("colour"), ruleColourKey(rule.colour));
        settings.setValue(QStringLiteral("enabled"), rule.enabled);
    }
    settings.endArray();
}

} // namespace signalbox
