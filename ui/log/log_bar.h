// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter_completion.h"
#include "ui/log/log_filter.h"
#include "ui/log/log_scope.h"

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace signalbox {

class FilterBox;
struct LogCounts;
class Theme;
class WrapLayout;

/// The strip above the log: filter, counts, toggles of what is shown, pause and follow.
class LogBar : public QWidget
{
    Q_OBJECT

public:
    /// `theme` must outlive the bar.
    explicit LogBar(const Theme &theme, QWidget *parent = nullptr);

    /// While the text is no filter, the last one that was.
    [[nodiscard]] LogFilter filter() const;
    void setFilterText(const QString &text);
    /// Where the completion finds rooms, users and types.
    void setKnownValues(FilterValues values);
    [[nodiscard]] const LogScope &scope() const { return m_scope; }
    /// Shown as a chip, which takes it away when it is clicked.
    void setScope(const LogScope &scope);
    /// No terms, no scope, and every kind and direction that is shown at first.
    void resetFilter();

    /// For the menu bar; both checkable.
    [[nodiscard]] QAction *pauseAction() const { return m_pauseAction; }
    [[nodiscard]] QAction *followAction() const { return m_followAction; }

    /// Its button stands at the end of the second line.
    void addExport(QAction *action);

    void setCounts(const LogCounts &counts);
    void setFollowing(bool following);
    void setPaused(bool paused);
    /// Shown as a chip as long as it leaves anything out.
    void setCapture(const Filter &capture);

signals:
    /// Filter or scope.
    void filterChanged();
    void pauseToggled(bool paused);
    void followToggled(bool following);
    void clearRequested();
    void showHiddenRequested();
    void captureRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addActions();
    QPushButton *addToggle(const QString &text, const QString &toolTip, bool on);
    QPushButton *addButton(const QString &text, const QString &toolTip);
    void arrange();
    void applyTheme();
    void applyFilter();

    const Theme &m_theme;
    FilterBox *m_text;
    QAction *m_icon; ///< in front of the text
    LogScope m_scope;
    QPushButton *m_chip; ///< the scope, hidden without one
    QPushButton *m_capture; ///< the capture filter, hidden without one
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
    WrapLayout *m_toggles; ///< the second line
    QAction *m_pauseAction;
    QAction *m_followAction;
    QAction *m_exportAction = nullptr; ///< once there is one
};

} // namespace signalbox
