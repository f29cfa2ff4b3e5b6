// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bans/ban_dialog.h"

#include "core/close_reason.h"
#include "server/server.h"
#include "ui/actions/delivery_view.h"
#include "ui/actions/outcome_watch.h"
#include "ui/theme/console_style.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <chrono>

namespace signalbox {

namespace {

using namespace std::chrono_literals;

constexpr qint64 UntilLifted = 0;
constexpr qint64 UntilATime = -1;

qint64 milliseconds(std::chrono::milliseconds duration)
{
    return duration.count();
}

} // namespace

BanDialog::BanDialog(Server &server, const Theme &theme, Recipients recipients, Live live,
                     QWidget *parent)
    : QDialog(parent)
    , m_server(server)
    , m_theme(theme)
    , m_recipients(std::move(recipients))
    , m_live(std::move(live))
    , m_users(new QRadioButton(tr("&Users"), this))
    , m_addresses(new QRadioButton(tr("&Addresses and ranges"), this))
    , m_subjects(new QPlainTextEdit(this))
    , m_until(new QComboBox(this))
    , m_time(new QDateTimeEdit(QDateTime::currentDateTime().addDays(7), this))
    , m_reason(new QLineEdit(this))
    , m_counter(new QLabel(this))
    , m_close(new QCheckBox(this))
    , m_obstacle(new QLabel(this))
    , m_delivery(new DeliveryView(theme, this))
    , m_ban(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Ban"));
    fillUntil();
    build();
    connect(m_users, &QRadioButton::toggled, this, &BanDialog::fillSubjects);
    connect(m_subjects, &QPlainTextEdit::textChanged, this, &BanDialog::check);
    connect(m_until, &QComboBox::currentIndexChanged, this, &BanDialog::check);
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, &BanDialog::check);
    connect(m_reason, &QLineEdit::textChanged, this, &BanDialog::check);
    connect(m_ban, &QPushButton::clicked, this, &BanDialog::ban);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    const auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(shortcut, &QShortcut::activated, m_ban, [this] { m_ban->click(); });
    const bool named = !banSubjectsOf(BanKind::Users, m_recipients.connections).isEmpty();
    (named ? m_users : m_addresses)->setChecked(true);
    fillSubjects();
    m_subjects->setFocus();
}

void BanDialog::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    // In a field it would press Cancel, and what was typed would be lost.
    if (enter && !qobject_cast<QPushButton *>(focusWidget()))
        event->accept();
    else
        QDialog::keyPressEvent(event);
}

void BanDialog::fillUntil()
{
    m_until->addItem(tr("for 10 minutes"), milliseconds(10min));
    m_until->addItem(tr("for 1 hour"), milliseconds(1h));
    m_until->addItem(tr("for 1 day"), milliseconds(24h));
    m_until->addItem(tr("until a time"), UntilATime);
    m_until->addItem(tr("until lifted"), UntilLifted);
    m_until->setCurrentIndex(1);
    m_time->setCalendarPopup(true);
    m_time->setMinimumDateTime(QDateTime::currentDateTime());
}

void BanDialog::build()
{
    m_users->setToolTip(tr("Cannot join a room: closed with 4001 and the reason"));
    m_addresses->setToolTip(tr("Cannot connect: refused with 403 and the reason"));
    m_users->setObjectName(QStringLiteral("banUsers"));
    m_addresses->setObjectName(QStringLiteral("banAddresses"));
    m_subjects->setObjectName(QStringLiteral("banSubjects"));
    m_subjects->setAccessibleName(tr("Whom to ban, one a line"));
    m_subjects->setFont(m_theme.fixedFont());
    m_subjects->setTabChangesFocus(true);
    m_until->setObjectName(QStringLiteral("banUntil"));
    m_until->setAccessibleName(tr("Until when"));
    m_time->setObjectName(QStringLiteral("banTime"));
    m_time->setAccessibleName(tr("The time until which the ban lasts"));
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("What they are told"));
    m_counter->setFont(m_theme.fixedFont());
    m_close->setObjectName(QStringLiteral("closeMatching"));
    m_close->setChecked(true);
    m_obstacle->setObjectName(QStringLiteral("obstacle"));
    m_obstacle->setTextFormat(Qt::PlainText);
    m_obstacle->setWordWrap(true);
    m_obstacle->setFont(m_theme.captionFont());
    QPalette danger;
    danger.setColor(QPalette::WindowText, m_theme.color(ColorRole::Danger));
    m_obstacle->setPalette(danger);
    m_ban->setObjectName(QStringLiteral("ban"));
    m_cancel->setObjectName(QStringLiteral("cancel"));
    setButtonRole(m_ban, ButtonRole::Danger);
    m_ban->setAutoDefault(false);
    m_cancel->setDefault(true);

    auto *kinds = new QHBoxLayout;
    kinds->setSpacing(spacing::Page);
    kinds->addWidget(m_users);
    kinds->addWidget(m_addresses);
    kinds->addStretch();
    auto *untilLine = new QHBoxLayout;
    untilLine->setSpacing(spacing::Medium);
    untilLine->addWidget(m_until);
    untilLine->addWidget(m_time);
    untilLine->addStretch();
    auto *reasonLine = new QHBoxLayout;
    reasonLine->setSpacing(spacing::Medium);
    reasonLine->addWidget(m_reason, 1);
    reasonLine->addWidget(m_counter);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(spacing::Large);
    form->setVerticalSpacing(spacing::Medium);
    auto *untilLabel = new QLabel(tr("Un&til"), this);
    untilLabel->setBuddy(m_until);
    auto *reasonLabel = new QLabel(tr("&Reason"), this);
    reasonLabel->setBuddy(m_reason);
    form->addRow(untilLabel, untilLine);
    form->addRow(reasonLabel, reasonLine);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_ban, QDialogButtonBox::ActionRole);
    buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::Page, spacing::Page, spacing::Page, spacing::Page);
    layout->setSpacing(spacing::Medium);
    layout->addLayout(kinds);
    layout->addWidget(m_subjects, 1);
    layout->addLayout(form);
    layout->addWidget(m_close);
    layout->addWidget(m_obstacle);
    layout->addWidget(m_delivery);
    layout->addWidget(buttons);
    resize(520, 380);
}

void BanDialog::fillSubjects()
{
    m_subjects->setPlainText(banSubjectsOf(kind(), m_recipients.connections));
    m_subjects->setPlaceholderText(kind() == BanKind::Users
                                       ? QStringLiteral("ann\nbob")
                                       : QStringLiteral("192.0.2.1\n192.0.2.0/24\n2001:db8::/32"));
    check();
}

BanKind BanDialog::kind() const
{
    return m_users->isChecked() ? BanKind::Users : BanKind::Addresses;
}

qint64 BanDialog::until() const
{
    const qint64 chosen = m_until->currentData().toLongLong();
    if (chosen == UntilATime)
        return m_time->dateTime().toMSecsSinceEpoch();
    return chosen == UntilLifted ? 0 : QDateTime::currentMSecsSinceEpoch() + chosen;
}

QString BanDialog::obstacle(const Result<QList<BanSubject>> &subjects) const
{
    if (!subjects)
        return subjects.error().message;
    if (m_reason->text().toUtf8().size() > MaxCloseReasonBytes)
        return tr("The reason does not fit into a close frame.");
    if (until() != 0 && until() <= QDateTime::currentMSecsSinceEpoch())
        return tr("That time is over already.");
    return {};
}

void BanDialog::check()
{
    const auto subjects = readBanSubjects(kind(), m_subjects->toPlainText());
    const QString why = obstacle(subjects);
    const auto bytes = m_reason->text().toUtf8().size();
    m_counter->setText(tr("%1 of %2 bytes").arg(bytes).arg(MaxCloseReasonBytes));
    QPalette colors;
    colors.setColor(
        QPalette::WindowText,
        m_theme.color(bytes <= MaxCloseReasonBytes ? ColorRole::Muted : ColorRole::Danger));
    m_counter->setPalette(colors);
    m_time->setVisible(m_until->currentData().toLongLong() == UntilATime);
    const auto matching = subjects ? countBanned(*subjects, m_live()) : 0;
    m_close->setText(counted(quint64(matching),
                             tr("&Close the one connection that matches now (4001)"),
                             tr("&Close the %1 connections that match now (4001)")));
    m_ban->setText(subjects ? tr("Ban %1").arg(countText(quint64(subjects->size()))) : tr("Ban"));
    m_ban->setEnabled(why.isEmpty() && !m_done);
    m_ban->setVisible(!m_done);
    m_ban->setToolTip(why.isEmpty() ? tr("Ctrl+Enter") : why);
    m_ban->setAccessibleDescription(why);
    m_obstacle->setText(why);
    m_obstacle->setVisible(!why.isEmpty() && !m_done);
}

void BanDialog::ban()
{
    auto subjects = readBanSubjects(kind(), m_subjects->toPlainText());
    if (!subjects || m_done)
        return;
    m_done = true;
    check();
    m_delivery->showWaiting(tr("Banning…"));
    for (QWidget *field : std::initializer_list<QWidget *>{m_users, m_addresses, m_subjects,
                                                           m_until, m_time, m_reason, m_close})
        field->setEnabled(false);
    m_cancel->setText(tr("Close"));
    const QList<ConnectionRow> live = m_live();
    whenDone(m_server.execute(AddBan{std::move(subjects).value(), until(), m_reason->text(),
                                     m_close->isChecked()}),
             this, [this, live](const CommandOutcome &outcome) {
                 m_delivery->showOutcome(outcome, live, banText);
             });
}

} // namespace signalbox
