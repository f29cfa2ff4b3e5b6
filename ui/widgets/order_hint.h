// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/elided_label.h"

namespace signalbox {

class SettledProxy;
class Theme;

/// Says beside a list's count that its rows keep their places while the pointer is over them.
class OrderHint : public ElidedLabel
{
    Q_OBJECT

public:
    /// Both must outlive the hint.
    OrderHint(const SettledProxy &proxy, const Theme &theme, QWidget *parent);

private:
    void tell(bool held);
    void applyTheme();

    const Theme &m_theme;
};

} // namespace signalbox
