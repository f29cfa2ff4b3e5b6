// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace signalbox {

/// A splitter whose handles Tab reaches and arrow keys move; Page Up and Down move them further.
class Splitter : public QSplitter
{
    Q_OBJECT

public:
    explicit Splitter(Qt::Orientation orientation, QWidget *parent = nullptr);
    explicit Splitter(QWidget *parent = nullptr)
        : Splitter(Qt::Horizontal, parent)
    { }

protected:
    QSplitterHandle *createHandle() override;
};

} // namespace signalbox
