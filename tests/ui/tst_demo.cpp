// SPDX-License-Identifier: GPL-3.0-or-later
// The first ten seconds: somebody who has no client yet presses "Start a demo".
#include "client/demo/demo_script.h"
#include "tests/ui/console_fixture.h"
#include "ui/actions/stop_dialog.h"
#include "ui/connections/connection_model.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Guests = int(DemoUsers.size());

int openConnections(const Console &console)
{
    return console.find<QLabel>("connections")->text().section(u' ', 0, 0).toInt();
}

} // namespace

class TestDemo : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    static void itStartsTheServerAndFillsIt();
    static void theSameButtonStopsIt();
    static void itEndsWithTheServer();
    static void aWindowThatClosesTakesItAlong();
    static void theWindowIsNotBlocked();

private:
    QTemporaryDir m_settings;
};

void TestDemo::initTestCase()
{
    QVERIFY(m_settings.isValid());
    useSettingsIn(m_settings);
}

void TestDemo::itStartsTheServerAndFillsIt()
{
    Console console;
    QPushButton *demo = console.button(u"Start a demo"_s);
    QVERIFY(demo); // in the empty state of a stopped server
    QTest::mouseClick(demo, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(console.state(), u"Serving"_s, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(openConnections(console), Guests, Patience);
    QSet<QString> users;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            users.clear(); // before they join, they have no name
            for (int row = 0; row < console.table()->model()->rowCount(); ++row)
                users += cell(*console.table(), row, ConnectionModel::User);
            return users.size() >= Guests;
        }(),
        Patience);
    for (const char *name : DemoUsers)
        QVERIFY2(users.contains(QString::fromUtf8(name)), name);
    QTest::keyClick(&console.window, Qt::Key_2, Qt::AltModifier);
    auto *rooms = console.find<DataTable>("roomsTable");
    QVERIFY(rooms);
    QTRY_COMPARE_WITH_TIMEOUT(rooms->model()->rowCount(), int(demoRooms().size()), Patience);
    for (int row = 0; row < rooms->model()->rowCount(); ++row)
        QVERIFY(cell(*rooms, row, 0).startsWith(u"demo-"_s)); // real clients' rooms are left alone
    QTest::keyClick(&console.window, Qt::Key_3, Qt::AltModifier);
    auto *log = console.find<DataTable>("logTable");
    const auto talk = [log] {
        for (int row = 0; row < log->model()->rowCount(); ++row) {
            for (int column = 0; column < log->model()->columnCount(); ++column) {
                if (cell(*log, row, column) == u"chat_message"_s)
                    return true;
            }
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(talk(), Patience);
}

void TestDemo::theSameButtonStopsIt()
{
    const Console console;
    console.start();
    QPushButton *demo = console.button(u"Start a demo"_s);
    QVERIFY(demo); // in the empty state of a server that nobody is connected to
    QTest::mouseClick(demo, Qt::LeftButton);
    QCOMPARE(demo->text(), u"Stop the demo"_s);
    QTRY_COMPARE_WITH_TIMEOUT(openConnections(console), Guests, Patience);
    auto *above = console.find<QPushButton>("demo"); // the table hides the empty state now
    QVERIFY(above->isVisible());
    QTest::mouseClick(above, Qt::LeftButton);
    QVERIFY(!above->isVisible());
    QCOMPARE(demo->text(), u"Start a demo"_s);
    QTRY_COMPARE_WITH_TIMEOUT(openConnections(console), 0, Patience);
    QCOMPARE(console.state(), u"Serving"_s);
}

void TestDemo::itEndsWithTheServer()
{
    const Console console;
    QTest::mouseClick(console.button(u"Start a demo"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(openConnections(console), Guests, Patience);
    QTest::mouseClick(console.find<QPushButton>("stop"), Qt::LeftButton);
    auto *dialog = console.window.findChild<StopDialog *>();
    QVERIFY(dialog);
    dialog->findChild<QPushButton *>(u"stopNow"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(console.state(), u"Stopped"_s, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(!console.find<QPushButton>("demo")->isVisible(), Patience);
    console.start(); // and nobody comes by himself
    QCOMPARE(openConnections(console), 0);
}

void TestDemo::aWindowThatClosesTakesItAlong()
{
    auto console = std::make_unique<Console>();
    QTest::mouseClick(console->button(u"Start a demo"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(openConnections(*console) > 0, Patience);
    console.reset(); // joins both threads
}

void TestDemo::theWindowIsNotBlocked()
{
    const Console console;
    QElapsedTimer since;
    qint64 latest = 0; // between two turns of the window's event loop
    QTimer tick;
    connect(&tick, &QTimer::timeout, &tick, [&] { latest = std::max(latest, since.restart()); });
    tick.start(1);
    since.start();
    QTest::mouseClick(console.button(u"Start a demo"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(openConnections(console), Guests, Patience);
    QVERIFY2(latest < 1'000, qPrintable(QString::number(latest)));
}

QTEST_MAIN(TestDemo)
#include "tst_demo.moc"
