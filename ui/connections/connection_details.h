// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/connection_row.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace signalbox {

class FactList;
class LevelBar;
struct LogScope;
class Theme;

/// The panel beside the table: everything about the one selected connection.
class ConnectionDetails : public QWidget
{
    Q_OBJECT

public:
    /// `theme` must outlive the panel.
    explicit ConnectionDetails(const Theme &theme, QWidget *parent = nullptr);

    void show(const ConnectionRow &row, qint64 bufferLimit);
    /// Nothing, or more than one, is selected.
    void showCount(qsizetype selected);

signals:
    /// `Show in log` for the connection that is shown.
    void logRequested(const signalbox::LogScope &scope);

private:
    void refresh();
    void applyTheme();
    void showBuffer(const ConnectionRow &row);

    const Theme &m_theme;
    std::optional<ConnectionRow> m_row;
    qint64 m_bufferLimit = 0;
    bool m_reveal = false;
    QLabel *m_title;
    QLabel *m_state;
    QLabel *m_buffered;
    LevelBar *m_level;
    FactList *m_facts;
    QPushButton *m_revealButton;
    QPushButton *m_logButton;
};

} // namespace signalbox
