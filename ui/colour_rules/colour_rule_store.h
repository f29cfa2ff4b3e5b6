// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/colour_rules/colour_rule.h"

#include <QObject>
#include <QTimer>

namespace signalbox {

/// The colour rules as QSettings keep them, compiled.
class ColourRuleStore : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype MaxRules = 50;

    /// With what was kept, else with the defaults.
    explicit ColourRuleStore(QObject *parent = nullptr);
    ~ColourRuleStore() override;

    /// The first one that matches a row wins.
    [[nodiscard]] const QList<CompiledRule> &rules() const { return m_rules; }
    [[nodiscard]] QList<ColourRule> list() const;
    [[nodiscard]] bool isFull() const { return m_rules.size() >= MaxRules; }

    /// Keeps them, the first MaxRules at most; compiles those whose expression is new. They are
    /// written soon, so that typing does not wait for a disk.
    void setRules(const QList<ColourRule> &rules);

signals:
    void changed();

private:
    static QList<ColourRule> load();
    void save() const;

    QList<CompiledRule> m_rules;
    QTimer m_saving; ///< runs while there is something to write
};

} // namespace signalbox
