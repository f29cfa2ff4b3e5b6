// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QDialog;
class QSplitter;

namespace signalbox {

class DataTable;

/// Remembers a dialog's size, its table's columns and where its splitter stands, from one time it
/// is open to the next. `Reset layout` forgets them.
class DialogState : public QObject
{
    Q_OBJECT

public:
    /// A child of the dialog, which has its first size already. `name` is that of its kind.
    DialogState(QDialog *dialog, DataTable *table, QString name, QSplitter *splitter = nullptr);

private:
    void restore();
    void save() const;
    [[nodiscard]] QString key(QStringView part) const;

    QDialog *m_dialog;
    DataTable *m_table;
    QString m_name;
    QSplitter *m_splitter;
};

} // namespace signalbox
