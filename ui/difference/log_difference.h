// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <optional>

class QAction;

namespace signalbox {

class DifferenceView;
class LogModel;
class PayloadView;
class Theme;

/// The difference as a view of the log's details: knows the log's rows and marks.
class LogDifference : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this; `page` is where the shortcut works.
    LogDifference(LogModel &model, PayloadView &details, const Theme &theme, QWidget &page);

    /// Switches to the difference.
    [[nodiscard]] QAction *action() const { return m_action; }
    /// The message that the details show.
    void choose(quint64 position);
    void clear();

signals:
    /// A row that the operator wants to see.
    void rowWanted(int row);

private:
    void update();
    void updateJump();
    [[nodiscard]] std::optional<quint64> markedBeside(quint64 position) const;

    LogModel &m_model;
    DifferenceView *m_view;
    QAction *m_action;
    std::optional<quint64> m_chosen;
};

} // namespace signalbox
