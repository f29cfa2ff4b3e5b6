// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/capture_dialog.h"

#include "core/escaped_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/filter_box.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace signalbox {

CaptureDialog::CaptureDialog(const Filter &capture, const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_text(new FilterBox(theme, FilterFields::ofRecords(), QStringLiteral("log"), this))
    , m_error(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Capture filter"));
    auto *explanation = new QLabel(
        tr("The log keeps only new records that this filter accepts; the others are counted and "
           "gone. To hide rows and keep them, use the filter above the table."),
        this);
    explanation->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("captureText"));
    m_text->setAccessibleName(tr("Capture filter"));
    m_text->setPlaceholderText(tr("room:lobby -type:typing"));
    m_text->setHelpfulToolTip(tr("Which records the log keeps (F1 tells how to say it)"));
    m_text->setFilterText(capture.text());
    m_error->setObjectName(QStringLiteral("captureError"));
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    QPalette danger = palette();
    danger.setColor(QPalette::WindowText, theme.color(ColorRole::Danger));
    m_error->setPalette(danger);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(tr("Capture only these"), QDialogButtonBox::AcceptRole);
    m_accept->setDefault(true);
    if (!capture.isEmpty()) {
        auto *everything =
            buttons->addButton(tr("Capture everything"), QDialogButtonBox::DestructiveRole);
        connect(everything, &QPushButton::clicked, this, [this] {
            emit chosen({});
            accept();
        });
    }
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit chosen(m_filter);
        accept();
    });
    connect(m_text, &QLineEdit::textChanged, this, &CaptureDialog::check);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::Page, spacing::Page, spacing::Page, spacing::Page);
    layout->setSpacing(spacing::Large);
    layout->addWidget(explanation);
    layout->addWidget(m_text);
    layout->addWidget(m_error);
    layout->addWidget(buttons);
    setMinimumWidth(theme.zoomed(480));
    check();
}

void CaptureDialog::check()
{
    const FilterResult result = Filter::compile(m_text->text(), FilterFields::ofRecords());
    m_filter = result.filter;
    m_error->setText(result.error ? escapedText(result.error->message) : QString());
    const bool able = result && !m_filter.isEmpty();
    m_accept->setEnabled(able);
    m_accept->setToolTip(able ? tr("New records that this filter does not accept are not kept")
                              : tr("Write a filter first"));
}

} // namespace signalbox
