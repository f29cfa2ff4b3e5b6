// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/recipients.h"

#include <QObject>
#include <QWidget>

namespace signalbox {

class Server;
class Theme;

/// Opens the dialogs with which the operator acts on connections; they stay as they were taken.
class OperatorActions : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this; `window` is the dialogs' parent.
    OperatorActions(Server &server, const Theme &theme, QWidget *window);

    void send(const Recipients &recipients);
    void kick(const Recipients &recipients);

private:
    Server &m_server;
    const Theme &m_theme;
    QWidget *m_window;
};

} // namespace signalbox
