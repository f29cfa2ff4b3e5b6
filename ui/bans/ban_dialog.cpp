// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bans/ban_dialog.h"

#include "core/escaped_text.h"
#include "server/server.h"
#include "ui/actions/delivery_view.h"
#include "ui/actions/outcome_watch.h"
#include "ui/actions/reason_field.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/dialog_size.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <chrono>

namespace signalbox {

namespace {

using namespace std::chrono_literals;

constexpr qint64 UntilLifted = 0;
constexpr qint64 UntilATime = -1;
constexpr auto RecountDelay = 250ms;

qint64 milliseconds(std::chrono::milliseconds duration)
{
    return duration.count();
}

} // namespace

BanDialog::BanDialog(Server &server, const Theme &theme, Recipients recipients, Live live,
                     QWidget *parent)
    : ActDialog(theme, ButtonRole::Danger, parent)
    , m_server(server)
    , m_recipients(std::move(recipients))
    , m_shown(shownUsersOf(m_recipients.connections))
    , m_live(std::move(live))
    , m_users(new QRadioButton(tr("&Users"), this))
    , m_addresses(new QRadioButton(tr("&Addresses and ranges"), this))
    , m_subjects(new QPlainTextEdit(this))
    , m_until(new QComboBox(this))
    , m_time(new QDateTimeEdit(QDateTime::currentDateTime().addDays(7), this))
    , m_reason(new ReasonField(theme, this))
    , m_close(new QCheckBox(this))
{
    setWindowTitle(tr("Ban"));
    fillUntil();
    build(theme);
    connect(m_users, &QRadioButton::toggled, this, &BanDialog::fillSubjects);
    connect(m_subjects, &QPlainTextEdit::textChanged, this, &BanDialog::check);
    connect(m_until, &QComboBox::currentIndexChanged, this, &BanDialog::check);
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, &BanDialog::check);
    connect(m_reason, &ReasonField::changed, this, &BanDialog::check);
    m_recount.setSingleShot(true);
    m_recount.setInterval(RecountDelay);
    connect(&m_recount, &QTimer::timeout, this, [this] { count(subjects()); });
    const bool named = !banSubjectsOf(BanKind::Users, m_recipients.connections).isEmpty();
    (named ? m_users : m_addresses)->setChecked(true);
    fillSubjects();
    // Who it means is there mostly; what is typed at once must not become a name then.
    if (m_subjects->toPlainText().isEmpty())
        m_subjects->setFocus();
    else
        m_reason->setFocus();
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

void BanDialog::build(const Theme &theme)
{
    m_users->setToolTip(tr("Cannot join a room: closed with 4001 and the reason"));
    m_addresses->setToolTip(tr("Cannot connect: refused with 403 and the reason"));
    m_users->setObjectName(QStringLiteral("banUsers"));
    m_addresses->setObjectName(QStringLiteral("banAddresses"));
    m_subjects->setObjectName(QStringLiteral("banSubjects"));
    m_subjects->setAccessibleName(tr("Whom to ban, one a line"));
    m_subjects->setToolTip(m_subjects->accessibleName());
    m_subjects->setFont(theme.fixedFont());
    connect(&theme, &Theme::changed, m_subjects,
            [this, &theme] { m_subjects->setFont(theme.fixedFont()); });
    m_subjects->setTabChangesFocus(true);
    m_until->setObjectName(QStringLiteral("banUntil"));
    m_until->setAccessibleName(tr("Until when"));
    m_time->setObjectName(QStringLiteral("banTime"));
    m_time->setAccessibleName(tr("The time until which the ban lasts"));
    m_reason->line()->setPlaceholderText(tr("What they are told"));
    m_close->setObjectName(QStringLiteral("closeMatching"));
    m_close->setChecked(true);
    verb()->setObjectName(QStringLiteral("ban"));

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
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(spacing::Large);
    form->setVerticalSpacing(spacing::Medium);
    auto *untilLabel = new QLabel(tr("Un&til"), this);
    untilLabel->setBuddy(m_until);
    auto *reasonLabel = new QLabel(tr("&Reason"), this);
    reasonLabel->setBuddy(m_reason->line()); // a proxy gets no focus by its letter
    form->addRow(untilLabel, untilLine);
    form->addRow(reasonLabel, m_reason);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::Page, spacing::Page, spacing::Page, spacing::Page);
    layout->setSpacing(spacing::Medium);
    layout->addLayout(kinds);
    layout->addWidget(m_subjects, 1);
    layout->addLayout(form);
    layout->addWidget(m_close);
    addEnd(layout);
    resizeZoomed(*this, theme, {520, 380});
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

Result<QList<BanSubject>> BanDialog::subjects() const
{
    return readBanSubjects(kind(), m_subjects->toPlainText(), m_shown);
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
        return escapedText(subjects.error().message);
    if (QString tooLong = m_reason->obstacle(); !tooLong.isEmpty())
        return tooLong;
    if (until() != 0 && until() <= QDateTime::currentMSecsSinceEpoch())
        return tr("That time is over already.");
    return {};
}

void BanDialog::check()
{
    const auto subjects = this->subjects();
    m_time->setVisible(m_until->currentData().toLongLong() == UntilATime);
    count(subjects);
    verb()->setText(subjects ? tr("Ban %1").arg(countText(quint64(subjects->size()))) : tr("Ban"));
    setObstacle(obstacle(subjects));
}

void BanDialog::countSoon()
{
    if (!isDone() && !m_recount.isActive())
        m_recount.start();
}

void BanDialog::count(const Result<QList<BanSubject>> &subjects)
{
    const auto matching = subjects ? countBanned(*subjects, m_live()) : 0;
    m_close->setText(counted(quint64(matching),
                             tr("&Close the one connection that matches now (4001)"),
                             tr("&Close the %1 connections that match now (4001)")));
}

void BanDialog::act()
{
    auto subjects = this->subjects();
    if (!subjects || isDone())
        return;
    setDone();
    m_recount.stop(); // what was asked for stays as it was read
    delivery()->showWaiting(tr("Banning…"));
    for (QWidget *field : std::initializer_list<QWidget *>{m_users, m_addresses, m_subjects,
                                                           m_until, m_time, m_reason, m_close})
        field->setEnabled(false);
    const QList<ConnectionRow> live = m_live();
    whenDone(m_server.execute(AddBan{std::move(subjects).value(), until(), m_reason->text(),
                                     m_close->isChecked()}),
             this, [this, live](const CommandOutcome &outcome) {
                 delivery()->showOutcome(outcome, live, Deed::Ban);
             });
}

} // namespace signalbox
