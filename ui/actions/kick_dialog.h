// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/act_dialog.h"
#include "ui/actions/recipients.h"

class QComboBox;

namespace signalbox {

class ReasonField;
class Server;

/// Ends connections that were taken when it opened, with a code and a reason; Cancel is the
/// default.
class KickDialog : public ActDialog
{
    Q_OBJECT

public:
    /// `server` and `theme` must outlive the dialog.
    KickDialog(Server &server, const Theme &theme, Recipients recipients,
               QWidget *parent = nullptr);

protected:
    void act() override;

private:
    void build(const Theme &theme);
    void fillCodes();
    [[nodiscard]] Result<quint16> code() const;
    void check();

    Server &m_server;
    Recipients m_recipients;
    QComboBox *m_code;
    ReasonField *m_reason;
};

} // namespace signalbox
