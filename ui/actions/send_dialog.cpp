// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/send_dialog.h"

#include "server/server.h"
#include "ui/actions/composed_payload.h"
#include "ui/actions/delivery_view.h"
#include "ui/actions/outcome_watch.h"
#include "ui/actions/recipient_list.h"
#include "ui/payload/json_scanner.h"
#include "ui/theme/console_style.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/dialog_size.h"
#include "ui/widgets/elided_label.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace signalbox {

SendDialog::SendDialog(Server &server, const Theme &theme, Recipients recipients, QWidget *parent)
    : QDialog(parent)
    , m_server(server)
    , m_theme(theme)
    , m_recipients(std::move(recipients))
    , m_who(new ElidedLabel(this))
    , m_list(new RecipientList(m_recipients.connections, theme, this))
    , m_chat(std::holds_alternative<ToRoom>(m_recipients.target)
                 ? new QRadioButton(tr("As &chat_message"), this)
                 : nullptr)
    , m_text(new QRadioButton(tr("&Text"), this))
    , m_binary(new QRadioButton(tr("&Binary (hex)"), this))
    , m_editor(new QPlainTextEdit(this))
    , m_verdict(new ElidedLabel(this))
    , m_delivery(new DeliveryView(theme, this))
    , m_send(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    const bool all = std::holds_alternative<ToAll>(m_recipients.target);
    setWindowTitle(all || m_chat ? tr("Broadcast") : tr("Send a message"));
    build();
    showRecipients();
    connect(m_editor, &QPlainTextEdit::textChanged, this, &SendDialog::check);
    for (const QRadioButton *kind : {m_text, m_binary})
        connect(kind, &QRadioButton::toggled, this, &SendDialog::check);
    connect(m_send, &QPushButton::clicked, this, &SendDialog::send);
    auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    shortcut->setAutoRepeat(false); // held down, it would act again and again
    connect(shortcut, &QShortcut::activated, m_send, [this] { m_send->click(); });
    (m_chat ? m_chat : m_text)->setChecked(true);
    connect(&m_theme, &Theme::changed, this, &SendDialog::applyTheme);
    applyTheme();
    m_editor->setFocus();
}

void SendDialog::setRecipients(const Recipients &recipients)
{
    m_recipients = recipients;
    m_list->setConnections(m_recipients.connections);
    showRecipients();
    check();
}

void SendDialog::showRecipients()
{
    const bool all = std::holds_alternative<ToAll>(m_recipients.target);
    const QString count = countText(quint64(m_recipients.count()));
    const bool many = m_recipients.count() > 1;
    m_who->setText(tr("To %1").arg(m_recipients.title));
    m_send->setText(all && many     ? tr("Broadcast to all %1").arg(count)
                    : all || m_chat ? tr("Broadcast to %1").arg(count)
                                    : tr("Send to %1").arg(count));
}

void SendDialog::applyTheme()
{
    QFont bold = m_theme.uiFont();
    bold.setBold(true);
    m_who->setFont(bold);
    m_editor->setFont(m_theme.fixedFont());
    m_verdict->setFont(m_theme.captionFont());
    m_send->setIcon(m_theme.icon(QStringLiteral("send")));
    check();
}

void SendDialog::build()
{
    m_who->setObjectName(QStringLiteral("who"));
    m_editor->setAccessibleName(tr("Message"));
    m_editor->setToolTip(tr("What is sent"));
    m_editor->setTabChangesFocus(true);
    m_verdict->setElideMode(Qt::ElideRight);
    m_verdict->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_send->setObjectName(QStringLiteral("send"));
    m_send->setAutoDefault(false);
    setButtonRole(m_send, ButtonRole::Primary);

    auto *kinds = new QHBoxLayout;
    kinds->setSpacing(spacing::Page);
    if (m_chat) {
        m_chat->setObjectName(QStringLiteral("chat"));
        m_chat->setToolTip(tr("What clients of rooms understand: the words are put into a "
                              "chat_message from “%1”")
                               .arg(OperatorName));
        kinds->addWidget(m_chat);
    }
    m_text->setObjectName(QStringLiteral("text"));
    m_text->setToolTip(tr("The text as it is"));
    m_binary->setToolTip(tr("The bytes that the hexadecimal digits stand for"));
    kinds->addWidget(m_text);
    kinds->addWidget(m_binary);
    kinds->addStretch();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_send, QDialogButtonBox::ActionRole);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::Page, spacing::Page, spacing::Page, spacing::Page);
    layout->setSpacing(spacing::Medium);
    layout->addWidget(m_who);
    layout->addWidget(m_list);
    layout->addLayout(kinds);
    layout->addWidget(m_editor, 1);
    layout->addWidget(m_verdict);
    layout->addWidget(m_delivery);
    layout->addWidget(buttons);
    resizeZoomed(*this, m_theme, {560, 460});
}

bool SendDialog::isChat() const
{
    return m_chat && m_chat->isChecked();
}

Result<QByteArray> SendDialog::payload() const
{
    const QString text = m_editor->toPlainText();
    if (isChat())
        return composeChatMessage(std::get<ToRoom>(m_recipients.target).room, text,
                                  QDateTime::currentMSecsSinceEpoch());
    if (m_text->isChecked())
        return text.toUtf8();
    return readHex(text);
}

void SendDialog::check()
{
    const auto bytes = payload();
    QString verdict;
    ColorRole role = ColorRole::Muted;
    if (!bytes) {
        verdict = bytes.error().message;
        role = ColorRole::Danger;
    } else if (isChat()) {
        const bool isObject = m_editor->toPlainText().trimmed().startsWith(u'{')
                              && !findJsonFault(m_editor->toPlainText().toUtf8());
        verdict = isObject ? tr("This is JSON already: Text sends it as it is")
                           : tr("%1 · chat_message from “%2”")
                                 .arg(bytesText(quint64(bytes->size())), OperatorName);
        role = isObject ? ColorRole::Warning : ColorRole::Ok;
    } else if (m_binary->isChecked() || bytes->isEmpty()) {
        verdict = bytesText(quint64(bytes->size()));
    } else if (const auto fault = findJsonFault(*bytes)) {
        const TextPosition place = textPosition(*bytes, fault->offset);
        verdict = tr("%1 · not JSON (line %2, column %3: %4)")
                      .arg(bytesText(quint64(bytes->size())))
                      .arg(place.line)
                      .arg(place.column)
                      .arg(fault->sentence);
        role = ColorRole::Warning;
    } else {
        verdict = tr("%1 · valid JSON").arg(bytesText(quint64(bytes->size())));
        role = ColorRole::Ok;
    }
    m_editor->setPlaceholderText(isChat() ? tr("Words that the members get to read")
                                 : m_binary->isChecked()
                                     ? QStringLiteral("de ad be ef")
                                     : QStringLiteral(R"({"type":"notification","content":"…"})"));
    QPalette colors;
    colors.setColor(QPalette::WindowText, m_theme.color(role));
    m_verdict->setPalette(colors);
    m_verdict->setText(verdict);
    const QString why = obstacle(bytes);
    m_send->setEnabled(why.isEmpty());
    m_send->setToolTip(why.isEmpty() ? tr("Send it (Ctrl+Enter); the dialog stays") : why);
    m_send->setAccessibleDescription(why);
}

QString SendDialog::obstacle(const Result<QByteArray> &bytes) const
{
    if (!bytes)
        return bytes.error().message;
    if (bytes->isEmpty())
        return tr("There is nothing to send");
    if (m_recipients.count() == 0)
        return m_chat ? tr("Nobody is in this room any more") : tr("Nobody is connected");
    if (isChat() && m_editor->toPlainText().isEmpty())
        return tr("There is nothing to send");
    return m_waiting ? tr("The last message is being sent") : QString();
}

void SendDialog::send()
{
    auto bytes = payload();
    if (!bytes || m_waiting)
        return;
    m_waiting = true;
    check();
    m_delivery->showWaiting(tr("Sending…"));
    const Opcode opcode = m_binary->isChecked() ? Opcode::Binary : Opcode::Text;
    whenDone(m_server.execute(SendMessage{m_recipients.target, opcode, std::move(bytes).value()}),
             this, [this, told = m_recipients.connections](const CommandOutcome &outcome) {
                 m_waiting = false;
                 m_delivery->showOutcome(outcome, told, Deed::Send);
                 check();
             });
}

} // namespace signalbox
