// SPDX-License-Identifier: GPL-3.0-or-later
// What the operator arranged is there again the next time, until the layout is reset.
#include "tests/ui/console_fixture.h"
#include "ui/bans/bans_dialog.h"
#include "ui/log/log_page.h"
#include "ui/shell/console_actions.h"

#include <QHeaderView>
#include <QSplitter>
#include <QTimer>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

QAction *timeMode(const Console &console)
{
    return console.find<QAction>("logTime1");
}

bool isOn(const Console &console, const char *name)
{
    return console.find<QPushButton>(name)->isChecked();
}

/// Other than at first, by clicks and keys.
void arrangeOtherwise(Console &console)
{
    console.find<QPushButton>("ended")->click();
    QTest::keyClick(&console.window, Qt::Key_3, Qt::AltModifier);
    console.find<QPushButton>("logControlFrames")->click();
    console.find<QPushButton>("logFromServer")->click();
    console.find<DataTable>("logTable")->setFocus();
    timeMode(console)->trigger();
}

bool isOtherwise(const Console &console)
{
    return !isOn(console, "ended") && isOn(console, "logControlFrames")
           && !isOn(console, "logFromServer") && isOn(console, "logMessages")
           && timeMode(console)->isChecked() && console.window.findChild<LogPage *>()->isVisible();
}

} // namespace

class TestWindowState : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() const;
    static void pageAndSwitchesAreRemembered();
    static void aProgramThatIsEndedRemembersToo();
    static void resetLayoutResetsWhatIsRemembered();
    static void columnsFitAtAnotherZoom();
    static void dialogsKeepTheirSizeAndColumns();
    static void detailsOfTheLogKeepTheirPlace();

private:
    QTemporaryDir m_settings;
};

void TestWindowState::initTestCase()
{
    QVERIFY(m_settings.isValid());
    useSettingsIn(m_settings);
}

void TestWindowState::init() const
{
    QSettings().clear();
}

void TestWindowState::pageAndSwitchesAreRemembered()
{
    {
        Console console;
        QVERIFY(!isOtherwise(console));
        arrangeOtherwise(console);
        console.window.close();
    }
    const Console again;
    QVERIFY(isOtherwise(again));
    // The switches are in force, not only drawn.
    QCOMPARE(again.find<DataTable>("logTable")->model()->headerData(1, Qt::Horizontal).toString(),
             u"Δ previous"_s);
}

void TestWindowState::aProgramThatIsEndedRemembersToo()
{
    {
        Console console;
        arrangeOtherwise(console);
        QTimer::singleShot(0, qApp, [] { QCoreApplication::exit(0); }); // closes no window
        QCoreApplication::exec();
    }
    const Console again;
    QVERIFY(isOtherwise(again));
}

void TestWindowState::resetLayoutResetsWhatIsRemembered()
{
    Console console;
    arrangeOtherwise(console);
    QTest::keyClick(&console.window, Qt::Key_F12, Qt::ControlModifier);
    QVERIFY(isOn(console, "ended") && !isOn(console, "logControlFrames"));
    QVERIFY(isOn(console, "logFromServer") && !timeMode(console)->isChecked());
    QVERIFY(console.page()->isVisible());
    QVERIFY(!QSettings().childGroups().contains(u"window"_s));
}

void TestWindowState::columnsFitAtAnotherZoom()
{
    Console console;
    const int first = console.table()->columnWidth(0);
    console.theme.setZoom(Theme::LargestZoom);
    const int zoomed = console.table()->columnWidth(0);
    QVERIFY(zoomed > first + first / 2);
    console.table()->setColumnWidth(0, first);
    console.window.findChild<ConsoleActions *>()->resetLayout->trigger();
    QCOMPARE(console.table()->columnWidth(0), zoomed);
}

void TestWindowState::dialogsKeepTheirSizeAndColumns()
{
    Console console;
    const auto open = [&console] {
        console.window.findChild<ConsoleActions *>()->bans->trigger();
        return console.window.findChild<BansDialog *>();
    };
    auto *dialog = open();
    QVERIFY(dialog);
    const QSize first = dialog->size();
    dialog->resize(700, 500);
    dialog->findChild<DataTable *>()->horizontalHeader()->moveSection(0, 2);
    dialog->reject();
    delete dialog;
    dialog = open();
    QCOMPARE(dialog->size(), QSize(700, 500));
    QCOMPARE(dialog->findChild<DataTable *>()->horizontalHeader()->visualIndex(0), 2);
    delete dialog;
    console.window.findChild<ConsoleActions *>()->resetLayout->trigger();
    dialog = open();
    QCOMPARE(dialog->size(), first);
    QCOMPARE(dialog->findChild<DataTable *>()->horizontalHeader()->visualIndex(0), 0);
}

void TestWindowState::detailsOfTheLogKeepTheirPlace()
{
    Server server;
    ServerMirror mirror(server);
    Theme theme;
    LogPage page(mirror, theme);
    page.resize(1'100, 600);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    auto *splitter = page.findChild<QSplitter *>(u"logSplitter"_s);
    QCOMPARE(splitter->orientation(), Qt::Vertical);
    QTest::keyClick(splitter->handle(1), Qt::Key_PageUp);
    const QList<int> below = splitter->sizes();
    page.resize(1'100, 400);
    QTRY_COMPARE(splitter->orientation(), Qt::Horizontal);
    QTest::keyClick(splitter->handle(1), Qt::Key_PageUp);
    const QList<int> beside = splitter->sizes();
    page.resize(1'100, 600);
    QTRY_COMPARE(splitter->orientation(), Qt::Vertical);
    QTRY_COMPARE(splitter->sizes(), below);
    page.resize(1'100, 400);
    QTRY_COMPARE(splitter->sizes(), beside);
}

QTEST_MAIN(TestWindowState)
#include "tst_window_state.moc"
