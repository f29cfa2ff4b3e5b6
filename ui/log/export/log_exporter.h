// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/export/export_request.h"
#include "ui/log/log_rows.h"

#include <QObject>
#include <QPointer>

namespace signalbox {

class ConnectionModel;
class ExportDialog;
class LogModel;
class ServerMirror;
class Theme;

/// Opens the dialog that exports the log, or comes back to the export that is running.
class LogExporter : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this; the dialog belongs to `window`.
    LogExporter(const LogModel &model, const ServerMirror &mirror, const Theme &theme,
                QWidget *window);

    /// Where the handshakes are found; it must outlive this.
    void setConnections(const ConnectionModel &connections) { m_connections = &connections; }
    /// `ofSelection`: the selected records are proposed.
    void open(const LogSelection &selected, bool ofSelection);

private:
    const LogModel &m_model;
    const ServerMirror &m_mirror;
    const Theme &m_theme;
    QWidget *m_window;
    const ConnectionModel *m_connections = nullptr;
    QPointer<ExportDialog> m_dialog;
};

} // namespace signalbox
