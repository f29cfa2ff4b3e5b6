// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace signalbox {

inline constexpr auto RememberedProperty = "remembered";

/// Lets the window keep whether a checkable button is on, under that name, from one run to the
/// next.
inline void rememberSwitch(QAbstractButton *button, const QString &name)
{
    button->setObjectName(name);
    button->setProperty(RememberedProperty, true);
}

} // namespace signalbox
