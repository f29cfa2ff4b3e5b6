// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace signalbox {

class ServerMirror;
class Theme;

/// The Settings page: the window's appearance and every option of the server's option table.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    /// `mirror` and `theme` must outlive the page.
    SettingsPage(ServerMirror &mirror, Theme &theme, QWidget *parent = nullptr);
    ~SettingsPage() override;
};

} // namespace signalbox
