// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter.h"
#include "core/room_name.h"
#include "ui/connections/connection_model.h"
#include "ui/widgets/settled_proxy.h"

namespace signalbox {

/// Chooses and sorts connections; the living always stand above the ended and the refused.
class ConnectionFilter : public SettledProxy
{
    Q_OBJECT

public:
    explicit ConnectionFilter(ConnectionModel &model, QObject *parent = nullptr);

    /// Only rows that it matches.
    void setFilter(const Filter &filter);
    /// Whether ended and refused connections are among the rows.
    void setEndedShown(bool shown);
    /// Only the open members of a room; their user is the id with which they joined it.
    void setRoom(const RoomName &room);

    /// The connection in a row of this model.
    [[nodiscard]] const ConnectionRow &at(int row) const;
    /// How many rows there would be without the filter.
    [[nodiscard]] qsizetype countWithoutText() const;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool isLiveColumn(int column) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    [[nodiscard]] bool isInScope(const ConnectionRow &row) const;

    const ConnectionModel &m_model;
    Filter m_filter;
    RoomName m_room;
    bool m_endedShown = true;
};

} // namespace signalbox
