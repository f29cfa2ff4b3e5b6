// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/recipients.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace signalbox {

class DeliveryView;
class Server;
class Theme;

/// Ends connections that were taken when it opened, with a code and a reason; Cancel is the
/// default.
class KickDialog : public QDialog
{
    Q_OBJECT

public:
    /// `server` and `theme` must outlive the dialog.
    KickDialog(Server &server, const Theme &theme, Recipients recipients,
               QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build(const Theme &theme);
    void fillCodes();
    [[nodiscard]] Result<quint16> code() const;
    void check();
    void kick();

    Server &m_server;
    const Theme &m_theme;
    Recipients m_recipients;
    QComboBox *m_code;
    QLineEdit *m_reason;
    QLabel *m_counter;
    QLabel *m_obstacle; ///< why it cannot kick
    DeliveryView *m_delivery;
    QPushButton *m_kick;
    QPushButton *m_cancel;
    bool m_done = false;
};

} // namespace signalbox
