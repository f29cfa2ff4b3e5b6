// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/operator_actions.h"

#include "ui/actions/kick_dialog.h"
#include "ui/actions/send_dialog.h"

namespace signalbox {

OperatorActions::OperatorActions(Server &server, const Theme &theme, QWidget *window)
    : QObject(window)
    , m_server(server)
    , m_theme(theme)
    , m_window(window)
{ }

void OperatorActions::send(const Recipients &recipients)
{
    (new SendDialog(m_server, m_theme, recipients, m_window))->open();
}

void OperatorActions::kick(const Recipients &recipients)
{
    (new KickDialog(m_server, m_theme, recipients, m_window))->open();
}

} // namespace signalbox
