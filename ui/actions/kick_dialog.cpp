// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/kick_dialog.h"

#include "core/server_close_code.h"
#include "server/server.h"
#include "ui/actions/delivery_view.h"
#include "ui/actions/outcome_watch.h"
#include "ui/actions/reason_field.h"
#include "ui/actions/recipient_list.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elided_label.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace signalbox {

KickDialog::KickDialog(Server &server, const Theme &theme, Recipients recipients, QWidget *parent)
    : ActDialog(theme, ButtonRole::Danger, parent)
    , m_server(server)
    , m_recipients(std::move(recipients))
    , m_code(new QComboBox(this))
    , m_reason(new ReasonField(theme, this))
{
    setWindowTitle(tr("Kick"));
    verb()->setText(tr("Kick %1").arg(countText(quint64(m_recipients.count()))));
    verb()->setObjectName(QStringLiteral("kick"));
    fillCodes();
    build(theme);
    connect(m_code, &QComboBox::editTextChanged, this, &KickDialog::check);
    connect(m_reason, &ReasonField::changed, this, &KickDialog::check);
    check();
    m_reason->setFocus();
}

void KickDialog::fillCodes()
{
    m_code->setEditable(true);
    m_code->setInsertPolicy(QComboBox::NoInsert);
    m_code->setAccessibleName(tr("Close code"));
    for (const CloseReason &row : closeReasons()) {
        if (isServerCloseCode(row.code))
            m_code->addItem(closeCodeText(row.code), row.code);
    }
    m_code->setCurrentIndex(m_code->findData(close_reason::Kicked.code));
}

void KickDialog::build(const Theme &theme)
{
    auto *who = new ElidedLabel(this);
    who->setText(tr("End %1?").arg(m_recipients.title));
    QFont bold = who->font();
    bold.setBold(true);
    who->setFont(bold);

    m_reason->line()->setText(QString::fromLatin1(close_reason::Kicked.sentence));
    m_reason->line()->selectAll();

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(spacing::Large);
    form->setVerticalSpacing(spacing::Medium);
    form->addRow(tr("&Code"), m_code);
    auto *reasonLabel = new QLabel(tr("&Reason"), this);
    reasonLabel->setBuddy(m_reason->line()); // a proxy gets no focus by its letter
    form->addRow(reasonLabel, m_reason);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::Page, spacing::Page, spacing::Page, spacing::Page);
    layout->setSpacing(spacing::Large);
    layout->addWidget(who);
    layout->addWidget(new RecipientList(m_recipients.connections, theme, this), 1);
    layout->addLayout(form);
    addEnd(layout);
    setMinimumWidth(theme.zoomed(480));
}

Result<quint16> KickDialog::code() const
{
    const QString number = m_code->currentText().section(u' ', 0, 0, QString::SectionSkipEmpty);
    bool ok = false;
    const quint16 value = number.toUShort(&ok);
    if (!ok || !isServerCloseCode(value))
        return Error{Error::Code::InvalidArgument,
                     tr("A server closes with 1000–1002, 1007–1009, 1011, 1012, 1014 or "
                        "3000–4999.")};
    return value;
}

void KickDialog::check()
{
    const auto closeCode = code();
    m_code->setToolTip(closeCode ? QString() : closeCode.error().message);
    if (m_recipients.count() == 0)
        setObstacle(tr("Nobody is connected"));
    else
        setObstacle(closeCode ? m_reason->obstacle() : closeCode.error().message);
}

void KickDialog::act()
{
    const auto closeCode = code();
    if (!closeCode || isDone())
        return;
    setDone();
    delivery()->showWaiting(tr("Closing…"));
    m_code->setEnabled(false);
    m_reason->setEnabled(false);
    whenDone(m_server.execute(
                 KickConnections{idsOf(m_recipients.connections), *closeCode, m_reason->text()}),
             this, [this](const CommandOutcome &outcome) {
                 delivery()->showOutcome(outcome, m_recipients.connections, Deed::Kick);
             });
}

} // namespace signalbox
