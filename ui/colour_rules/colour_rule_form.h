// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter_completion.h"
#include "ui/colour_rules/colour_rule.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace signalbox {

class FilterBox;

/// The parts of one rule, to be changed.
class ColourRuleForm : public QWidget
{
    Q_OBJECT

public:
    /// `theme` must outlive the form; `values` is where the completion finds rooms and the like.
    ColourRuleForm(const Theme &theme, FilterValues values, QWidget *parent = nullptr);

    void show(const CompiledRule &rule);
    /// There is no rule to change.
    void showNone();
    /// The shown rule was changed: whether it is used, and what became of its expression.
    void follow(const CompiledRule &rule);
    void editName();

signals:
    /// The operator has changed it.
    void edited(const signalbox::ColourRule &rule);

private:
    void arrange();
    void applyTheme();
    void tell();
    void showError(const QString &error);
    void tintError();

    const Theme &m_theme;
    QLineEdit *m_name;
    FilterBox *m_expression;
    QLabel *m_error;
    QComboBox *m_colour;
    QCheckBox *m_enabled;
    bool m_isError = false; ///< m_error says why the rule is not applied
    bool m_isFilling = false;
};

} // namespace signalbox
