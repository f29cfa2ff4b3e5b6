// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/elided_label.h"

#include "ui/theme/tool_tip_text.h"

#include <QClipboard>
#include <QGuiApplication>
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
    setTextInteractionFlags(mode == Qt::ElideNone
                                ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                : Qt::TextInteractionFlags(Qt::NoTextInteraction));
}

void ElidedLabel::paintEvent(QPaintEvent *event)
{
    if (m_mode == Qt::ElideNone) {
        QLabel::paintEvent(event);
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
            QPainter frame(this);
            frame.setPen(palette().color(QPalette::Link));
            frame.drawRect(rect().adjusted(0, 0, -1, -1));
        }
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(contentsRect(), int(alignment()) | Qt::TextSingleLine, elided());
}

void ElidedLabel::keyPressEvent(QKeyEvent *event)
{
    // What is selected goes as soon as the text changes, which some do each second.
    if (event->matches(QKeySequence::Copy) && !hasSelectedText() && !text().isEmpty()) {
        QGuiApplication::clipboard()->setText(text());
        return;
    }
    QLabel::keyPressEvent(event);
}

void ElidedLabel::focusInEvent(QFocusEvent *event)
{
    QLabel::focusInEvent(event);
    const bool byKeyboard =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byKeyboard && m_mode == Qt::ElideNone)
        setSelection(0, int(text().size()));
    update();
}

void ElidedLabel::focusOutEvent(QFocusEvent *event)
{
    QLabel::focusOutEvent(event);
    if (hasSelectedText() && event->reason() != Qt::PopupFocusReason)
        setSelection(0, 0);
    update();
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
