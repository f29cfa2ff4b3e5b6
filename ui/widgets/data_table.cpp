// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/data_table.h"

#include "ui/theme/theme.h"
#include "ui/widgets/cell_delegate.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <cmath>

namespace signalbox {

DataTable::DataTable(const Theme &theme, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_columns(new QAction(tr("Columns…"), this))
{
    m_columns->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_O);
    m_columns->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_columns->setToolTip(tr("Choose which columns are shown"));
    addAction(m_columns);
    connect(m_columns, &QAction::triggered, this,
            [this] { showColumnMenu(horizontalHeader()->rect().bottomLeft()); });
    setItemDelegate(new CellDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setAlternatingRowColors(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(0);

    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(2 * spacing::Page);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &DataTable::showColumnMenu);
    connect(header, &QHeaderView::sectionResized, this, &DataTable::fillWidth);
    connect(header, &QHeaderView::geometriesChanged, this, &DataTable::fillWidth);
    connect(this, &QTableView::doubleClicked, this, &DataTable::rowOpened);
    connect(&m_theme, &Theme::changed, this, &DataTable::applyTheme);
    applyTheme();
}

DataTable::~DataTable()
{
    // It tells of its geometry until it is destroyed itself, when this part has gone.
    horizontalHeader()->disconnect(this);
}

void DataTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    fillWidth();
}

void DataTable::setFlexibleColumn(int column, int minimumWidth)
{
    m_flexibleColumn = column;
    m_flexibleMinimum = minimumWidth;
    fillWidth();
}

void DataTable::setElideMiddle(int column)
{
    setItemDelegateForColumn(column, new CellDelegate(this, Qt::ElideMiddle));
}

void DataTable::fitColumn(int column, const QString &sample)
{
    const bool fixed =
        model()->rowCount() == 0 || model()->index(0, column).data(Qt::FontRole).isValid();
    fitColumn(column, sample, fixed ? m_theme.fixedFont() : m_theme.uiFont());
}

void DataTable::fitTextColumn(int column, const QString &sample)
{
    fitColumn(column, sample, m_theme.uiFont());
}

void DataTable::fitColumn(int column, const QString &sample, const QFont &font)
{
    const QString title = model()->headerData(column, Qt::Horizontal).toString();
    const auto width = [](const QFont &textFont, const QString &text) {
        return int(std::ceil(QFontMetricsF(textFont).horizontalAdvance(text)));
    };
    const int titleWidth = width(m_theme.captionFont(), title)
                           + spacing::Medium; // the sort indicator reaches into the gutter
    // Texts are as wide as a fraction more than the metrics say.
    const int sampleWidth = width(font, sample) + 2;
    setColumnWidth(column, std::max(sampleWidth, titleWidth) + spacing::NumberGutter);
}

QList<int> DataTable::selectedRowNumbers() const
{
    // Whole rows are selected, so the ranges say it all; selectedRows() looks at every cell of
    // them.
    QList<int> rows;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows += row;
    }
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void DataTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fillWidth();
}

void DataTable::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && currentIndex().isValid()) {
        emit rowOpened(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

QModelIndex DataTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int rows = model() ? model()->rowCount() : 0;
    if (rows == 0 || (action != MoveHome && action != MoveEnd))
        return QTableView::moveCursor(action, modifiers);
    const int column =
        currentIndex().isValid() ? currentIndex().column() : horizontalHeader()->logicalIndex(0);
    return model()->index(action == MoveHome ? 0 : rows - 1, column);
}

void DataTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    // The frame of the current row lies around all of its cells; the view knows of one.
    updateRow(previous);
    updateRow(current);
}

void DataTable::updateRow(const QModelIndex &index)
{
    if (index.isValid())
        viewport()->update(0, rowViewportPosition(index.row()), viewport()->width(),
                           rowHeight(index.row()));
}

void DataTable::applyTheme()
{
    verticalHeader()->setDefaultSectionSize(m_theme.rowHeight());
    horizontalHeader()->setFont(m_theme.captionFont());
    const int height = QFontMetrics(m_theme.uiFont()).height();
    if (m_fontHeight > 0 && height != m_fontHeight) {
        for (int column = 0; column < horizontalHeader()->count(); ++column) {
            if (!isColumnHidden(column))
                setColumnWidth(column, columnWidth(column) * height / m_fontHeight);
        }
    }
    m_fontHeight = height;
}

void DataTable::fillWidth()
{
    if (m_filling || !model() || m_flexibleColumn < 0 || isColumnHidden(m_flexibleColumn))
        return;
    m_filling = true;
    const int others = horizontalHeader()->length() - columnWidth(m_flexibleColumn);
    setColumnWidth(m_flexibleColumn, std::max(m_flexibleMinimum, viewport()->width() - others));
    m_filling = false;
}

void DataTable::showColumnMenu(QPoint position)
{
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("columnMenu"));
    const QHeaderView *header = horizontalHeader();
    const int shown = header->count() - header->hiddenSectionCount();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        const bool visible = !isColumnHidden(column);
        QAction *action = menu.addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(visible);
        action->setEnabled(!visible || shown > 1);
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            setColumnHidden(column, !on);
            fillWidth();
            emit columnToggled(column, on);
        });
    }
    menu.addSeparator();
    menu.addActions(m_columnOptions);
    if (!m_firstColumns.isEmpty())
        connect(menu.addAction(tr("Reset columns")), &QAction::triggered, this,
                &DataTable::resetColumns);
    menu.exec(header->mapToGlobal(position));
}

void DataTable::addColumnOption(QAction *option)
{
    m_columnOptions += option;
}

void DataTable::setFirstColumns()
{
    m_firstColumns = horizontalHeader()->saveState();
}

void DataTable::resetColumns()
{
    horizontalHeader()->restoreState(m_firstColumns);
    applyTheme();
    fillWidth();
    emit columnsReset();
}

} // namespace signalbox
