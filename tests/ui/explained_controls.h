// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QToolButton>

#include <algorithm>

namespace signalbox::test {

/// Whether Qt made it as a part of another control, which is the one to explain.
inline bool isPartOfControl(const QWidget &widget)
{
    const auto *field = qobject_cast<const QLineEdit *>(widget.parentWidget());
    const bool isDecoration = field && widget.geometry().center().x() < field->width() / 2;
    return isDecoration || widget.objectName().startsWith(QLatin1StringView("qt_"))
           || qobject_cast<const QAbstractSpinBox *>(widget.parentWidget())
           || qobject_cast<const QComboBox *>(widget.parentWidget())
           || widget.inherits("QTableCornerButton");
}

/// What one uses, unlike a text that can only be read and copied.
inline bool isControl(const QWidget &widget)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(&widget))
        return !line->isReadOnly();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(&widget))
        return !text->isReadOnly();
    return qobject_cast<const QAbstractButton *>(&widget)
           || qobject_cast<const QComboBox *>(&widget)
           || qobject_cast<const QAbstractSpinBox *>(&widget);
}

/// The text that stands on it, or beside it as its label.
inline QString visibleName(const QWidget &window, const QWidget &control)
{
    if (const auto *button = qobject_cast<const QAbstractButton *>(&control)) {
        const auto *tool = qobject_cast<const QToolButton *>(button);
        return tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly ? QString()
                                                                         : button->text();
    }
    const auto labels = window.findChildren<QLabel *>();
    const auto label = std::ranges::find_if(labels, [&control](const QLabel *candidate) {
        return candidate->isVisible() && candidate->buddy() == &control;
    });
    return label == labels.end() ? QString() : (*label)->text();
}

/// Each control that can be used says what it is for: by a visible name, or else by its tool tip.
inline void checkIsExplained(const QWidget &window)
{
    QStringList mute;
    const auto widgets = window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (widget->window() != &window || !widget->isVisible() || !widget->isEnabled()
            || !isControl(*widget) || isPartOfControl(*widget))
            continue;
        if (widget->toolTip().isEmpty() && visibleName(window, *widget).isEmpty())
            mute +=
                QStringLiteral("%1 “%2” in %3 “%4”")
                    .arg(QLatin1StringView(widget->metaObject()->className()), widget->objectName(),
                         QLatin1StringView(widget->parentWidget()->metaObject()->className()),
                         widget->parentWidget()->objectName());
    }
    QVERIFY2(mute.isEmpty(), qPrintable(mute.join(QStringLiteral("; "))));
}

} // namespace signalbox::test
