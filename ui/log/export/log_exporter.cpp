// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/export/log_exporter.h"

#include "ui/log/export/export_dialog.h"
#include "ui/log/export/known_connections.h"
#include "ui/log/log_model.h"
#include "ui/shell/server_mirror.h"

#include <utility>

namespace signalbox {

LogExporter::LogExporter(const LogModel &model, const ServerMirror &mirror, const Theme &theme,
                         QWidget *window)
    : QObject(window)
    , m_model(model)
    , m_mirror(mirror)
    , m_theme(theme)
    , m_window(window)
{ }

void LogExporter::open(const LogSelection &selected, bool ofSelection)
{
    if (m_dialog && !m_dialog->isRunning()) {
        m_dialog->close(); // its records are those of before
        m_dialog.clear();
    }
    if (!m_dialog) {
        ExportRequest surroundings;
        surroundings.serverUrl = m_mirror.state().url.toUtf8();
        if (m_connections)
            surroundings.connections = knownConnections(*m_connections);
        m_dialog = new ExportDialog(m_model, selected.positions, std::move(surroundings), m_theme,
                                    m_window);
        if (ofSelection)
            m_dialog->choose(ExportScope::Selected);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

} // namespace signalbox
