// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/elided_field.h"

#include "ui/theme/theme.h"
#include "ui/theme/tool_tip_text.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace signalbox {

namespace {
constexpr int LineEditMargin = 2; // QLineEdit's own, beside the style's
}

ElidedField::ElidedField(QWidget *parent)
    : QLineEdit(parent)
{
    setReadOnly(true);
    setFrame(false);
    setFocusPolicy(Qt::ClickFocus);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setTextMargins(-spacing::Small - LineEditMargin, 0, 0, 0); // in line with labels
    QPalette colors;
    colors.setColor(QPalette::Base, Qt::transparent);
    setPalette(colors);
}

QSize ElidedField::sizeHint() const
{
    return {0, fontMetrics().height()};
}

QSize ElidedField::minimumSizeHint() const
{
    return sizeHint();
}

void ElidedField::paintEvent(QPaintEvent *event)
{
    if (hasFocus() || hasSelectedText()) {
        QLineEdit::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, elided());
}

bool ElidedField::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QLineEdit::event(event);
    if (elided() != text())
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), toolTipText(text()),
                           this);
    return true;
}

QString ElidedField::elided() const
{
    return fontMetrics().elidedText(text(), Qt::ElideRight, width());
}

} // namespace signalbox
