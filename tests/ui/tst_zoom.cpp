// SPDX-License-Identifier: GPL-3.0-or-later
// The window larger and smaller, remembered, and back as it was at first.
#include "tests/ui/console_fixture.h"
#include "ui/connections/connection_model.h"
#include "ui/log/log_page.h"
#include "ui/shell/about_dialog.h"
#include "ui/shell/console_actions.h"

#include <QHeaderView>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStyle>
#include <QToolButton>
#include <QTreeWidget>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

class TestZoom : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() const;
    static void keysZoomTheWindow();
    static void zoomIsRemembered();
    static void nothingIsCut_data();
    static void nothingIsCut();
    static void connectionsShowTwoRoomsAndHowTheyEnded();
    static void everyColumnOfConnectionsFitsBesideThePath();
    static void longNamesWidenNothing_data();
    static void longNamesWidenNothing();
    static void theSystemsColoursAreFollowed();
    static void theLogBelowIsRemembered();
    static void resetLayoutPutsEverythingBack();
    static void aboutNamesVersionsAndLicences();

private:
    QTemporaryDir m_settings;
};

namespace {

/// Whether a page needs more width than the window has.
bool scrollsSideways(const Console &console)
{
    const auto *area = qobject_cast<QScrollArea *>(console.window.centralWidget());
    return area->horizontalScrollBar()->maximum() > 0;
}

} // namespace

void TestZoom::initTestCase()
{
    QVERIFY(m_settings.isValid());
    useSettingsIn(m_settings);
}

void TestZoom::init() const
{
    QSettings().clear();
}

void TestZoom::keysZoomTheWindow()
{
    Console console;
    QWidget *window = &console.window;
    const qreal font = window->font().pointSizeF();
    const int row = console.table()->verticalHeader()->defaultSectionSize();
    const int icon = window->style()->pixelMetric(QStyle::PM_SmallIconSize);
    for (int press = 0; press < 20; ++press)
        QTest::keyClick(window, Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(console.theme.zoom(), 200);
    QTRY_COMPARE(window->font().pointSizeF(), 2 * font);
    QCOMPARE(console.table()->verticalHeader()->defaultSectionSize(), 2 * row);
    QCOMPARE(window->style()->pixelMetric(QStyle::PM_SmallIconSize), 2 * icon);
    QTest::keyClick(window, Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(console.theme.zoom(), 100);
    QTest::keyClick(window, Qt::Key_Equal, Qt::ControlModifier); // plus without Shift
    QCOMPARE(console.theme.zoom(), 110);
    for (int press = 0; press < 20; ++press)
        QTest::keyClick(window, Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(console.theme.zoom(), 75);
    QVERIFY(console.table()->verticalHeader()->defaultSectionSize() < row);
}

void TestZoom::zoomIsRemembered()
{
    {
        Console console;
        console.theme.setZoom(150);
    }
    const Console again;
    QCOMPARE(again.theme.zoom(), 150);
}

void TestZoom::nothingIsCut_data()
{
    QTest::addColumn<int>("zoom");
    QTest::addColumn<int>("page");
    for (const int zoom : {75, 100, 150, 175, 200}) {
        for (const Page page : AllPages)
            QTest::addRow("page %d at %d %%", int(page) + 1, zoom) << zoom << int(page);
    }
}

void TestZoom::nothingIsCut()
{
    QFETCH(const int, zoom);
    QFETCH(const int, page);
    Console console;
    console.window.resize(1280, 800);
    console.theme.setZoom(zoom);
    QTRY_COMPARE(console.window.font().pointSizeF(), console.theme.uiFont().pointSizeF());
    QTest::keyClick(&console.window, Qt::Key(Qt::Key_1 + page), Qt::AltModifier);
    QCoreApplication::sendPostedEvents(); // of layouts
    QVERIFY2(!scrollsSideways(console), "the whole window scrolls sideways");
    const QSize needed = console.window.minimumSizeHint();
    QVERIFY2(needed.width() <= 1280 && needed.height() <= 800,
             qPrintable(u"%1×%2"_s.arg(needed.width()).arg(needed.height())));
    const auto areas = console.window.findChildren<QScrollArea *>();
    for (const QScrollArea *area : areas)
        QVERIFY(!area->isVisible() || area->horizontalScrollBar()->maximum() == 0);
    const auto labels = console.window.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        QVERIFY2(!label->isVisible() || label->text().isEmpty() || label->width() > 0,
                 qPrintable(label->text()));
    const auto buttons = console.window.findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        if (!button->isVisible() || button->visibleRegion().isEmpty() || button->text().isEmpty())
            continue;
        const auto *tool = qobject_cast<const QToolButton *>(button);
        if (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly)
            continue; // its text is for screen readers
        QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->text()));
        QVERIFY2(button->height() >= button->fontMetrics().height(), qPrintable(button->text()));
    }
}

void TestZoom::connectionsShowTwoRoomsAndHowTheyEnded()
{
    Console console;
    console.window.resize(1280, 800);
    console.start();
    JsonClient client;
    QVERIFY(client.open(console.url()));
    const DataTable &table = *console.table();
    QTRY_COMPARE_WITH_TIMEOUT(table.model()->rowCount(), 1, Patience);
    QTRY_VERIFY(table.viewport()->width() < console.window.width());
    const auto needs = [&console](const QString &text) {
        return QFontMetrics(console.theme.uiFont()).horizontalAdvance(text) + spacing::NumberGutter;
    };
    const int scrollBar = table.style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    QCOMPARE_GE(table.columnWidth(ConnectionModel::Rooms) - scrollBar, needs(u"lobby, games"_s));
    QCOMPARE_GE(table.columnWidth(ConnectionModel::State), needs(u"slow consumer"_s));
    // What ended has no round trip, so that its State may go on there.
    QCOMPARE_GE(table.columnWidth(ConnectionModel::State)
                    + table.columnWidth(ConnectionModel::RoundTrip),
                needs(u"1006 Abnormal Closure"_s));
    QCOMPARE(table.horizontalScrollBar()->maximum(), 0);
}

void TestZoom::everyColumnOfConnectionsFitsBesideThePath()
{
    Console console;
    console.window.resize(1280, 800);
    console.start();
    JsonClient one;
    JsonClient other;
    QVERIFY(one.open(console.url()));
    QVERIFY(other.open(console.url() + u"echo"_s));
    const DataTable &table = *console.table();
    QTRY_COMPARE_WITH_TIMEOUT(table.model()->rowCount(), 2, Patience);
    QTRY_VERIFY(!table.isColumnHidden(ConnectionModel::Path));
    QTRY_VERIFY(table.viewport()->width() < console.window.width());
    QCOMPARE(table.horizontalScrollBar()->maximum(), 0);
    // Also when a scroll bar takes its part.
    const int width =
        table.viewport()->width() - table.style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    console.table()->resize(table.width() - (table.viewport()->width() - width), table.height());
    QCOMPARE(table.viewport()->width(), width);
    QCOMPARE(table.horizontalScrollBar()->maximum(), 0);
    const auto needs = [](const QFont &font, const QString &text) {
        return QFontMetrics(font).horizontalAdvance(text) + spacing::NumberGutter;
    };
    QCOMPARE_GE(table.columnWidth(ConnectionModel::Path),
                needs(console.theme.fixedFont(), u"/echo"_s));
    QCOMPARE_GE(table.columnWidth(ConnectionModel::Rooms),
                needs(console.theme.uiFont(), u"lobby"_s));
}

void TestZoom::longNamesWidenNothing_data()
{
    QTest::addColumn<int>("zoom");
    QTest::addRow("100 %%") << 100;
    QTest::addRow("200 %%") << 200;
}

void TestZoom::longNamesWidenNothing()
{
    QFETCH(const int, zoom);
    Console console;
    console.window.resize(1280, 800);
    console.theme.setZoom(zoom);
    console.start();
    const auto clients = connectClients(console.url(), 1);
    clients.at(0)->join(QByteArray(64, 'r'), QByteArray(64, 'u'));
    auto *rooms = console.find<DataTable>("roomsTable");
    QTRY_COMPARE_WITH_TIMEOUT(rooms->model()->rowCount(), 1, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 1, Patience);
    console.table()->selectRow(0);
    QCoreApplication::sendPostedEvents();
    QVERIFY(!scrollsSideways(console));
    QTest::keyClick(&console.window, Qt::Key_2, Qt::AltModifier);
    rooms->selectRow(0);
    QCoreApplication::sendPostedEvents();
    QVERIFY(!scrollsSideways(console));
}

void TestZoom::theSystemsColoursAreFollowed()
{
    Console console;
    QVERIFY(!console.theme.isDark());
    console.theme.setScheme(ColorScheme::System);
    console.theme.setZoom(125);
    QEvent change(QEvent::ThemeChange);
    QApplication::sendEvent(&console.window, &change);
    // Asked again, and what is ours stays: the palette's colours and the zoomed font.
    QCOMPARE(QApplication::palette().color(QPalette::Base), console.theme.color(ColorRole::Raised));
    QCOMPARE(QApplication::font().pointSizeF(), console.theme.uiFont().pointSizeF());
    QCOMPARE(console.theme.zoom(), 125);
}

void TestZoom::theLogBelowIsRemembered()
{
    {
        Console console;
        QTest::keyClick(&console.window, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(console.window.findChild<LogPage *>()->isVisible());
        QTest::keyClick(&console.window, Qt::Key_2, Qt::AltModifier);
        QVERIFY(console.window.findChild<LogPage *>()->isVisible()); // below any page
        console.find<QSplitter>("pageSplitter")->setSizes({500, 200});
        console.window.close();
    }
    const Console again;
    QVERIFY(again.window.findChild<LogPage *>()->isVisible());
    QVERIFY(again.find<QSplitter>("pageSplitter")->sizes().at(0)
            > again.find<QSplitter>("pageSplitter")->sizes().at(1));
}

void TestZoom::resetLayoutPutsEverythingBack()
{
    Console console;
    const QList<int> sizes = console.find<QSplitter>("connectionsSplitter")->sizes();
    const QSize size = console.window.size();
    console.window.resize(1000, 600);
    console.find<QSplitter>("connectionsSplitter")->setSizes({300, 600});
    console.window.findChild<ConsoleActions *>()->logBelow->trigger();
    console.window.findChild<ConsoleActions *>()->resetLayout->trigger();
    QTRY_COMPARE(console.window.size(), size);
    QVERIFY(!console.window.findChild<ConsoleActions *>()->logBelow->isChecked());
    QTRY_COMPARE(console.find<QSplitter>("connectionsSplitter")->sizes(), sizes);
}

void TestZoom::aboutNamesVersionsAndLicences()
{
    const Console console;
    console.window.findChild<ConsoleActions *>()->about->trigger();
    auto *dialog = console.window.findChild<AboutDialog *>();
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QLabel *>(u"program"_s)
                ->text()
                .contains(QStringLiteral(SIGNALBOX_VERSION)));
    QString texts;
    const auto labels = dialog->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        texts += label->text();
    QVERIFY(texts.contains(u"GPL-3.0-or-later"_s));
    const auto *list = dialog->findChild<QTreeWidget *>();
    QVERIFY(list->topLevelItemCount() >= 2);
    for (int row = 0; row < list->topLevelItemCount(); ++row) {
        for (int column = 0; column < 3; ++column)
            QVERIFY(!list->topLevelItem(row)->text(column).isEmpty());
    }
    QCOMPARE(list->topLevelItem(0)->text(1), QString::fromLatin1(qVersion()));
}

QTEST_MAIN(TestZoom)
#include "tst_zoom.moc"
