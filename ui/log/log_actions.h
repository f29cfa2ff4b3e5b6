// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

#include <memory>

class QAction;
class QActionGroup;
class QMenu;

namespace signalbox {

class LogModel;
class LogView;

/// What the Log menu offers beside pause and follow: marks, times, what is kept.
class LogActions : public QObject
{
    Q_OBJECT

public:
    /// Model and view must outlive the actions; `page` is where their shortcuts work.
    LogActions(LogModel &model, LogView &view, QWidget &page);
    ~LogActions() override;

    /// In the order of the menu, separators included.
    [[nodiscard]] const QList<QAction *> &actions() const { return m_actions; }
    /// For the menu of a row.
    [[nodiscard]] QAction *markAction() const { return m_mark; }
    [[nodiscard]] QAction *referenceAction() const { return m_reference; }
    /// For the bar.
    [[nodiscard]] QAction *exportAction() const { return m_export; }
    /// Whether there is anything to export.
    void setRecorded(bool any);

    /// What is possible now, and why the rest is not: another row is current or selected.
    void update();

signals:
    /// A row that the operator wants to see.
    void rowWanted(int row);
    void captureRequested();
    void exportRequested();

private:
    QAction *add(const QString &text, const QString &name, const QKeySequence &keys);
    void listen(QAction *action, const QKeySequence &keys);
    void addTimes();
    void addSizes();
    void addSeparator();
    void toggleMarks();
    void goToMark(bool down);
    void takeReference();
    void setRecords(qsizetype records);
    void describeMemory();

    LogModel &m_model;
    LogView &m_view;
    QWidget &m_page;
    QList<QAction *> m_actions;
    std::unique_ptr<QMenu> m_times; ///< no child of the page, whose stylesheet and place it has not
    std::unique_ptr<QMenu> m_sizes;
    QActionGroup *m_timeModes;
    QAction *m_mark = nullptr;
    QAction *m_next = nullptr;
    QAction *m_previous = nullptr;
    QAction *m_reference = nullptr;
    QAction *m_export = nullptr;
    QAction *m_memory = nullptr; ///< a line that says what the log takes
};

} // namespace signalbox
