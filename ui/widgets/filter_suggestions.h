// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter_completion.h"

#include <QPointer>
#include <QTreeWidget>

class QLineEdit;

namespace signalbox {

class Theme;

/// The list below a filter that offers how to go on. The keyboard stays with the text: it hands on
/// what is meant for the list.
class FilterSuggestions : public QTreeWidget
{
    Q_OBJECT

public:
    /// `box` and `theme` must outlive it.
    FilterSuggestions(QLineEdit &box, const Theme &theme);

    /// It stands below that one instead of the box.
    void setLowerEdgeOf(const QWidget *widget) { m_lower = widget; }

    /// Shows them below the box, or hides when there is nothing to offer.
    void offer(const FilterCompletions &completions);
    /// Whether the list used the key: arrows and pages move in it, Tab takes the row or the first
    /// one, Enter only a row that was chosen, Escape hides.
    bool handleKey(int key);
    /// Whether handleKey() would use it.
    [[nodiscard]] bool wantsKey(int key) const;

signals:
    /// `text` is to replace that part of the filter.
    void chosen(qsizetype position, qsizetype length, const QString &text);

private:
    void move(int rows);
    void take(QTreeWidgetItem *item);
    void place();

    QLineEdit &m_box;
    QPointer<const QWidget> m_lower;
    const Theme &m_theme;
    FilterCompletions m_completions;
};

} // namespace signalbox
