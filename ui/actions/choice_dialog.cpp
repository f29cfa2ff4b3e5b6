// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/choice_dialog.h"

#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace signalbox {

namespace {
constexpr int LeastCharacters = 64;
}

ChoiceDialog::ChoiceDialog(QWidget *parent)
    : QDialog(parent)
    , m_question(new QLabel(this))
    , m_explanation(new QLabel(this))
    , m_buttons(new QHBoxLayout)
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_question->setObjectName(QStringLiteral("question"));
    QFont bold = m_question->font();
    bold.setBold(true);
    m_question->setFont(bold);
    for (QLabel *label : {m_question, m_explanation}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_buttons->addStretch();
    m_buttons->addWidget(m_cancel);
    m_cancel->setDefault(true);
    m_cancel->setFocus();
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::Page, spacing::Page, spacing::Page, spacing::Page);
    layout->setSpacing(spacing::Medium);
    layout->addWidget(m_question);
    layout->addWidget(m_explanation);
    layout->addStretch();
    layout->addSpacing(spacing::Medium);
    layout->addLayout(m_buttons);
    setMinimumWidth(LeastCharacters * fontMetrics().averageCharWidth());
}

void ChoiceDialog::setQuestion(const QString &question, const QString &explanation)
{
    m_question->setText(question);
    m_explanation->setText(explanation);
}

QPushButton *ChoiceDialog::addChoice(const QString &verb, const QString &objectName)
{
    auto *button = new QPushButton(verb, this);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    setTabOrder(button, m_cancel);
    connect(button, &QPushButton::clicked, this, &QDialog::accept);
    return button;
}

QString connectedText(qint64 connections)
{
    if (connections <= 0)
        return ChoiceDialog::tr("Nobody is connected any more.");
    return counted(quint64(connections), ChoiceDialog::tr("One client is connected."),
                   ChoiceDialog::tr("%1 clients are connected."));
}

} // namespace signalbox
