// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;
class QSplitter;
class QStackedWidget;

namespace signalbox {

class EmptyState;
struct LogCounts;
class LogBar;
class LogModel;
class LogProxy;
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
    /// Hides every row that is there now; nothing is destroyed.
    void clear();

private:
    void arrange();
    void setColumns();
    void connectParts();
    void applyFilter();
    void updateCounts();
    void updateDetails();
    void takeEmptyAction();
    void showMenu(QPoint position);
    void copySelected() const;
    [[nodiscard]] LogCounts counts() const;

    ServerMirror &m_mirror;
    Theme &m_theme;
    LogModel *m_model;
    LogProxy *m_proxy;
    LogBar *m_bar;
    LogView *m_view;
    PayloadView *m_details;
    QSplitter *m_splitter;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QPushButton *m_emptyButton;
};

} // namespace signalbox
