// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity_record.h"
#include "ui/payload/payload_view.h"

#include <QAbstractTableModel>
#include <QFont>

#include <deque>

namespace signalbox {

class Theme;

/// One row of the test client's log: a frame, or what happened to the connection.
struct ClientLogRow
{
    quint64 number = 0; ///< set by the log
    qint64 timestamp = 0; ///< microseconds since the epoch
    Direction direction = Direction::None;
    Opcode opcode = Opcode::Text;
    QByteArray payload;
    qint64 length = 0;
    qint64 latency = -1; ///< microseconds since the message it answers, -1: none
    QString event; ///< `connected`, `closed`, `failed`; empty for a frame
    QString sentence; ///< of the event, escaped
    bool isTrouble = false;
};

/// What the test client sent, received and went through, oldest first and bounded; it survives a
/// reconnect.
class ClientLogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column : quint8 { Number, Time, Way, Message, Length, Latency, Preview, ColumnCount };

    static constexpr qsizetype MaxRows = 10'000;
    static constexpr qint64 MaxPayloadBytes = qint64(64) << 20;

    /// `theme` must outlive the model.
    explicit ClientLogModel(const Theme &theme, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    /// Rows beyond the bounds go, the oldest first.
    void append(QList<ClientLogRow> rows);
    void clear();

    /// 0 <= row < rowCount()
    [[nodiscard]] ShownPayload details(int row) const;
    /// One line with the whole payload, cells separated by tabs.
    [[nodiscard]] QString line(int row) const;

private:
    [[nodiscard]] static QString text(const ClientLogRow &row, Column column);
    [[nodiscard]] QColor color(const ClientLogRow &row, Column column) const;

    const Theme &m_theme;
    QFont m_fixedFont;
    std::deque<ClientLogRow> m_rows;
    qint64 m_payloadBytes = 0;
    quint64 m_lastNumber = 0;
};

} // namespace signalbox
