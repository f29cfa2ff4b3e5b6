// SPDX-License-Identifier: GPL-3.0-or-later
// Columns and splitters without a mouse, and at any zoom.
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/splitter.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QTimer>

#include <cstdlib>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// What the mouse drags has a twin for the keyboard.
class ArrangingTest : public QObject
{
    Q_OBJECT

private slots:
    void columnsAreMovedAndSizedByKeys();
    void whatCannotBeDoneToAColumnSaysWhy();
    static void columnsFitAfterZoomingAlsoHiddenOnes();
    static void bordersAreMovedByKeys();

private:
    Theme m_theme;
};

void ArrangingTest::columnsAreMovedAndSizedByKeys()
{
    QStandardItemModel model(3, 4);
    model.setData(model.index(0, 1), u"a text that is rather long for a narrow column"_s);
    DataTable table(m_theme);
    table.setModel(&model);
    table.setColumnHidden(2, true);
    table.setFlexibleColumn(3, 40);
    table.resize(600, 200);
    table.show();
    QVERIFY(QTest::qWaitForWindowActive(&table));
    table.setFocus();
    table.setCurrentIndex(model.index(0, 1));
    const QHeaderView *header = table.horizontalHeader();
    const auto keys = [&table](Qt::Key key, Qt::KeyboardModifiers modifiers) {
        QTest::keyClick(&table, key, modifiers);
    };
    keys(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier); // over the hidden one
    QCOMPARE(header->visualIndex(1), 3);
    keys(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier); // it is the last
    QCOMPARE(header->visualIndex(1), 3);
    keys(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    keys(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(header->visualIndex(1), 0);
    const int width = table.columnWidth(1);
    keys(Qt::Key_Right, Qt::AltModifier);
    QVERIFY(table.columnWidth(1) > width);
    keys(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(table.columnWidth(1), width);
    keys(Qt::Key_0, Qt::AltModifier);
    QVERIFY(table.columnWidth(1) > 200);
}

void ArrangingTest::whatCannotBeDoneToAColumnSaysWhy()
{
    QStandardItemModel model(1, 2);
    DataTable table(m_theme);
    table.setModel(&model);
    table.setFlexibleColumn(1, 40);
    table.setColumnHidden(0, true);
    table.show();
    QStringList disabled;
    bool tipsAreShown = false;
    QTimer::singleShot(0, &table, [&] {
        auto *menu = table.findChild<QMenu *>(u"columnMenu"_s);
        QVERIFY(menu);
        tipsAreShown = menu->toolTipsVisible();
        const auto actions = menu->actions();
        for (const QAction *action : actions) {
            if (!action->isEnabled())
                disabled += action->toolTip();
        }
        menu->close();
    });
    table.columnsAction()->trigger();
    QVERIFY(tipsAreShown);
    QCOMPARE(disabled.size(), 6); // its switch, two ways to go, three sizes
    QVERIFY(disabled.contains(u"It is the only column that is shown"_s));
    QVERIFY(disabled.contains(u"It is the first column"_s));
    QVERIFY(disabled.contains(u"It takes the room that the other columns leave"_s));
}

void ArrangingTest::columnsFitAfterZoomingAlsoHiddenOnes()
{
    Theme theme;
    theme.setZoom(Theme::NormalZoom);
    QStandardItemModel model(1, 3);
    DataTable table(theme);
    table.setModel(&model);
    for (const int column : {0, 1, 2})
        table.setColumnWidth(column, 100);
    table.setColumnHidden(1, true);
    table.setFirstColumns();
    const QByteArray first = table.saveColumns();
    theme.setZoom(Theme::LargestZoom);
    QVERIFY(table.isColumnHidden(1));
    const int zoomed = table.columnWidth(0);
    QVERIFY(zoomed > 160);
    table.setColumnHidden(1, false);
    QCOMPARE(table.columnWidth(1), zoomed); // a column that is chosen later is not cut
    table.setColumnWidth(0, 50);
    QVERIFY(table.restoreColumns(first)); // kept at another zoom
    QCOMPARE(table.columnWidth(0), zoomed);
    QVERIFY(table.isColumnHidden(1));
    QVERIFY(!table.restoreColumns("no state"));
    theme.setZoom(Theme::NormalZoom);
    QVERIFY(std::abs(table.columnWidth(0) - 100) <= 1);
}

void ArrangingTest::bordersAreMovedByKeys()
{
    Splitter splitter;
    splitter.addWidget(new QPlainTextEdit(&splitter));
    splitter.addWidget(new QPlainTextEdit(&splitter));
    splitter.resize(600, 200);
    splitter.setSizes({300, 300});
    splitter.show();
    QVERIFY(QTest::qWaitForWindowActive(&splitter));
    QWidget *border = splitter.handle(1);
    QVERIFY((border->focusPolicy() & Qt::TabFocus) != 0);
    QVERIFY(!border->accessibleName().isEmpty());
    const int before = splitter.sizes().constFirst();
    QSignalSpy moved(&splitter, &QSplitter::splitterMoved);
    border->setFocus();
    QTest::keyClick(border, Qt::Key_Left);
    QVERIFY(splitter.sizes().constFirst() < before);
    QTest::keyClick(border, Qt::Key_Right);
    QCOMPARE(splitter.sizes().constFirst(), before);
    QTest::keyClick(border, Qt::Key_Up); // not its way
    QCOMPARE(splitter.sizes().constFirst(), before);
    QCOMPARE(moved.size(), 2);
}

QTEST_MAIN(ArrangingTest)
#include "tst_arranging.moc"
