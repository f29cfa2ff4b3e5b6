// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/column_commands.h"

#include "ui/theme/theme.h"
#include "ui/widgets/possible_action.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>

#include <algorithm>

namespace signalbox {

namespace {
constexpr int Step = 2 * spacing::Medium;
}

ColumnCommands::ColumnCommands(QTableView *table)
    : QObject(table)
    , m_table(table)
    , m_left(add(tr("Move column left"), Qt::ALT | Qt::SHIFT | Qt::Key_Left))
    , m_right(add(tr("Move column right"), Qt::ALT | Qt::SHIFT | Qt::Key_Right))
    , m_wider(add(tr("Wider column"), Qt::ALT | Qt::Key_Right))
    , m_narrower(add(tr("Narrower column"), Qt::ALT | Qt::Key_Left))
    , m_fit(add(tr("Fit column to contents"), Qt::ALT | Qt::Key_0))
{
    connect(m_left, &QAction::triggered, this, [this] { move(-1); });
    connect(m_right, &QAction::triggered, this, [this] { move(1); });
    connect(m_wider, &QAction::triggered, this, [this] { widen(Step); });
    connect(m_narrower, &QAction::triggered, this, [this] { widen(-Step); });
    connect(m_fit, &QAction::triggered, this, &ColumnCommands::fit);
}

QAction *ColumnCommands::add(const QString &text, const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_table->addAction(action);
    return action;
}

void ColumnCommands::addTo(QMenu &menu, int column)
{
    if (column < 0)
        return;
    m_menuColumn = column;
    describe(column);
    menu.addActions({m_left, m_right, m_wider, m_narrower, m_fit});
    // Afterwards the keys mean the current column again, and each may be tried.
    connect(&menu, &QObject::destroyed, this, [this] {
        m_menuColumn = -1;
        for (QAction *action : {m_left, m_right, m_wider, m_narrower, m_fit})
            action->setEnabled(true);
    });
}

void ColumnCommands::describe(int column)
{
    const QString name = m_table->model()->headerData(column, Qt::Horizontal).toString();
    setPossible(m_left, whyNotMoved(column, -1), tr("Move “%1” to the left").arg(name));
    setPossible(m_right, whyNotMoved(column, 1), tr("Move “%1” to the right").arg(name));
    setPossible(m_wider, whyNotSized(column), tr("Make “%1” wider").arg(name));
    setPossible(m_narrower, whyNotSized(column), tr("Make “%1” narrower").arg(name));
    setPossible(m_fit, whyNotSized(column), tr("Make “%1” as wide as what it shows now").arg(name));
}

int ColumnCommands::currentColumn() const
{
    if (m_menuColumn >= 0)
        return m_menuColumn;
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid() && !m_table->isColumnHidden(current.column()))
        return current.column();
    const QHeaderView *header = m_table->horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        if (!m_table->isColumnHidden(column))
            return column;
    }
    return -1;
}

/// The place of the next column in sight, -1 if there is none.
int ColumnCommands::neighbour(int column, int step) const
{
    const QHeaderView *header = m_table->horizontalHeader();
    int visual = header->visualIndex(column) + step;
    while (visual >= 0 && visual < header->count()
           && m_table->isColumnHidden(header->logicalIndex(visual)))
        visual += step;
    return visual < header->count() ? visual : -1;
}

QString ColumnCommands::whyNotMoved(int column, int step) const
{
    if (m_table->isColumnHidden(column))
        return tr("It is not shown");
    if (neighbour(column, step) >= 0)
        return {};
    return step < 0 ? tr("It is the first column") : tr("It is the last column");
}

QString ColumnCommands::whyNotSized(int column) const
{
    if (m_table->isColumnHidden(column))
        return tr("It is not shown");
    return column == m_flexible ? tr("It takes the room that the other columns leave") : QString();
}

void ColumnCommands::move(int step)
{
    const int column = currentColumn();
    if (column < 0 || !whyNotMoved(column, step).isEmpty())
        return;
    QHeaderView *header = m_table->horizontalHeader();
    header->moveSection(header->visualIndex(column), neighbour(column, step));
}

void ColumnCommands::widen(int step)
{
    const int column = currentColumn();
    if (column < 0 || !whyNotSized(column).isEmpty())
        return;
    const int least = m_table->horizontalHeader()->minimumSectionSize();
    m_table->setColumnWidth(column, std::max(least, m_table->columnWidth(column) + step));
}

void ColumnCommands::fit()
{
    const int column = currentColumn();
    if (column >= 0 && whyNotSized(column).isEmpty())
        m_table->resizeColumnToContents(column);
}

} // namespace signalbox
