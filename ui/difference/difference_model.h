// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/difference/payload_difference.h"

#include <QAbstractTableModel>

namespace signalbox {

class Theme;

/// The differences of two payloads as a table: a sign and a word, the place, before and after.
class DifferenceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column : int { What, Place, Before, After, ColumnCount };

    /// `theme` must outlive the model.
    explicit DifferenceModel(const Theme &theme, QObject *parent = nullptr);

    void setDifference(const PayloadDifference &difference);
    /// One line for each row, as differenceLine().
    [[nodiscard]] QString text(const QList<int> &rows) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    const Theme &m_theme;
    PayloadDifference m_difference;
};

} // namespace signalbox
