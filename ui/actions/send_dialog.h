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
class RecipientList;
class Server;
class Theme;

/// Composes one message, sends it, shows the delivery. The recipients were taken when it opened;
/// all connections and those of a room, which the server knows itself, are to be kept up to date.
class SendDialog : public QDialog
{
    Q_OBJECT

public:
    /// `server` and `theme` must outlive the dialog.
    SendDialog(Server &server, const Theme &theme, Recipients recipients,
               QWidget *parent = nullptr);

    [[nodiscard]] const Recipients &recipients() const { return m_recipients; }
    /// Whom the same target means now.
    void setRecipients(const Recipients &recipients);

private:
    [[nodiscard]] Result<QByteArray> payload() const;
    [[nodiscard]] QString obstacle(const Result<QByteArray> &bytes) const;
    void build();
    void applyTheme();
    void showRecipients();
    [[nodiscard]] bool isChat() const;
    void check();
    void send();

    Server &m_server;
    const Theme &m_theme;
    Recipients m_recipients;
    ElidedLabel *m_who;
    RecipientList *m_list;
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
