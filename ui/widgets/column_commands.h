// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QKeySequence;
class QMenu;
class QTableView;

namespace signalbox {

/// What the mouse does with a table's columns, for the keyboard and menus: moving them, making them
/// wider and narrower, fitting them to what they contain. The keys mean the current cell's column.
class ColumnCommands : public QObject
{
    Q_OBJECT

public:
    /// A child of the table.
    explicit ColumnCommands(QTableView *table);

    /// Adds them for that column; those that are not possible say why.
    void addTo(QMenu &menu, int column);
    /// This column takes the room that the others leave; -1: none does.
    void setFlexibleColumn(int column) { m_flexible = column; }

    /// The current cell's, else the first; -1 without columns.
    [[nodiscard]] int currentColumn() const;

private:
    QAction *add(const QString &text, const QKeySequence &keys);
    [[nodiscard]] int neighbour(int column, int step) const;
    [[nodiscard]] QString whyNotMoved(int column, int step) const;
    [[nodiscard]] QString whyNotSized(int column) const;
    void move(int step);
    void widen(int step);
    void fit();
    void describe(int column);

    QTableView *m_table;
    QAction *m_left;
    QAction *m_right;
    QAction *m_wider;
    QAction *m_narrower;
    QAction *m_fit;
    int m_flexible = -1;
    int m_menuColumn = -1; ///< that the open menu is about
};

} // namespace signalbox
