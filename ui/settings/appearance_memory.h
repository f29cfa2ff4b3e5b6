// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace signalbox {

class Theme;

/// Brings back the colours and zoom of the last time, and keeps them by QSettings when they change.
class AppearanceMemory : public QObject
{
    Q_OBJECT

public:
    /// `theme` must outlive this.
    explicit AppearanceMemory(Theme &theme, QObject *parent = nullptr);

private:
    void restore();
    void keep() const;

    Theme &m_theme;
};

} // namespace signalbox
