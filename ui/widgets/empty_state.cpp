// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"

#include "ui/theme/theme.h"
#include "ui/widgets/wrap_layout.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace signalbox {

namespace {
constexpr int IconSize = 48;
constexpr int TextWidth = 420;
constexpr int LeastWidth = 240;
} // namespace

EmptyState::EmptyState(const Theme &theme, QString icon, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_iconName(std::move(icon))
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_buttons(new WrapLayout)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    for (QLabel *label : {m_title, m_sentence, m_detail}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignHCenter);
    }
    m_sentence->setWordWrap(true);
    m_detail->setWordWrap(true);
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_icon->setAlignment(Qt::AlignHCenter);
    m_buttons->setSpacing(spacing::Medium);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(spacing::Medium);
    layout->addStretch(2);
    layout->addWidget(m_icon);
    layout->addWidget(m_title);
    layout->addWidget(m_sentence, 0, Qt::AlignHCenter);
    layout->addWidget(m_detail);
    layout->addSpacing(spacing::Medium);
    m_buttons->setLineAlignment(Qt::AlignHCenter);
    layout->addLayout(m_buttons);
    layout->addStretch(3);
    connect(&m_theme, &Theme::changed, this, &EmptyState::applyTheme);
    applyTheme();
}

void EmptyState::setTexts(const QString &title, const QString &sentence, const QString &detail)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    fitSentence();
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
}

void EmptyState::addButton(QWidget *button)
{
    m_buttons->addWidget(button);
}

QSize EmptyState::minimumSizeHint() const
{
    const int height = QWidget::minimumSizeHint().height();
    return {LeastWidth, m_icon->isHidden() ? height : height - iconHeight()};
}

int EmptyState::iconHeight() const
{
    return m_icon->sizeHint().height() + layout()->spacing();
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitSentence();
    m_icon->setVisible(height() >= minimumSizeHint().height() + iconHeight());
}

void EmptyState::applyTheme()
{
    m_icon->setPixmap(m_theme.icon(m_iconName, ColorRole::ControlBorder)
                          .pixmap(QSize(IconSize, IconSize) * m_theme.zoom() / Theme::NormalZoom,
                                  devicePixelRatioF()));
    QFont title = m_theme.uiFont();
    title.setBold(true);
    title.setPointSizeF(title.pointSizeF() + 2);
    m_title->setFont(title);
    m_detail->setFont(m_theme.fixedFont());
    m_sentence->setFont(m_theme.uiFont());
    fitSentence();
}

void EmptyState::fitSentence()
{
    const int width = std::clamp(this->width() - 2 * spacing::Page, LeastWidth - 2 * spacing::Page,
                                 m_theme.zoomed(TextWidth));
    m_sentence->setFixedSize(width, std::max(0, m_sentence->heightForWidth(width)));
}

} // namespace signalbox
