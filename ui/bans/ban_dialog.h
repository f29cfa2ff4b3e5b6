// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/recipients.h"
#include "ui/bans/ban_text.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;

namespace signalbox {

class DeliveryView;
class Server;
class Theme;

/// Bans users or addresses, those of a selection or any others, until a time and with a reason;
/// Cancel is the default.
class BanDialog : public QDialog
{
    Q_OBJECT

public:
    /// The open connections, as they are now.
    using Live = std::function<QList<ConnectionRow>()>;

    /// `server` and `theme` must outlive the dialog.
    BanDialog(Server &server, const Theme &theme, Recipients recipients, Live live,
              QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void fillUntil();
    void fillSubjects();
    [[nodiscard]] BanKind kind() const;
    /// Milliseconds since the epoch; 0: until lifted.
    [[nodiscard]] qint64 until() const;
    [[nodiscard]] QString obstacle(const Result<QList<BanSubject>> &subjects) const;
    void check();
    void ban();

    Server &m_server;
    const Theme &m_theme;
    Recipients m_recipients;
    Live m_live;
    QRadioButton *m_users;
    QRadioButton *m_addresses;
    QPlainTextEdit *m_subjects;
    QComboBox *m_until;
    QDateTimeEdit *m_time;
    QLineEdit *m_reason;
    QLabel *m_counter;
    QCheckBox *m_close;
    QLabel *m_obstacle;
    DeliveryView *m_delivery;
    QPushButton *m_ban;
    QPushButton *m_cancel;
    bool m_done = false;
};

} // namespace signalbox
