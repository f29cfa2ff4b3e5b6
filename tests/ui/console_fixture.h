// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/client.h"
#include "server/server.h"
#include "tests/support/json_client.h"
#include "ui/connections/connections_page.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

namespace signalbox::test {

constexpr int Patience = 10'000; // milliseconds until a test gives up

/// Settings and data of whoever runs the test have no say, and are left alone.
inline void useSettingsIn(const QTemporaryDir &directory)
{
    for (const char *variable : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        qputenv(variable, directory.path().toUtf8());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, directory.path());
    QApplication::setOrganizationName(QStringLiteral("Signalbox"));
    QApplication::setApplicationName(QStringLiteral("test"));
}

inline ServerOptions consoleOptions()
{
    ServerOptions options;
    options.port = 0;
    options.examples = true;
    return options;
}

/// A console with its server, as the application builds it.
struct Console
{
    Server server;
    Client client;
    Theme theme;
    MainWindow window{server, client, theme, {consoleOptions(), {}}};

    Console()
    {
        theme.apply();
        window.show();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(&window);
    }

    template <typename Widget>
    Widget *find(const char *name) const
    {
        return window.findChild<Widget *>(QString::fromLatin1(name));
    }
    ConnectionsPage *page() const { return window.findChild<ConnectionsPage *>(); }
    DataTable *table() const { return find<DataTable>("connectionsTable"); }
    QPushButton *button(const QString &text) const
    {
        const auto buttons = window.findChildren<QPushButton *>();
        for (QPushButton *candidate : buttons) {
            if (candidate->isVisible() && candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }
    QString state() const { return find<QLabel>("serverState")->text(); }
    QString url() const
    {
        const auto actions = window.findChildren<QAction *>();
        for (QAction *action : actions) {
            if (action->text().remove(u'&') == QStringLiteral("Copy URL"))
                action->trigger();
        }
        return QApplication::clipboard()->text();
    }
    void start() const
    {
        QTest::mouseClick(find<QPushButton>("start"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("Serving"), 10'000);
    }
};

using Clients = std::vector<std::unique_ptr<JsonClient>>;

inline Clients connectClients(const QString &url, int count)
{
    Clients clients;
    for (int i = 0; i < count; ++i) {
        auto client = std::make_unique<JsonClient>();
        if (!client->open(url))
            return {};
        clients.push_back(std::move(client));
    }
    return clients;
}

inline QString cell(const DataTable &table, int row, int column)
{
    return table.model()->index(row, column).data().toString();
}

} // namespace signalbox::test
