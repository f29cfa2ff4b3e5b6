// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/test_client/close_choice.h"

#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace signalbox {

Result<CloseClient> parseClose(const QString &code, const QString &reason)
{
    bool ok = false;
    const ushort number = code.trimmed().section(u' ', 0, 0).toUShort(&ok);
    if (!ok || !isSendableCloseCode(number)) {
        return Error{Error::Code::InvalidArgument,
                     CloseChoice::tr("A code is 1000–1003, 1007–1014 or 3000–4999.")};
    }
    const auto bytes = reason.toUtf8().size();
    if (bytes > MaxCloseReasonBytes) {
        return Error{Error::Code::OutOfRange,
                     counted(quint64(bytes - MaxCloseReasonBytes),
                             CloseChoice::tr("The reason is one byte too long."),
                             CloseChoice::tr("The reason is %1 bytes too long."))};
    }
    return CloseClient{number, reason};
}

CloseChoice::CloseChoice(const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_code(new QComboBox(this))
    , m_reason(new QLineEdit(this))
    , m_counter(new QLabel(this))
    , m_close(new QPushButton(tr("Close the connection"), this))
{
    setWindowTitle(tr("Close with a code"));
    m_code->setEditable(true);
    m_code->setInsertPolicy(QComboBox::NoInsert);
    m_code->setAccessibleName(tr("Close code"));
    m_code->setToolTip(tr("One of the list, or any number from 3000 to 4999"));
    for (const CloseReason &row : closeReasons()) {
        if (row.sendable)
            m_code->addItem(closeCodeText(row.code));
    }
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setToolTip(
        tr("What the server gets to read; at most %1 bytes in UTF-8").arg(MaxCloseReasonBytes));
    m_counter->setTextFormat(Qt::PlainText);
    m_counter->setFont(theme.captionFont());
    m_counter->setAccessibleName(tr("Bytes of the reason"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_close, QDialogButtonBox::AcceptRole);
    auto *layout = new QFormLayout(this);
    layout->addRow(tr("Code"), m_code);
    layout->addRow(tr("Reason"), m_reason);
    layout->addRow(QString(), m_counter);
    layout->addRow(buttons);
    resize(420, sizeHint().height());

    connect(m_code, &QComboBox::editTextChanged, this, &CloseChoice::check);
    connect(m_reason, &QLineEdit::textChanged, this, &CloseChoice::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &CloseChoice::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

void CloseChoice::check()
{
    const auto close = parseClose(m_code->currentText(), m_reason->text());
    m_close->setEnabled(close.isOk());
    m_close->setToolTip(close ? QString() : close.error().message);
    m_counter->setText(
        close ? tr("%1 of %2 bytes").arg(m_reason->text().toUtf8().size()).arg(MaxCloseReasonBytes)
              : close.error().message);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText,
                    m_theme.color(close ? ColorRole::Muted : ColorRole::Danger));
    m_counter->setPalette(colors);
}

void CloseChoice::choose()
{
    const auto close = parseClose(m_code->currentText(), m_reason->text());
    if (!close)
        return;
    emit chosen(close->code, close->reason);
    accept();
}

} // namespace signalbox
