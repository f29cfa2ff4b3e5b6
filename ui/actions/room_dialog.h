// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/act_dialog.h"
#include "ui/actions/recipients.h"

class QComboBox;

namespace signalbox {

class Server;
class Theme;

/// Puts connections into a room or takes them out of one, as if each had asked for it; they were
/// taken when it opened.
class RoomDialog : public ActDialog
{
    Q_OBJECT

public:
    enum class Way : quint8 { Join, Leave };

    /// `rooms` are offered; `server` and `theme` must outlive the dialog.
    RoomDialog(Way way, Server &server, const Theme &theme, Recipients recipients,
               const QList<RoomName> &rooms, QWidget *parent = nullptr);

protected:
    void act() override;

private:
    void build(const Theme &theme, const QList<RoomName> &rooms);
    /// The one that was chosen, else what was typed. Errors as RoomName::parse().
    [[nodiscard]] Result<RoomName> room() const;
    void check();

    Way m_way;
    Server &m_server;
    Recipients m_recipients;
    QComboBox *m_room;
    bool m_waiting = false;
};

/// The rooms that at least one of them is in, in the order of their names.
QList<RoomName> roomsOf(const QList<ConnectionRow> &connections);

} // namespace signalbox
