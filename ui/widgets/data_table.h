// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/uniform_table.h"

class QAction;

class QMenu;

namespace signalbox {

class ColumnCommands;
class Theme;

/// A table of the console: dense rows, no grid, headers in line with their cells, columns that the
/// operator chooses and that fit.
class DataTable : public UniformTable
{
    Q_OBJECT

public:
    /// `theme` must outlive the table.
    explicit DataTable(const Theme &theme, QWidget *parent = nullptr);
    ~DataTable() override;

    void setModel(QAbstractItemModel *model) override;

    /// This column takes the room that the others leave; at least so many pixels, at normal zoom.
    void setFlexibleColumn(int column, int minimumWidth);
    /// Long texts of the column lose their middle instead of their end.
    void setElideMiddle(int column);
    /// Widths that hold the header's text and a typical cell's (`sample`), in the column's font.
    void fitColumn(int column, const QString &sample);
    /// The same for a column that is known to be in the window's font, also while it is empty.
    void fitTextColumn(int column, const QString &sample);

    /// Opens the menu of the columns, as a right click on the header does; works while the keyboard
    /// is in the table.
    [[nodiscard]] QAction *columnsAction() const { return m_columns; }
    /// One more entry of that menu, below the columns.
    void addColumnOption(QAction *option);
    /// `Reset columns` goes back to what they are now; before, it is not offered.
    void setFirstColumns();

    /// Widths, order and visibility of the columns, with the size of the font that they are for.
    [[nodiscard]] QByteArray saveColumns() const;
    /// Widths are fitted to the font of now. False if that is no state of this table.
    bool restoreColumns(const QByteArray &state);

    /// The source rows' numbers in view order: the selected ones, top to bottom.
    [[nodiscard]] QList<int> selectedRowNumbers() const;

signals:
    /// The operator showed or hid a column in the header's menu.
    void columnToggled(int column, bool visible);
    /// The columns are as they were at first.
    void columnsReset();
    /// Enter or a double click on a row.
    void rowOpened(const QModelIndex &index);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void updateRow(const QModelIndex &index);
    void applyTheme();
    void scaleColumns(int fontSize);
    [[nodiscard]] int rowToStepOnto() const;
    void fitColumn(int column, const QString &sample, const QFont &font);
    void fillWidth();
    /// `column`: the one that the menu is about, -1 for the current one.
    void openColumnMenu(QPoint position, int column);
    void addColumnSwitches(QMenu &menu);
    void resetColumns();

    const Theme &m_theme;
    QAction *m_columns;
    ColumnCommands *m_commands;
    QList<QAction *> m_columnOptions;
    QByteArray m_firstColumns;
    int m_flexibleColumn = -1;
    int m_flexibleMinimum = 0;
    bool m_filling = false;
    int m_fontSize = 0; // that the columns' widths were made for, in tenths of a point
};

} // namespace signalbox
