// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/colour_rules/colour_rule_store.h"

#include <QAbstractTableModel>

namespace signalbox {

/// The colour rules as a table that can be changed; each change is kept at once.
class ColourRulesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column : int { Name, Colour, Expression, State, ColumnCount };

    /// Both must outlive the model.
    ColourRulesModel(ColourRuleStore &store, const Theme &theme, QObject *parent = nullptr);

    [[nodiscard]] const CompiledRule &at(int row) const { return m_store.rules().at(row); }
    [[nodiscard]] bool isFull() const { return m_store.isFull(); }

    void setRule(int row, const ColourRule &rule);
    /// Below that row, or as the first for -1; not while isFull().
    void insertBelow(int row, const ColourRule &rule);
    void remove(int row);
    /// With the neighbour above (-1) or below (1), which there must be.
    void swap(int row, int step);
    void setAll(const QList<ColourRule> &rules);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QVariant nameData(const CompiledRule &rule, int role) const;

    ColourRuleStore &m_store;
    const Theme &m_theme;
};

} // namespace signalbox
