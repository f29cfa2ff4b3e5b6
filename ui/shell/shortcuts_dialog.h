// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QTreeWidget;

namespace signalbox {

/// Lists the shortcuts of all actions of a window, read from the actions themselves, by the place
/// where they work; a search leaves those that are looked for.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(QWidget *window);

private:
    void fill(const QWidget &window);
    void filter();

    QLineEdit *m_search;
    QLabel *m_count;
    QTreeWidget *m_list;
};

} // namespace signalbox
