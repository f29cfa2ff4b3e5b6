// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace signalbox {

class ServerMirror;
class Theme;

/// The Log page: what went over the server's connections, newest below, with filter and details.
class LogPage : public QWidget
{
    Q_OBJECT

public:
    /// `mirror` and `theme` must outlive the page.
    LogPage(ServerMirror &mirror, Theme &theme, QWidget *parent = nullptr);
    ~LogPage() override;

    /// Puts a text into the filter box, as if the operator had typed it.
    void showFilter(const QString &text);
    /// Hides every row that is there now; nothing is destroyed.
    void clear();
};

} // namespace signalbox
