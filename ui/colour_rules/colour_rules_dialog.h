// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter_completion.h"
#include "ui/colour_rules/colour_rule.h"

#include <QDialog>
#include <QList>

class QLabel;
class QPushButton;

namespace signalbox {

class ColourRuleForm;
class ColourRulesModel;
class ColourRuleStore;
class DataTable;

/// The colour rules in their order, and the chosen one to be changed. What is changed shows in the
/// log at once; the rest of the window stays usable.
class ColourRulesDialog : public QDialog
{
    Q_OBJECT

public:
    /// `store` and `theme` must outlive the dialog.
    ColourRulesDialog(ColourRuleStore &store, const Theme &theme, FilterValues values,
                      QWidget *parent = nullptr);

private:
    QPushButton *addButton(const QString &text, const char *name, const QKeySequence &keys);
    void buildTable();
    void arrange();
    void connectParts();
    void applyTheme();
    void add();
    void duplicate();
    void remove();
    void move(int step);
    void choose(int row);
    void showChosen();
    void refresh();
    [[nodiscard]] int chosen() const;

    const Theme &m_theme;
    const QList<ColourRule> m_first; ///< as they were when the dialog opened
    ColourRulesModel *m_model;
    DataTable *m_table;
    QPushButton *m_add;
    QPushButton *m_duplicate;
    QPushButton *m_remove;
    QPushButton *m_up;
    QPushButton *m_down;
    ColourRuleForm *m_form;
    QLabel *m_count;
    QPushButton *m_defaults;
    QPushButton *m_revert;
};

} // namespace signalbox
