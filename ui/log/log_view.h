// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/data_table.h"

namespace signalbox {

/// A table that grows at its end. Following, it keeps the newest row in sight; scrolling up or
/// selecting a row ends that, the End key begins it again. Not following, rows that come or vanish
/// at the top do not move what is in sight. A row may begin with a coloured bar.
class LogView : public DataTable
{
    Q_OBJECT

public:
    /// Of the bar, asked of the first column: a colour, or nothing.
    static constexpr int BarRole = Qt::UserRole + 1;

    /// `theme` must outlive the view.
    explicit LogView(const Theme &theme, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

    [[nodiscard]] bool isFollowing() const { return m_following; }
    void setFollowing(bool following);

    /// The first row in sight, -1 without rows.
    [[nodiscard]] int topRow() const;
    /// Scrolls so that the row is the first in sight, as far as there are rows below.
    void showAtTop(int row);
    /// Does nothing: Qt's looks at every row in the window's own thread, and there is a filter.
    void keyboardSearch(const QString & /*text*/) override { }

signals:
    void followingChanged(bool following);
    void copyRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

private:
    void scrolledByHand(int action);

    bool m_following = true;
    int m_offsetBefore = 0; ///< pixels, before rows are removed
};

} // namespace signalbox
