// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/kick_dialog.h"

#include "core/server_close_code.h"
#include "server/server.h"
#include "ui/actions/delivery_view.h"
#include "ui/actions/outcome_watch.h"
#include "ui/actions/recipient_list.h"
#include "ui/theme/console_style.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace signalbox {

KickDialog::KickDialog(Server &server, const Theme &theme, Recipients recipients, QWidget *parent)
    : QDialog(parent)
    , m_server(server)
    , m_theme(theme)
    , m_recipients(std::move(recipients))
    , m_code(new QComboBox(this))
    , m_reason(new QLineEdit(this))
    , m_counter(new QLabel(this))
    , m_obstacle(new QLabel(this))
    , m_delivery(new DeliveryView(theme, this))
    , m_kick(new QPushButton(tr("Kick %1").arg(countText(quint64(m_recipients.count()))), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Kick"));
    fillCodes();
    build(theme);
    connect(m_code, &QComboBox::editTextChanged, this, &KickDialog::check);
    connect(m_reason, &QLineEdit::textChanged, this, &KickDialog::check);
    connect(m_kick, &QPushButton::clicked, this, &KickDialog::kick);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    const auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(shortcut, &QShortcut::activated, m_kick, [this] { m_kick->click(); });
    check();
    m_reason->setFocus();
}

void KickDialog::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    // In a field it would press Cancel, and what was typed would be lost.
    if (enter && !qobject_cast<QPushButton *>(focusWidget()))
        event->accept();
    else
        QDialog::keyPressEvent(event);
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
    auto *who = new QLabel(tr("End %1?").arg(m_recipients.title), this);
    who->setTextFormat(Qt::PlainText);
    QFont bold = who->font();
    bold.setBold(true);
    who->setFont(bold);

    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setText(QString::fromLatin1(close_reason::Kicked.sentence));
    m_reason->selectAll();
    m_counter->setFont(theme.fixedFont());
    m_counter->setObjectName(QStringLiteral("counter"));
    m_obstacle->setTextFormat(Qt::PlainText);
    m_obstacle->setWordWrap(true);
    m_obstacle->setFont(theme.captionFont());
    m_obstacle->setObjectName(QStringLiteral("obstacle"));
    QPalette danger;
    danger.setColor(QPalette::WindowText, theme.color(ColorRole::Danger));
    m_obstacle->setPalette(danger);
    m_kick->setObjectName(QStringLiteral("kick"));
    m_cancel->setObjectName(QStringLiteral("cancel"));
    setButtonRole(m_kick, ButtonRole::Danger);
    m_kick->setAutoDefault(false);
    m_cancel->setDefault(true);

    auto *reasonLine = new QHBoxLayout;
    reasonLine->setSpacing(spacing::Medium);
    reasonLine->addWidget(m_reason, 1);
    reasonLine->addWidget(m_counter);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(spacing::Large);
    form->setVerticalSpacing(spacing::Medium);
    form->addRow(tr("&Code"), m_code);
    auto *reasonLabel = new QLabel(tr("&Reason"), this);
    reasonLabel->setBuddy(m_reason);
    form->addRow(reasonLabel, reasonLine);

    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    buttons->addButton(m_kick, QDialogButtonBox::DestructiveRole);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::Page, spacing::Page, spacing::Page, spacing::Page);
    layout->setSpacing(spacing::Large);
    layout->addWidget(who);
    layout->addWidget(new RecipientList(m_recipients.connections, theme, this), 1);
    layout->addLayout(form);
    layout->addWidget(m_obstacle);
    layout->addWidget(m_delivery);
    layout->addWidget(buttons);
    setMinimumWidth(480);
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
    const auto bytes = m_reason->text().toUtf8().size();
    const bool fits = bytes <= MaxCloseReasonBytes;
    const auto closeCode = code();
    m_counter->setText(tr("%1 of %2 bytes").arg(bytes).arg(MaxCloseReasonBytes));
    QPalette colors;
    colors.setColor(QPalette::WindowText,
                    m_theme.color(fits ? ColorRole::Muted : ColorRole::Danger));
    m_counter->setPalette(colors);
    QString obstacle;
    if (m_recipients.count() == 0)
        obstacle = tr("Nobody is connected");
    else if (!closeCode)
        obstacle = closeCode.error().message;
    else if (!fits)
        obstacle = tr("The reason does not fit into a close frame.");
    m_kick->setEnabled(obstacle.isEmpty() && !m_done);
    m_kick->setVisible(!m_done);
    m_kick->setToolTip(obstacle.isEmpty() ? tr("Ctrl+Enter") : obstacle);
    m_kick->setAccessibleDescription(obstacle);
    m_obstacle->setText(obstacle);
    m_obstacle->setVisible(!obstacle.isEmpty() && !m_done);
    m_code->setToolTip(closeCode ? QString() : closeCode.error().message);
}

void KickDialog::kick()
{
    const auto closeCode = code();
    if (!closeCode || m_done)
        return;
    m_done = true;
    check();
    m_delivery->showWaiting(tr("Closing…"));
    m_code->setEnabled(false);
    m_reason->setEnabled(false);
    m_cancel->setText(tr("Close"));
    whenDone(m_server.execute(
                 KickConnections{idsOf(m_recipients.connections), *closeCode, m_reason->text()}),
             this, [this](const CommandOutcome &outcome) {
                 m_delivery->showOutcome(outcome, m_recipients.connections, kickText);
             });
}

} // namespace signalbox
