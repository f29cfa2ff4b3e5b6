// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/recipients.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;
class QRadioButton;

namespace signalbox {

class DeliveryView;
class ElidedLabel;
class Server;
class Theme;

/// Composes one message for recipients that were taken when it opened, sends it, shows the
/// delivery.
class SendDialog : public QDialog
{
    Q_OBJECT

public:
    /// `server` and `theme` must outlive the dialog.
    SendDialog(Server &server, const Theme &theme, Recipients recipients,
               QWidget *parent = nullptr);

private:
    [[nodiscard]] Result<QByteArray> payload() const;
    void build(const Theme &theme);
    [[nodiscard]] bool isChat() const;
    void check();
    void send();

    Server &m_server;
    const Theme &m_theme;
    Recipients m_recipients;
    QRadioButton *m_chat; ///< null unless the message goes to a room
    QRadioButton *m_text;
    QRadioButton *m_binary;
    QPlainTextEdit *m_editor;
    ElidedLabel *m_verdict;
    DeliveryView *m_delivery;
    QPushButton *m_send;
    bool m_waiting = false;
};

} // namespace signalbox
