// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/act_dialog.h"
#include "ui/actions/recipients.h"
#include "ui/bans/ban_text.h"

#include <QTimer>

#include <functional>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QPlainTextEdit;
class QRadioButton;

namespace signalbox {

class ReasonField;
class Server;

/// Bans users or addresses, those of a selection or any others, until a time and with a reason;
/// Cancel is the default.
class BanDialog : public ActDialog
{
    Q_OBJECT

public:
    /// The open connections, as they are now.
    using Live = std::function<QList<ConnectionRow>()>;

    /// `server` and `theme` must outlive the dialog.
    BanDialog(Server &server, const Theme &theme, Recipients recipients, Live live,
              QWidget *parent = nullptr);

    /// Others are open, or have other names: it is counted anew who matches, a few times a second.
    void countSoon();

protected:
    void act() override;

private:
    void build(const Theme &theme);
    void fillUntil();
    void fillSubjects();
    [[nodiscard]] BanKind kind() const;
    [[nodiscard]] Result<QList<BanSubject>> subjects() const;
    /// Milliseconds since the epoch; 0: until lifted.
    [[nodiscard]] qint64 until() const;
    [[nodiscard]] QString obstacle(const Result<QList<BanSubject>> &subjects) const;
    void check();
    void count(const Result<QList<BanSubject>> &subjects);

    Server &m_server;
    Recipients m_recipients;
    ShownUsers m_shown;
    Live m_live;
    QRadioButton *m_users;
    QRadioButton *m_addresses;
    QPlainTextEdit *m_subjects;
    QComboBox *m_until;
    QDateTimeEdit *m_time;
    ReasonField *m_reason;
    QCheckBox *m_close;
    QTimer m_recount;
};

} // namespace signalbox
