// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/connection_row.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace signalbox {

class ConnectionActions;
class FactList;
class LastMessages;
class LevelBar;
class RoundTripGraph;
class Theme;

/// The panel beside the table: everything about the one selected connection.
class ConnectionDetails : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive the panel; the actions are those of the rows it shows.
    ConnectionDetails(const ConnectionActions &actions, const LastMessages &lastMessages,
                      const Theme &theme, QWidget *parent = nullptr);

    void show(const ConnectionRow &row, qint64 bufferLimit);
    /// Nothing, or more than one, is selected.
    void showCount(qsizetype selected);

    /// Scrolls to the fields of the request, if there are any.
    void showHandshake();

    /// Wide enough for its buttons, however large they are.
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    void buildLayout();
    void refresh();
    void hideParts();
    void applyTheme();
    void showBuffer(const ConnectionRow &row);
    void showRoundTrips(const ConnectionRow &row);

    const LastMessages &m_messages;
    const Theme &m_theme;
    std::optional<ConnectionRow> m_row;
    qint64 m_bufferLimit = 0;
    bool m_reveal = false;
    QLabel *m_title;
    QLabel *m_state;
    QLabel *m_buffered;
    LevelBar *m_level;
    QLabel *m_roundTrip;
    RoundTripGraph *m_graph;
    FactList *m_facts;
    QPushButton *m_revealButton;
    QPushButton *m_logButton;
    QPushButton *m_messagesButton;
    QPushButton *m_allowButton;
    QPushButton *m_banButton;
};

} // namespace signalbox
