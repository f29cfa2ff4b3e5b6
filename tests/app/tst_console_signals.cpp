// SPDX-License-Identifier: GPL-3.0-or-later
// What a signal from outside means while the window stops its server already.
#include "app/console_application.h"
#include "tests/support/raw_client.h"
#include "tests/ui/console_fixture.h"
#include "ui/shell/console_actions.h"

#include <QTimer>
#include <QUrl>

#include <chrono>
#include <csignal>
#include <memory>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

template <typename Widget>
Widget *find(const MainWindow &window, const char *name)
{
    return window.findChild<Widget *>(QString::fromLatin1(name));
}

MainWindow *openWindow()
{
    const auto widgets = QApplication::topLevelWidgets();
    for (QWidget *widget : widgets) {
        if (auto *window = qobject_cast<MainWindow *>(widget); window && window->isVisible())
            return window;
    }
    return nullptr;
}

/// The port that the window's title names; 0 while the server does not serve.
quint16 portOf(const MainWindow &window)
{
    return quint16(QUrl(window.windowTitle().section(u' ', 0, 0)).port(0));
}

} // namespace

class TestConsoleSignals : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aSignalWaitsForTheStopOfTheWindow();

private:
    void stopInTheWindow();

    QTemporaryDir m_settings;
    std::unique_ptr<RawClient> m_client;
    bool m_waited = false;
};

void TestConsoleSignals::initTestCase()
{
    QVERIFY(m_settings.isValid());
    useSettingsIn(m_settings);
}

/// The client never answers its close: the stop goes on until it hangs up.
void TestConsoleSignals::stopInTheWindow()
{
    MainWindow *window = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((window = openWindow()) != nullptr && portOf(*window) > 0, Patience);
    m_client = std::make_unique<RawClient>(portOf(*window));
    QVERIFY(m_client->upgrade());
    auto *table = find<DataTable>(*window, "connectionsTable");
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, Patience);
    window->findChild<ConsoleActions *>()->stop->trigger();
    find<QPushButton>(*window, "stopGracefully")->click();
    const auto *text = find<QLabel>(*window, "stopText");
    QTRY_VERIFY_WITH_TIMEOUT(text->isVisible(), Patience);
    QCOMPARE(std::raise(SIGTERM), 0);
    const QString before = text->text(); // the time that is left
    QTRY_VERIFY_WITH_TIMEOUT(text->text() != before, Patience);
    QTimer::singleShot(0, this, [this] {
        m_waited = true;
        m_client->hangUp();
    });
}

void TestConsoleSignals::aSignalWaitsForTheStopOfTheWindow()
{
    CommandLine commandLine;
    commandLine.options = consoleOptions();
    commandLine.options.drainTimeout = std::chrono::minutes(5);
    ConsoleApplication application(commandLine);
    QTimer::singleShot(0, this, [this] {
        stopInTheWindow();
        if (QTest::currentTestFailed())
            QApplication::exit(EXIT_FAILURE);
    });
    QCOMPARE(application.run(), EXIT_SUCCESS);
    QVERIFY(m_waited);
}

QTEST_MAIN(TestConsoleSignals)
#include "tst_console_signals.moc"
