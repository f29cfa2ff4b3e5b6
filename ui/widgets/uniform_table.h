// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include <memory>

namespace signalbox {

class CellTextCache;

/// A table whose rows all have one height, so that where a row lies is arithmetic: rows that come
/// and go cost a repaint, however many there are. (QTableView keeps a header section for each and
/// lays all of them out anew.) Whole rows are selected, nothing is edited, and there are no spans.
class UniformTable : public QTableView
{
    Q_OBJECT

public:
    explicit UniformTable(QWidget *parent = nullptr);
    ~UniformTable() override;

    void setModel(QAbstractItemModel *model) override;
    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &position) const override;
    /// Brings the row into sight also if the column is hidden.
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

    /// In the place of QTableView's, which ask the header. No row is -1, and has none.
    [[nodiscard]] int rowAt(int y) const;
    [[nodiscard]] int rowViewportPosition(int row) const;
    [[nodiscard]] int rowHeight() const;
    void setRowHeight(int height);
    /// Only that row, whichever keys are held.
    void selectRow(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void updateGeometries() override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    [[nodiscard]] int verticalOffset() const override;
    [[nodiscard]] int sizeHintForRow(int row) const override;
    [[nodiscard]] int sizeHintForColumn(int column) const override;

    [[nodiscard]] int rowCount() const;
    /// Where those rows lie in the viewport, from its left edge to its right.
    [[nodiscard]] QRect rowsRect(int first, int last) const;

private:
    /// The first one that is seen.
    [[nodiscard]] int firstColumn() const;
    [[nodiscard]] QModelIndex columnBeside(const QModelIndex &index, int step) const;
    [[nodiscard]] QSize roomForCells() const;
    void placeHeader();
    void fitHorizontalBar();
    void fitVerticalBar();
    void scrollToColumn(int column, ScrollHint hint);
    void scrollToRow(int row, ScrollHint hint);

    std::unique_ptr<CellTextCache> m_texts;
    bool m_updatingGeometries = false;
};

} // namespace signalbox
