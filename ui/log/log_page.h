// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

class QAction;
class QStackedWidget;

namespace signalbox {

class ConnectionModel;
struct ConnectionRow;
class LogActions;
class LogBar;
class LogColours;
class LogCopy;
struct LogCounts;
class LogDelivery;
class LogDifference;
class LogExporter;
class LogJumps;
class LogModel;
class LogPlaceholder;
class LogSplitter;
struct LogScope;
struct LogSelection;
class LogView;
class PayloadView;
class ServerMirror;
class Theme;

/// The Log page: what went over the server's connections, newest below, with filter and details.
class LogPage : public QWidget
{
    Q_OBJECT

public:
    /// `mirror` and `theme` must outlive the page.
    LogPage(ServerMirror &mirror, Theme &theme, QWidget *parent = nullptr);

    /// Puts a text into the filter box, as if the operator had typed it.
    void showFilter(const QString &text);
    /// Shows only that connection or room, as `Show in log` asks.
    void showScope(const LogScope &scope);
    /// Pause and Follow, marks, times and what is kept: for the menu bar.
    [[nodiscard]] QList<QAction *> menuActions() const;
    /// Where an export finds the handshakes; it must outlive the page.
    void setConnections(const ConnectionModel &connections);
    /// The ways from a row to what it is about.
    [[nodiscard]] LogJumps &jumps() const { return *m_jumps; }
    /// Shows the record of a handshake that was refused. False: it is not kept (any more).
    bool showRefusal(const ConnectionRow &refused);
    /// Buttons of an empty log: while the server is stopped, and while it serves.
    void offer(QAction *start, const QList<QAction *> &whenServing);
    /// Puts the details where they stood at first.
    void resetDetails();
    /// Opens the dialog that says what is recorded at all.
    void chooseCapture();
    /// Hides every row that is there now; nothing is destroyed.
    void clear();

signals:
    /// The details stand below the rows now, or at their right.
    void detailsMoved();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void setColumns();
    void connectParts();
    void applyFilter();
    void updateCounts();
    void updateDetails();
    void showChosenAgain();
    void choose(int row);
    [[nodiscard]] quint64 focus() const;
    void showMenu(QPoint position);
    [[nodiscard]] LogSelection selected() const;
    void copySelected();
    [[nodiscard]] LogCounts counts() const;

    ServerMirror &m_mirror;
    Theme &m_theme;
    LogModel *m_model;
    LogBar *m_bar;
    LogView *m_view;
    PayloadView *m_details;
    QStackedWidget *m_stack;
    LogSplitter *m_splitter;
    LogPlaceholder *m_empty;
    LogActions *m_actions;
    LogDifference *m_difference;
    LogDelivery *m_delivery;
    LogColours *m_colours;
    LogCopy *m_copy;
    LogExporter *m_exporter;
    LogJumps *m_jumps;
    /// Position of the row in the details, also while a filter hides it.
    std::optional<quint64> m_chosen;
    quint64 m_chosenNumber = 0;
    bool m_filtering = false;
};

} // namespace signalbox
