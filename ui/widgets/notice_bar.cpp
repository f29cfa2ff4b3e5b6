// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/notice_bar.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace signalbox {

NoticeBar::NoticeBar(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
{
    m_text->setObjectName(QStringLiteral("noticeText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *away = new QPushButton(tr("Hide"), this);
    away->setToolTip(tr("Until there is something else to say"));
    connect(away, &QPushButton::clicked, this, &QWidget::hide);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing::Large, spacing::Small, spacing::Large, spacing::Small);
    layout->setSpacing(spacing::Medium);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(away);
    connect(&m_theme, &Theme::changed, this, &NoticeBar::applyTheme);
    applyTheme();
    hide();
}

void NoticeBar::setText(const QString &text)
{
    if (text == m_text->text())
        return;
    m_text->setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
}

void NoticeBar::applyTheme()
{
    m_icon->setPixmap(m_theme.icon(QStringLiteral("warning"), ColorRole::Warning).pixmap(16));
}

} // namespace signalbox
