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

    /// The most that a line takes of the cell, and what it needs beside the longest number.
    static constexpr int LineWidth = 28;
    static constexpr int LeastWidth = 16;

    void paintBeside(QPainter &painter, QRect place, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace signalbox
