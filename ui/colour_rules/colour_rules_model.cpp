// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/colour_rules/colour_rules_model.h"

#include "core/escaped_text.h"
#include "ui/theme/tool_tip_text.h"

namespace signalbox {

namespace {

QString stateText(const CompiledRule &rule)
{
    if (!rule.error.isEmpty())
        return ColourRulesModel::tr("not applied: %1").arg(rule.error);
    return rule.rule.enabled ? ColourRulesModel::tr("on") : ColourRulesModel::tr("off");
}

QString cellText(const CompiledRule &rule, int column)
{
    switch (column) {
    case ColourRulesModel::Name:
        return escapedText(rule.rule.name);
    case ColourRulesModel::Colour:
        return ruleColourName(rule.rule.colour);
    case ColourRulesModel::Expression:
        return escapedText(rule.rule.expression);
    case ColourRulesModel::State:
        return escapedText(stateText(rule));
    default:
        return {};
    }
}

} // namespace

ColourRulesModel::ColourRulesModel(ColourRuleStore &store, const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_theme(theme)
{ }

void ColourRulesModel::setRule(int row, const ColourRule &rule)
{
    QList<ColourRule> rules = m_store.list();
    if (rules.at(row) == rule)
        return;
    rules[row] = rule;
    m_store.setRules(rules);
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void ColourRulesModel::insertBelow(int row, const ColourRule &rule)
{
    QList<ColourRule> rules = m_store.list();
    rules.insert(row + 1, rule);
    beginInsertRows({}, row + 1, row + 1);
    m_store.setRules(rules);
    endInsertRows();
}

void ColourRulesModel::remove(int row)
{
    QList<ColourRule> rules = m_store.list();
    rules.removeAt(row);
    beginRemoveRows({}, row, row);
    m_store.setRules(rules);
    endRemoveRows();
}

void ColourRulesModel::swap(int row, int step)
{
    QList<ColourRule> rules = m_store.list();
    rules.swapItemsAt(row, row + step);
    // Qt counts the place before which the row comes to stand.
    beginMoveRows({}, row, row, {}, step < 0 ? row - 1 : row + 2);
    m_store.setRules(rules);
    endMoveRows();
}

void ColourRulesModel::setAll(const QList<ColourRule> &rules)
{
    beginResetModel();
    m_store.setRules(rules);
    endResetModel();
}

int ColourRulesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_store.rules().size());
}

int ColourRulesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags ColourRulesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == Name ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant ColourRulesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CompiledRule &rule = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(rule, index.column());
    case Qt::ToolTipRole:
        return toolTipText(cellText(rule, index.column()));
    case Qt::FontRole:
        return index.column() == Expression ? QVariant(m_theme.fixedFont()) : QVariant();
    case Qt::BackgroundRole:
        return rule.applies() ? QVariant(ruleTint(m_theme, rule.rule.colour)) : QVariant();
    case Qt::ForegroundRole:
        if (!rule.error.isEmpty() && index.column() == State)
            return m_theme.color(ColorRole::Danger);
        return m_theme.color(rule.applies() ? ColorRole::Text : ColorRole::Muted);
    default:
        return index.column() == Name ? nameData(rule, role) : QVariant();
    }
}

QVariant ColourRulesModel::nameData(const CompiledRule &rule, int role) const
{
    if (role == Qt::CheckStateRole)
        return int(rule.rule.enabled ? Qt::Checked : Qt::Unchecked);
    if (role == Qt::DecorationRole)
        return ruleSwatch(m_theme, rule.rule.colour, m_theme.zoomed(spacing::Page));
    return {};
}

bool ColourRulesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != Name)
        return false;
    ColourRule rule = at(index.row()).rule;
    rule.enabled = value.toInt() == Qt::Checked;
    setRule(index.row(), rule);
    return true;
}

QVariant ColourRulesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Rule");
    case Colour:
        return tr("Colour");
    case Expression:
        return tr("Filter");
    case State:
        return tr("State");
    default:
        return {};
    }
}

} // namespace signalbox
