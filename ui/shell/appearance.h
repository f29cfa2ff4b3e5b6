// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace signalbox {

class Theme;

/// Keeps colours and zoom from one start to the next.
class Appearance : public QObject
{
    Q_OBJECT

public:
    /// Gives `theme`, which must outlive this, what was kept.
    explicit Appearance(Theme &theme, QObject *parent = nullptr);

private:
    void restore();
    void keep() const;

    Theme &m_theme;
};

} // namespace signalbox
