// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;

namespace signalbox {

class ConnectionModel;
class DataTable;
class Theme;

/// The columns of the Connections table: their widths, which are shown at first, and the path,
/// which hides while all are the same unless the operator chose otherwise.
class ConnectionColumns : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this; the table shows the model already.
    ConnectionColumns(DataTable &table, const ConnectionModel &model, const Theme &theme);

private:
    void setWidths(const Theme &theme);
    void showPath();

    DataTable &m_table;
    const ConnectionModel &m_model;
    QAction *m_pathHides; ///< named, so that the window remembers and resets it
};

} // namespace signalbox
