// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/elided_label.h"

#include "ui/theme/tool_tip_text.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace signalbox {

ElidedLabel::ElidedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setWordWrap(true);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    setWordWrap(mode == Qt::ElideNone);
    // What is only partly painted cannot be selected.
    setTextInteractionFlags(mode == Qt::ElideNone ? Qt::TextSelectableByMouse
                                                  : Qt::NoTextInteraction);
}

void ElidedLabel::paintEvent(QPaintEvent *event)
{
    if (m_mode == Qt::ElideNone) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(contentsRect(), int(alignment()) | Qt::TextSingleLine, elided());
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_mode != Qt::ElideNone && elided() != text()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), toolTipText(text()),
                           this);
        return true;
    }
    return QLabel::event(event);
}

QString ElidedLabel::elided() const
{
    return fontMetrics().elidedText(text(), m_mode, contentsRect().width());
}

} // namespace signalbox
