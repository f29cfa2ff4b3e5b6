// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/log_filter.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace signalbox {

struct LogCounts;
class Theme;

/// The strip above the log: filter, counts, toggles of what is shown, pause and follow.
class LogBar : public QWidget
{
    Q_OBJECT

public:
    /// `theme` must outlive the bar.
    explicit LogBar(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] LogFilter filter() const;
    void setFilterText(const QString &text);
    /// No terms, and every kind and direction that is shown at first.
    void resetFilter();

    void setCounts(const LogCounts &counts);
    void setFollowing(bool following);
    void setPaused(bool paused);

signals:
    void filterChanged();
    void pauseToggled(bool paused);
    void followToggled(bool following);
    void clearRequested();
    void showHiddenRequested();

private:
    QPushButton *addToggle(const QString &text, const QString &toolTip, bool on);
    QPushButton *addButton(const QString &text, const QString &toolTip);
    void arrange();
    void applyTheme();
    void applyFilter();

    const Theme &m_theme;
    QLineEdit *m_text;
    QTimer m_typing; ///< the filter is applied when typing pauses
    QLabel *m_counts;
    QPushButton *m_pause;
    QPushButton *m_follow;
    QPushButton *m_clear;
    QPushButton *m_showHidden;
    QPushButton *m_fromClients;
    QPushButton *m_fromServer;
    QPushButton *m_messages;
    QPushButton *m_controlFrames;
    QPushButton *m_events;
};

} // namespace signalbox
