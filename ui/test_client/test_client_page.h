// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace signalbox {

class Client;
class ServerMirror;
class Theme;

/// The Test client page: one connection to any server, a composer, and a log of its own.
class TestClientPage : public QWidget
{
    Q_OBJECT

public:
    /// `client`, `mirror` and `theme` must outlive the page.
    TestClientPage(Client &client, ServerMirror &mirror, Theme &theme, QWidget *parent = nullptr);
    ~TestClientPage() override;

    /// Puts the URL into its field and connects; an open connection is left as it is and the page
    /// says so.
    void connectTo(const QString &url);
};

} // namespace signalbox
