// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/focus_ring.h"

#include "ui/theme/theme.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QEvent>
#include <QPainter>

namespace signalbox {

namespace {

/// Lies over a widget and paints its edge.
class Frame : public QWidget
{
    Q_OBJECT

public:
    Frame(const Theme &theme, QWidget *framed)
        : QWidget(framed)
        , m_theme(theme)
    {
        setObjectName(QStringLiteral("focusRing"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setGeometry(framed->rect());
        framed->installEventFilter(this);
        show();
        raise();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Resize)
            setGeometry(parentWidget()->rect());
        return QWidget::eventFilter(watched, event);
    }
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.setPen(m_theme.color(ColorRole::Accent));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }

private:
    const Theme &m_theme;
};

} // namespace

FocusRing::FocusRing(const Theme &theme, QWidget *window)
    : QObject(window)
    , m_theme(theme)
    , m_window(window)
{
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget * /*old*/, QWidget *now) { follow(now); });
}

/// The window or one of its dialogs; what pops up has a frame of its own.
bool FocusRing::isOurs(const QWidget &window) const
{
    if (window.windowType() == Qt::Popup || window.windowType() == Qt::ToolTip)
        return false;
    const QWidget *owner = &window;
    while (owner != m_window && owner->parentWidget())
        owner = owner->parentWidget()->window();
    return owner == m_window;
}

void FocusRing::follow(QWidget *focused)
{
    delete m_frame;
    auto *area = qobject_cast<QAbstractScrollArea *>(focused);
    if (!area || area->frameShape() != QFrame::NoFrame || !isOurs(*area->window()))
        return;
    if (area->window()->testAttribute(Qt::WA_KeyboardFocusChange))
        m_frame = new Frame(m_theme, area);
}

} // namespace signalbox

#include "focus_ring.moc"
