// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/rooms/room_model.h"
#include "ui/widgets/settled_proxy.h"

namespace signalbox {

/// Chooses rooms by a part of their name and sorts them.
class RoomFilter : public SettledProxy
{
    Q_OBJECT

public:
    explicit RoomFilter(RoomModel &model, QObject *parent = nullptr);

    void setText(const QString &text);

    /// The room in a row of this model.
    [[nodiscard]] const RoomStatus &at(int row) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    [[nodiscard]] bool isLiveColumn(int column) const override;

private:
    const RoomModel &m_model;
    QStringList m_terms;
};

} // namespace signalbox
