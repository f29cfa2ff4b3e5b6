// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/modal_guard.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QShortcut>
#include <QWidget>

#include <algorithm>

namespace signalbox {

namespace {

/// The widgets in which a shortcut works; `owner` is an action, a shortcut or a widget itself.
QObjectList placesOf(QObject *owner)
{
    if (const auto *action = qobject_cast<QAction *>(owner))
        return action->associatedObjects();
    if (const auto *shortcut = qobject_cast<QShortcut *>(owner))
        return {shortcut->parent()};
    return {owner};
}

bool isInside(const QWidget &dialog, QObject *place)
{
    const auto *widget = qobject_cast<QWidget *>(place);
    return widget && (widget == &dialog || dialog.isAncestorOf(widget));
}

} // namespace

ModalGuard::ModalGuard(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool ModalGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Shortcut)
        return false;
    const QWidget *dialog = QApplication::activeModalWidget();
    if (!dialog)
        return false;
    const auto places = placesOf(watched);
    return std::ranges::none_of(places,
                                [dialog](QObject *place) { return isInside(*dialog, place); });
}

} // namespace signalbox
