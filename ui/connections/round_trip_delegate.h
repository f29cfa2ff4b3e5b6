// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/cell_delegate.h"

namespace signalbox {

class Theme;

/// A cell of the RTT column: the last value, and the last ones as a line in front of it.
class RoundTripDelegate : public CellDelegate
{
    Q_OBJECT

public:
    /// `theme` must outlive the delegate.
    explicit RoundTripDelegate(const Theme &theme, QObject *parent = nullptr);

    /// What a line takes of the cell at 100 %, also while there are few values; the column has to
    /// be wider by it.
    static constexpr int LineWidth = 26;

    void paintBeside(QPainter &painter, QRect place, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace signalbox
