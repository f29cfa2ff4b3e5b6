// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace signalbox {

/// The hidden vertical header of a UniformTable: knows the height that all rows have, and keeps no
/// section for any of them, because it never sees the model.
class RowlessHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit RowlessHeader(QWidget *parent)
        : QHeaderView(Qt::Vertical, parent)
    {
        setSectionResizeMode(Fixed);
        setMinimumSectionSize(0);
        hide();
    }

    void setModel(QAbstractItemModel * /*model*/) override { }
    void setSelectionModel(QItemSelectionModel * /*selection*/) override { }
};

} // namespace signalbox
