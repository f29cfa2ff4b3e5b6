// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/act_dialog.h"

#include "ui/actions/delivery_view.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>

namespace signalbox {

ActDialog::ActDialog(const Theme &theme, ButtonRole role, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_role(role)
    , m_obstacle(new QLabel(this))
    , m_delivery(new DeliveryView(theme, this))
    , m_verb(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_obstacle->setObjectName(QStringLiteral("obstacle"));
    m_obstacle->setTextFormat(Qt::PlainText);
    m_obstacle->setWordWrap(true);
    setButtonRole(m_verb, role);
    m_verb->setAutoDefault(false);
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_cancel->setDefault(true);
    connect(m_verb, &QPushButton::clicked, this, &ActDialog::act);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    shortcut->setAutoRepeat(false); // held down, it would act again and again
    connect(shortcut, &QShortcut::activated, m_verb, [this] { m_verb->click(); });
    connect(&m_theme, &Theme::changed, this, &ActDialog::applyTheme);
    applyTheme();
}

void ActDialog::applyTheme()
{
    m_obstacle->setFont(m_theme.captionFont());
    QPalette colors;
    colors.setColor(
        QPalette::WindowText,
        m_theme.color(m_role == ButtonRole::Danger ? ColorRole::Danger : ColorRole::Muted));
    m_obstacle->setPalette(colors);
}

void ActDialog::addEnd(QBoxLayout *layout)
{
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    buttons->addButton(m_verb, QDialogButtonBox::ActionRole);
    layout->addWidget(m_obstacle);
    layout->addWidget(m_delivery);
    layout->addWidget(buttons);
}

void ActDialog::setObstacle(const QString &obstacle, bool isShown)
{
    m_obstacle->setText(obstacle);
    m_obstacle->setVisible(isShown && !obstacle.isEmpty() && !m_done);
    m_verb->setEnabled(obstacle.isEmpty() && !m_done);
    m_verb->setToolTip(obstacle.isEmpty() ? tr("Do it (Ctrl+Enter)") : obstacle);
    m_verb->setAccessibleDescription(obstacle);
}

void ActDialog::setDone()
{
    m_done = true;
    m_obstacle->hide();
    m_verb->setEnabled(false);
    m_verb->hide();
    m_cancel->setText(tr("Close"));
    m_cancel->setFocus();
}

void ActDialog::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    // In a field it would press Cancel, and what was typed would be lost.
    if (enter && !qobject_cast<QPushButton *>(focusWidget()))
        event->accept();
    else
        QDialog::keyPressEvent(event);
}

} // namespace signalbox
