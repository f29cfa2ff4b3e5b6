// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter_field.h"

#include <QTextBrowser>

namespace signalbox {

class Theme;

/// How a filter is written, with the fields that there are; made from the table of fields.
class FilterHelp : public QTextBrowser
{
    Q_OBJECT

public:
    /// Goes away when the keyboard or a click goes elsewhere.
    FilterHelp(FilterFields fields, const Theme &theme, QWidget *parent);

    /// Below a widget and as wide as it needs to be.
    void openBelow(const QWidget &widget);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

signals:
    /// An example was clicked.
    void exampleChosen(const QString &text);

private:
    [[nodiscard]] static QString page(FilterFields fields, const Theme &theme);
};

} // namespace signalbox
