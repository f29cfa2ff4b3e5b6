// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/data_table.h"

#include "ui/theme/theme.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/column_commands.h"
#include "ui/widgets/possible_action.h"

#include <QAction>
#include <QDataStream>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <cmath>

namespace signalbox {

namespace {
/// Tenths of a point; another one is no state of a table.
constexpr int SmallestFontSize = 30;
constexpr int LargestFontSize = 10'000;
} // namespace

DataTable::DataTable(const Theme &theme, QWidget *parent)
    : UniformTable(parent)
    , m_theme(theme)
    , m_columns(new QAction(tr("Columns…"), this))
    , m_commands(new ColumnCommands(this))
{
    m_columns->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_O);
    m_columns->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_columns->setToolTip(tr("Choose which columns are shown"));
    addAction(m_columns);
    connect(m_columns, &QAction::triggered, this,
            [this] { openColumnMenu(horizontalHeader()->rect().bottomLeft(), -1); });
    setItemDelegate(new CellDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setAlternatingRowColors(true);
    setSelectionMode(ExtendedSelection);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);

    QHeaderView *header = horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter); // as cells are
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(2 * spacing::Page);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, [this](QPoint position) {
        openColumnMenu(position, horizontalHeader()->logicalIndexAt(position));
    });
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
    UniformTable::setModel(model);
    fillWidth();
}

void DataTable::setFlexibleColumn(int column, int minimumWidth)
{
    m_flexibleColumn = column;
    m_flexibleMinimum = minimumWidth;
    m_commands->setFlexibleColumn(column);
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
    UniformTable::resizeEvent(event);
    fillWidth();
}

void DataTable::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && currentIndex().isValid()) {
        emit rowOpened(currentIndex());
        return;
    }
    const bool isStep = event->key() == Qt::Key_Down || event->key() == Qt::Key_Up;
    if (isStep && event->modifiers() == Qt::NoModifier && rowCount() > 0
        && !selectionModel()->hasSelection()) {
        const int row = rowToStepOnto();
        selectRow(row);
        scrollTo(currentIndex());
        return;
    }
    UniformTable::keyPressEvent(event);
}

/// The one with the frame: the step is onto it, not over it. If that is out of sight, one that is
/// not: the newest where the end is in sight, and else the first.
int DataTable::rowToStepOnto() const
{
    const int last = rowAt(viewport()->height() - 1);
    const int top = rowAt(0);
    const int bottom = last < 0 ? rowCount() - 1 : last;
    const int framed = currentIndex().row();
    if (framed >= top && framed <= bottom && framed >= 0)
        return framed;
    return bottom == rowCount() - 1 ? bottom : std::max(top, 0);
}

void DataTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    UniformTable::currentChanged(current, previous);
    // The frame of the current row lies around all of its cells; the view knows of one.
    updateRow(previous);
    updateRow(current);
}

void DataTable::updateRow(const QModelIndex &index)
{
    if (index.isValid())
        viewport()->update(rowsRect(index.row(), index.row()));
}

void DataTable::applyTheme()
{
    setRowHeight(m_theme.rowHeight());
    horizontalHeader()->setFont(m_theme.captionFont());
    // Not its height, which depends on the scripts that a language needs.
    const int size = qRound(m_theme.uiFont().pointSizeF() * 10);
    if (m_fontSize > 0 && size != m_fontSize)
        scaleColumns(size);
    m_fontSize = size;
}

/// Hidden ones too: they fit when they are shown again.
void DataTable::scaleColumns(int fontSize)
{
    m_filling = true; // once, when all are done
    for (int column = 0; column < horizontalHeader()->count(); ++column) {
        const bool hidden = isColumnHidden(column);
        if (hidden)
            setColumnHidden(column, false); // the width of a hidden one cannot be asked for
        setColumnWidth(column, (columnWidth(column) * fontSize + m_fontSize / 2) / m_fontSize);
        if (hidden)
            setColumnHidden(column, true);
    }
    m_filling = false;
    fillWidth();
}

void DataTable::fillWidth()
{
    if (m_filling || !model() || m_flexibleColumn < 0 || isColumnHidden(m_flexibleColumn))
        return;
    m_filling = true;
    const int others = horizontalHeader()->length() - columnWidth(m_flexibleColumn);
    const int least = m_flexibleMinimum * m_theme.zoom() / Theme::NormalZoom;
    setColumnWidth(m_flexibleColumn, std::max(least, viewport()->width() - others));
    m_filling = false;
}

void DataTable::openColumnMenu(QPoint position, int column)
{
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("columnMenu"));
    menu.setToolTipsVisible(true); // they say why an action cannot be
    addColumnSwitches(menu);
    menu.addSeparator();
    m_commands->addTo(menu, column >= 0 ? column : m_commands->currentColumn());
    menu.addSeparator();
    menu.addActions(m_columnOptions);
    if (!m_firstColumns.isEmpty())
        connect(menu.addAction(tr("Reset columns")), &QAction::triggered, this,
                &DataTable::resetColumns);
    menu.exec(horizontalHeader()->mapToGlobal(position));
}

void DataTable::addColumnSwitches(QMenu &menu)
{
    const QHeaderView *header = horizontalHeader();
    const int shown = header->count() - header->hiddenSectionCount();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        const bool visible = !isColumnHidden(column);
        QAction *action = menu.addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(visible);
        setPossible(action,
                    visible && shown == 1 ? tr("It is the only column that is shown") : QString(),
                    visible ? tr("Hide this column") : tr("Show this column"));
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            setColumnHidden(column, !on);
            fillWidth();
            emit columnToggled(column, on);
        });
    }
}

void DataTable::addColumnOption(QAction *option)
{
    m_columnOptions += option;
}

void DataTable::setFirstColumns()
{
    m_firstColumns = saveColumns();
}

QByteArray DataTable::saveColumns() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << qint32(m_fontSize) << horizontalHeader()->saveState();
    return state;
}

bool DataTable::restoreColumns(const QByteArray &state)
{
    QDataStream stream(state);
    qint32 fontSize = 0;
    QByteArray columns;
    stream >> fontSize >> columns;
    if (stream.status() != QDataStream::Ok || fontSize < SmallestFontSize
        || fontSize > LargestFontSize || !horizontalHeader()->restoreState(columns))
        return false;
    m_fontSize = fontSize;
    applyTheme();
    fillWidth();
    return true;
}

void DataTable::resetColumns()
{
    restoreColumns(m_firstColumns);
    emit columnsReset();
}

} // namespace signalbox
