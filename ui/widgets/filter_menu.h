// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/filter_history.h"

#include <QMenu>

namespace signalbox {

/// The menu of a filter: recent ones, saved ones, and the syntax help. It fills itself each time
/// that it opens.
class FilterMenu : public QMenu
{
    Q_OBJECT

public:
    FilterMenu(FilterHistory history, QWidget *parent);

    /// What can be saved; empty: nothing.
    void setCurrentFilter(const QString &text) { m_current = text; }

signals:
    void filterChosen(const QString &text);
    void helpRequested();

private:
    void fill();
    void addFilter(QMenu *menu, const QString &title, const QString &text);
    void askForName();

    FilterHistory m_history;
    QString m_current;
};

} // namespace signalbox
