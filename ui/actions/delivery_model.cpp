// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/delivery_model.h"

#include "core/escaped_text.h"
#include "ui/connections/connection_text.h"
#include "ui/theme/theme.h"
#include "ui/theme/tool_tip_text.h"

namespace signalbox {

DeliveryModel::DeliveryModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{ }

void DeliveryModel::setDelivery(const QList<ConnectionDelivery> &delivery,
                                const QList<ConnectionRow> &connections, Deed deed)
{
    beginResetModel();
    m_deed = deed;
    m_delivery = delivery;
    m_rows.clear();
    for (const ConnectionRow &row : connections)
        m_rows.insert(row.status.id, row);
    endResetModel();
}

int DeliveryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_delivery.size());
}

int DeliveryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant DeliveryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ConnectionDelivery &one = m_delivery.at(index.row());
    const bool unreached =
        one.outcome == DeliveryOutcome::Dropped || one.outcome == DeliveryOutcome::Gone;
    if (role == Qt::ForegroundRole && index.column() == Outcome && unreached)
        return m_theme.color(ColorRole::Warning);
    if (role == Qt::ToolTipRole)
        return toolTipText(data(index, Qt::DisplayRole).toString());
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Connection: {
        const auto row = m_rows.constFind(one.connection);
        return row == m_rows.constEnd() ? u'#' + QString::number(one.connection.value)
                                        : connectionName(*row);
    }
    case Outcome:
        return outcomeText(one.outcome);
    case Why:
        return escapedText(one.why);
    default:
        return {};
    }
}

QString DeliveryModel::outcomeText(DeliveryOutcome outcome) const
{
    const bool moves = m_deed == Deed::Move;
    const bool closes = m_deed == Deed::Kick || m_deed == Deed::Ban;
    switch (outcome) {
    case DeliveryOutcome::Sent:
        return moves ? tr("moved") : closes ? tr("closed") : tr("sent");
    case DeliveryOutcome::Buffered:
        return moves ? tr("moved, reads slowly") : closes ? tr("still to be told") : tr("buffered");
    case DeliveryOutcome::Dropped:
        return moves ? tr("not moved") : closes ? tr("had ended") : tr("dropped");
    case DeliveryOutcome::Gone:
        return moves || closes ? tr("had ended") : tr("gone");
    }
    return {};
}

QString DeliveryModel::outcomeToolTip() const
{
    switch (m_deed) {
    case Deed::Send:
        break;
    case Deed::Move:
        return tr("moved: the server has done it; moved, reads slowly: it was done, but the client "
                  "is not told yet; not moved: nothing changed, Why tells the cause; had ended: it "
                  "was over already.");
    case Deed::Kick:
    case Deed::Ban:
        return tr("closed: the close frame was given to the network; still to be told: it waits "
                  "because the client reads slowly; had ended: it was over already.");
    }
    return tr("sent: given to the network; buffered: waits because the client reads slowly; "
              "dropped: its buffer was full; gone: it had ended. Nobody confirms receipt.");
}

QVariant DeliveryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole && section == Outcome)
        return toolTipText(outcomeToolTip());
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Connection:
        return tr("Connection");
    case Outcome:
        return m_deed == Deed::Send ? tr("Delivery") : tr("Outcome");
    case Why:
        return tr("Why");
    default:
        return {};
    }
}

} // namespace signalbox
