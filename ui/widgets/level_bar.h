// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace signalbox {

/// A thin bar that shows a value against its limit; the figures stand beside it as text.
class LevelBar : public QWidget
{
    Q_OBJECT

public:
    explicit LevelBar(const Theme &theme, QWidget *parent = nullptr);

    /// `limit` 0 shows an empty bar.
    void setLevel(qint64 value, qint64 limit, ColorRole role);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    double m_share = 0;
    ColorRole m_role = ColorRole::Accent;
};

} // namespace signalbox
