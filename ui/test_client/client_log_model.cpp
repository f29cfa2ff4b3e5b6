// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/test_client/client_log_model.h"

#include "core/close_reason.h"
#include "core/escaped_text.h"
#include "ui/payload/payload_text.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"
#include "ui/theme/tool_tip_text.h"

#include <algorithm>
#include <utility>

namespace signalbox {

namespace {

using Column = ClientLogModel::Column;

bool isNumber(Column column)
{
    return column == Column::Number || column == Column::Length || column == Column::Latency;
}

bool isFixed(Column column)
{
    return isNumber(column) || column == Column::Time;
}

QString messageWord(const ClientLogRow &row)
{
    switch (row.opcode) {
    case Opcode::Binary:
        return ClientLogModel::tr("binary");
    case Opcode::Ping:
        return ClientLogModel::tr("ping");
    case Opcode::Pong:
        return ClientLogModel::tr("pong");
    case Opcode::Close:
        return ClientLogModel::tr("close");
    default:
        break;
    }
    const QString type = topLevelMember(row.payload, QLatin1StringView("type"));
    return type.isEmpty() ? ClientLogModel::tr("text") : escapedText(type);
}

} // namespace

ClientLogModel::ClientLogModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
    , m_fixedFont(theme.fixedFont())
{
    connect(&theme, &Theme::changed, this, [this] { m_fixedFont = m_theme.fixedFont(); });
}

int ClientLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ClientLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ClientLogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ClientLogRow &row = m_rows[size_t(index.row())];
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole: // of a direction the arrow: its words are in the tool tip
        return column == Way && row.event.isEmpty() ? text(row, column).left(1) : text(row, column);
    case Qt::AccessibleTextRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return toolTipText(text(row, column));
    case Qt::ForegroundRole:
        return color(row, column);
    case Qt::FontRole:
        return isFixed(column) ? QVariant(m_fixedFont) : QVariant();
    case Qt::TextAlignmentRole:
        return int((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant ClientLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const auto column = Column(section);
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && column == Way)
        return tr("↑ client → server, ↓ server → client, or what happened");
    if (role == Qt::ToolTipRole && column == Latency)
        return tr("From a message to its reply, matched by `id`; of a pong, the round trip");
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Number:
        return tr("#");
    case Time:
        return tr("Time");
    case Way:
        return tr("↑↓");
    case Message:
        return tr("Message");
    case Length:
        return tr("Length");
    case Latency:
        return tr("Latency");
    case Preview:
        return tr("Preview");
    case ColumnCount:
        break;
    }
    return {};
}

QString ClientLogModel::text(const ClientLogRow &row, Column column)
{
    const bool event = !row.event.isEmpty();
    switch (column) {
    case Number:
        return QString::number(row.number);
    case Time:
        return momentText(row.timestamp);
    case Way:
        return event ? row.event : directionText(row.direction);
    case Message:
        return event ? QString() : messageWord(row);
    case Length:
        return event ? QString() : bytesText(quint64(row.length));
    case Latency:
        return roundTripText(row.latency);
    case Preview:
        return event ? row.sentence : payloadPreview(row.opcode, row.payload);
    case ColumnCount:
        break;
    }
    return {};
}

QColor ClientLogModel::color(const ClientLogRow &row, Column column) const
{
    if (row.isTrouble && (column == Way || column == Preview))
        return m_theme.color(ColorRole::Warning);
    if (column != Way)
        return m_theme.color(ColorRole::Text);
    switch (row.direction) {
    case Direction::ClientToServer:
        return m_theme.color(ColorRole::ClientToServer);
    case Direction::ServerToClient:
        return m_theme.color(ColorRole::ServerToClient);
    case Direction::None:
        break;
    }
    return m_theme.color(ColorRole::Muted);
}

void ClientLogModel::append(QList<ClientLogRow> rows)
{
    if (rows.size() > MaxRows)
        rows = rows.last(MaxRows);
    if (rows.isEmpty())
        return;
    qint64 bytes = m_payloadBytes;
    for (const ClientLogRow &row : std::as_const(rows))
        bytes += row.payload.size();
    qsizetype over = 0; // the number of old rows that must go
    while (over < qsizetype(m_rows.size())
           && (qsizetype(m_rows.size()) - over + rows.size() > MaxRows || bytes > MaxPayloadBytes))
        bytes -= m_rows[size_t(over++)].payload.size();
    if (over > 0) {
        beginRemoveRows({}, 0, int(over) - 1);
        m_rows.erase(m_rows.begin(), m_rows.begin() + over);
        endRemoveRows();
    }
    m_payloadBytes = bytes;
    beginInsertRows({}, rowCount(), rowCount() + int(rows.size()) - 1);
    for (ClientLogRow &row : rows) {
        row.number = ++m_lastNumber;
        m_rows.push_back(std::move(row));
    }
    endInsertRows();
}

void ClientLogModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_payloadBytes = 0;
    endResetModel();
}

ShownPayload ClientLogModel::details(int row) const
{
    const ClientLogRow &shown = m_rows[size_t(row)];
    const bool event = !shown.event.isEmpty();
    ShownPayload details;
    details.title = QStringLiteral("#%1  %2").arg(shown.number).arg(text(shown, Way));
    QStringList facts{momentText(shown.timestamp), text(shown, Message), text(shown, Length)};
    if (shown.latency >= 0)
        facts += tr("%1 after its request").arg(roundTripText(shown.latency));
    facts.removeAll(QString());
    details.facts = facts.join(QStringLiteral(" · "));
    details.opcode = shown.opcode;
    details.isMessage = !event;
    details.payload = event ? shown.sentence.toUtf8() : shown.payload;
    if (shown.payload.size() < shown.length) {
        details.notice =
            tr("Only the first %1 of %2 were kept.")
                .arg(bytesText(quint64(shown.payload.size())), bytesText(quint64(shown.length)));
    }
    return details;
}

QString ClientLogModel::line(int row) const
{
    const ClientLogRow &shown = m_rows[size_t(row)];
    QStringList cells;
    for (int column = 0; column < Preview; ++column)
        cells += text(shown, Column(column));
    if (!shown.event.isEmpty())
        cells += shown.sentence;
    else if (shown.opcode == Opcode::Binary)
        cells += QString::fromLatin1(shown.payload.toHex(' '));
    else
        cells += escapedUtf8(shown.payload);
    return cells.join(u'\t');
}

} // namespace signalbox
