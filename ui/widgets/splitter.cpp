// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/splitter.h"

#include <QKeyEvent>
#include <QPainter>

namespace signalbox {

namespace {

constexpr int Step = 16;
constexpr int LongStep = 96;

/// The bar between two parts; while it has the keyboard it shows that.
class Handle : public QSplitterHandle
{
    Q_OBJECT

public:
    Handle(Qt::Orientation orientation, QSplitter *parent)
        : QSplitterHandle(orientation, parent)
    {
        setFocusPolicy(Qt::TabFocus);
        setAccessibleName(tr("Border between the parts"));
        const QString tip = tr("Drag it, or move it with the arrow keys");
        setAccessibleDescription(tip);
        setToolTip(tip);
    }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const int step = stepOf(event->key());
        if (step == 0) {
            QSplitterHandle::keyPressEvent(event);
            return;
        }
        // The place that can be grabbed is wider than the line.
        const QPoint line = pos() + contentsRect().topLeft();
        moveSplitter((orientation() == Qt::Horizontal ? line.x() : line.y()) + step);
    }
    void paintEvent(QPaintEvent *event) override
    {
        QSplitterHandle::paintEvent(event);
        if (hasFocus())
            QPainter(this).fillRect(rect(), palette().color(QPalette::Link));
    }
    void focusInEvent(QFocusEvent *event) override
    {
        QSplitterHandle::focusInEvent(event);
        clearMask(); // all of the place that can be grabbed
        update();
    }
    void focusOutEvent(QFocusEvent *event) override
    {
        QSplitterHandle::focusOutEvent(event);
        setMask(QRegion(contentsRect()));
        update();
        const auto covered = splitter()->findChildren<QWidget *>();
        for (QWidget *widget : covered) {
            const QRect place(widget->mapTo(splitter(), QPoint()), widget->size());
            if (!widget->isWindow() && place.intersects(geometry()))
                widget->update(); // opaque ones are not drawn with what they lie on
        }
    }

private:
    [[nodiscard]] int stepOf(int key) const
    {
        const bool across = orientation() == Qt::Horizontal;
        switch (key) {
        case Qt::Key_Left:
            return across ? -Step : 0;
        case Qt::Key_Right:
            return across ? Step : 0;
        case Qt::Key_Up:
            return across ? 0 : -Step;
        case Qt::Key_Down:
            return across ? 0 : Step;
        case Qt::Key_PageUp:
            return -LongStep;
        case Qt::Key_PageDown:
            return LongStep;
        default:
            return 0;
        }
    }
};

} // namespace

Splitter::Splitter(Qt::Orientation orientation, QWidget *parent)
    : QSplitter(orientation, parent)
{ }

QSplitterHandle *Splitter::createHandle()
{
    return new Handle(orientation(), this);
}

} // namespace signalbox

#include "splitter.moc"
