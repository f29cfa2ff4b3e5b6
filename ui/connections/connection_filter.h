// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/room_name.h"
#include "ui/connections/connection_model.h"
#include "ui/widgets/settled_proxy.h"

#include <QStringList>

namespace signalbox {

/// Chooses and sorts connections; the living always stand above the ended and the refused.
class ConnectionFilter : public SettledProxy
{
    Q_OBJECT

public:
    explicit ConnectionFilter(ConnectionModel &model, QObject *parent = nullptr);

    /// Rows that hold every term, in any column and any case; `user:`, `room:`, `path:`, `state:`,
    /// `id:` and `address:` look in that column only.
    void setText(const QString &text);
    /// Whether ended and refused connections are among the rows.
    void setEndedShown(bool shown);
    /// Only the open members of a room; their user is the id with which they joined it.
    void setRoom(const RoomName &room);

    /// The connection in a row of this model.
    [[nodiscard]] const ConnectionRow &at(int row) const;
    /// How many rows there would be without the text.
    [[nodiscard]] qsizetype countWithoutText() const;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool isLiveColumn(int column) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    struct Term
    {
        int column; ///< -1: any
        QString text;
    };
    [[nodiscard]] bool isInScope(const ConnectionRow &row) const;
    [[nodiscard]] bool matches(int row, const Term &term) const;

    const ConnectionModel &m_model;
    QList<Term> m_terms;
    RoomName m_room;
    bool m_endedShown = true;
};

} // namespace signalbox
