// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QScreen>
#include <QWidget>

namespace signalbox {

/// Makes a dialog as large as `normal` at this zoom, as far as the screen goes.
inline void resizeZoomed(QWidget &dialog, const Theme &theme, QSize normal)
{
    constexpr QSize Frame{16, 56}; // what a title bar and borders take at most
    const QSize zoomed{theme.zoomed(normal.width()), theme.zoomed(normal.height())};
    dialog.resize(zoomed.boundedTo(dialog.screen()->availableSize() - Frame));
}

} // namespace signalbox
