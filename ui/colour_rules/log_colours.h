// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter_completion.h"
#include "ui/colour_rules/colour_rule_store.h"

#include <QObject>
#include <QPointer>

class QAction;

namespace signalbox {

class ColourRulesDialog;
class LogModel;

/// The colour rules of the log: kept, applied to its rows, and changed in their dialog.
class LogColours : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this; `page` is the dialog's parent.
    LogColours(LogModel &model, const Theme &theme, QWidget &page);
    ~LogColours() override;

    /// Opens the dialog.
    [[nodiscard]] QAction *action() const { return m_action; }
    /// Where the completion finds rooms, users and types.
    void setKnownValues(FilterValues values) { m_values = std::move(values); }

private:
    void openDialog();

    LogModel &m_model;
    const Theme &m_theme;
    QWidget &m_page;
    ColourRuleStore m_store;
    QAction *m_action;
    FilterValues m_values;
    QPointer<ColourRulesDialog> m_dialog; ///< while it is open
};

} // namespace signalbox
