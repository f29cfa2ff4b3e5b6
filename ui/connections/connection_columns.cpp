// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connection_columns.h"

#include "ui/connections/connection_model.h"
#include "ui/connections/round_trip_delegate.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"

#include <QAction>
#include <QHeaderView>

namespace signalbox {

namespace {
constexpr int LeastRooms = 52; // one short name; what the others leave comes to it
}

ConnectionColumns::ConnectionColumns(DataTable &table, const ConnectionModel &model,
                                     const Theme &theme)
    : QObject(&table)
    , m_table(table)
    , m_model(model)
    , m_pathHides(new QAction(tr("Hide Path while all are the same"), this))
{
    using Column = ConnectionModel::Column;
    setWidths(theme);
    m_table.setElideMiddle(Column::Peer);
    m_table.setElideMiddle(Column::Path);
    m_table.setItemDelegateForColumn(Column::RoundTrip, new RoundTripDelegate(theme, &m_table));
    for (const int column :
         {Column::Path, Column::Messages, Column::Bytes, Column::Since, Column::Idle})
        m_table.setColumnHidden(column, true);
    m_table.setFlexibleColumn(Column::Rooms, LeastRooms);
    m_table.horizontalHeader()->setSortIndicator(Column::Id, Qt::AscendingOrder);
    m_table.setSortingEnabled(true);

    m_pathHides->setObjectName(QStringLiteral("pathHides"));
    m_pathHides->setCheckable(true);
    m_pathHides->setChecked(true);
    m_table.addColumnOption(m_pathHides);
    m_table.setFirstColumns();
    connect(m_pathHides, &QAction::toggled, this, &ConnectionColumns::showPath);
    connect(&m_model, &ConnectionModel::countsChanged, this, &ConnectionColumns::showPath);
    connect(&m_table, &DataTable::columnToggled, this, [this](int column) {
        if (column == Column::Path)
            m_pathHides->setChecked(false);
    });
    connect(&m_table, &DataTable::columnsReset, this, [this] {
        m_pathHides->setChecked(true);
        showPath();
    });
    showPath();
}

void ConnectionColumns::setWidths(const Theme &theme)
{
    using Column = ConnectionModel::Column;
    m_table.fitColumn(Column::Id, QStringLiteral("0000"));
    m_table.fitTextColumn(Column::User, QStringLiteral("demo-carla"));
    m_table.fitColumn(Column::Peer, QStringLiteral("127.0.0.1:00000"));
    // Long ones lose their middle: all columns have to fit beside it into a window of 1280 pixels.
    m_table.fitColumn(Column::Path, QStringLiteral("/echo"));
    m_table.fitTextColumn(Column::Rooms, QStringLiteral("lobby, ops"));
    m_table.fitTextColumn(Column::State, QStringLiteral("slow consumer"));
    m_table.fitColumn(Column::RoundTrip, roundTripText(888'000));
    m_table.setColumnWidth(Column::RoundTrip, m_table.columnWidth(Column::RoundTrip)
                                                  + theme.zoomed(RoundTripDelegate::LineWidth));
    m_table.fitColumn(Column::Buffered, QStringLiteral("000 KiB"));
    m_table.fitColumn(Column::FromClient, QStringLiteral("0,000/s"));
    m_table.fitColumn(Column::ToClient, QStringLiteral("0,000/s"));
    m_table.fitColumn(Column::Messages, QStringLiteral("000,000"));
    m_table.fitColumn(Column::Bytes, QStringLiteral("000 kB"));
    m_table.fitColumn(Column::Since, QStringLiteral("00:00:00"));
    m_table.fitColumn(Column::Idle, QStringLiteral("00 min"));
}

void ConnectionColumns::showPath()
{
    if (m_pathHides->isChecked())
        m_table.setColumnHidden(ConnectionModel::Path, !m_model.pathsDiffer());
}

} // namespace signalbox
