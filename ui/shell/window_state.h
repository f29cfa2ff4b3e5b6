// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QSize>
#include <QString>

class QMainWindow;
class QWidget;

namespace signalbox {

/// Keeps what the operator arranged: the window's place, the page, splitters, columns and their
/// order, and switches. Counts for every QSplitter, DataTable and checkable QAction in the window
/// that has an object name, and for buttons of rememberSwitch().
class WindowState
{
public:
    /// Takes the window's present arrangement as the one that reset() goes back to.
    explicit WindowState(QMainWindow &window);

    void save() const;
    void restore();
    void reset();

private:
    using States = QHash<QString, QByteArray>;
    [[nodiscard]] States states() const;
    [[nodiscard]] bool isKept(const QWidget &widget) const;
    void apply(const States &states);

    QMainWindow &m_window;
    QSize m_firstSize;
    States m_first;
};

} // namespace signalbox
