// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/elided_field.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/filter_menu.h"
#include "ui/widgets/focus_ring.h"
#include "ui/widgets/wrap_layout.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QStandardPaths>
#include <QTest>
#include <QVBoxLayout>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// The pieces that several pages are built from.
class WidgetsTest : public QObject
{
    Q_OBJECT

private slots:
    void longValuesCanBeCopiedWhole();
    void valuesAreReachedAndCopiedByKeys();
    static void whatAFilterMenuCannotDoSaysWhy();
    void aLongNameStandsAboveItsValue();
    void valuesStandBelowTheirNamesWhereItIsNarrow();
    void homeAndEndGoToTheFirstAndLastRow();
    void theFirstStepSelectsTheFramedRow_data();
    void theFirstStepSelectsTheFramedRow();
    void theFirstStepStaysInSight_data();
    void theFirstStepStaysInSight();
    void aLongTextRunsOnIntoEmptyCells_data();
    void aLongTextRunsOnIntoEmptyCells();
    void aTextThatRunsOnBeginsWhereOthersDo();
    void aTextThatRunsOnKeepsItsFont();
    void whatHasTheKeyboardIsFramed();
    void aRowOfWidgetsWrapsWhereThereIsNoRoom();

private:
    Theme m_theme;
};

void WidgetsTest::longValuesCanBeCopiedWhole()
{
    FactList list(m_theme);
    list.resize(200, 100);
    const QString value(300, u'x');
    list.setFacts({{u"Key"_s, value, true}});
    list.show();
    QVERIFY(QTest::qWaitForWindowActive(&list));
    auto *field = list.findChild<ElidedField *>();
    QVERIFY(field->isReadOnly());
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), value);
    list.setFacts({{u"Key"_s, u"short"_s}});
    QVERIFY(!field->isVisible());
}

void WidgetsTest::aLongNameStandsAboveItsValue()
{
    FactList list(m_theme);
    list.resize(280, 100);
    list.setFacts({{u"Sec-WebSocket-Extensions"_s, u"permessage-deflate"_s, true, true}});
    list.show();
    QVERIFY(QTest::qWaitForWindowExposed(&list));
    const auto *name = list.findChildren<ElidedLabel *>().constFirst();
    const auto *value = list.findChild<ElidedField *>();
    QVERIFY(name->width() > list.width() / 2);
    QVERIFY(value->y() >= name->geometry().bottom());
    QCOMPARE(value->x(), name->x());
}

void WidgetsTest::valuesStandBelowTheirNamesWhereItIsNarrow()
{
    FactList list(m_theme);
    list.setFacts({{u"Connected"_s, u"09:53:10, 5 s ago"_s}});
    list.resize(280, 100);
    list.show();
    QVERIFY(QTest::qWaitForWindowExposed(&list));
    const auto labels = list.findChildren<ElidedLabel *>();
    QTRY_COMPARE(labels.at(1)->y(), labels.at(0)->y());
    list.resize(120, 100);
    QTRY_VERIFY(labels.at(1)->y() > labels.at(0)->y());
    QCOMPARE(labels.at(1)->x(), labels.at(0)->x());
    list.resize(280, 100);
    QTRY_COMPARE(labels.at(1)->y(), labels.at(0)->y());
}

void WidgetsTest::homeAndEndGoToTheFirstAndLastRow()
{
    QStandardItemModel model(50, 3);
    DataTable table(m_theme);
    table.setModel(&model);
    table.show();
    QVERIFY(QTest::qWaitForWindowActive(&table));
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_End);
    QCOMPARE(table.selectedRowNumbers(), QList{49});
    QTest::keyClick(&table, Qt::Key_Home);
    QCOMPARE(table.selectedRowNumbers(), QList{0});
    QTest::keyClick(&table, Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(table.selectedRowNumbers().size(), 50);
}

void WidgetsTest::theFirstStepSelectsTheFramedRow_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("down") << Qt::Key_Down;
    QTest::newRow("up") << Qt::Key_Up;
}

void WidgetsTest::theFirstStepSelectsTheFramedRow()
{
    QFETCH(const Qt::Key, key);
    QStandardItemModel model(50, 3);
    DataTable table(m_theme);
    table.setModel(&model);
    table.show();
    QVERIFY(QTest::qWaitForWindowActive(&table));
    table.setFocus();
    table.selectionModel()->setCurrentIndex(model.index(7, 0), QItemSelectionModel::NoUpdate);
    QTest::keyClick(&table, key);
    QCOMPARE(table.selectedRowNumbers(), QList{7});
    QTest::keyClick(&table, key);
    QCOMPARE(table.selectedRowNumbers(), QList{key == Qt::Key_Down ? 8 : 6});
}

void WidgetsTest::theFirstStepStaysInSight_data()
{
    QTest::addColumn<int>("top");
    QTest::addColumn<int>("stepsOnto");
    QTest::newRow("the end is in sight: the last") << 200 << 199;
    QTest::newRow("neither it nor the framed one is: the first that is") << 100 << 100;
    QTest::newRow("the framed one is") << 0 << 0;
}

void WidgetsTest::theFirstStepStaysInSight()
{
    QFETCH(const int, top);
    QFETCH(const int, stepsOnto);
    QStandardItemModel model(200, 3);
    DataTable table(m_theme);
    table.setModel(&model);
    table.resize(400, 300);
    table.show();
    QVERIFY(QTest::qWaitForWindowActive(&table));
    table.setFocus(); // frames the first row
    table.verticalScrollBar()->setValue(top * table.rowHeight());
    const int before = table.verticalScrollBar()->value();
    QTest::keyClick(&table, Qt::Key_Down);
    QCOMPARE(table.selectedRowNumbers(), QList{stepsOnto});
    QCOMPARE_LE(std::abs(table.verticalScrollBar()->value() - before), table.rowHeight());
}

void WidgetsTest::aLongTextRunsOnIntoEmptyCells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("behind");
    QTest::addColumn<int>("alignment");
    QTest::addColumn<bool>("runsOn");

    const QString text = u"4009 Heartbeat Timeout"_s;
    const int left = Qt::AlignLeft | Qt::AlignVCenter;
    QTest::newRow("into the cell behind it") << text << QString() << left << true;
    QTest::newRow("not if something is there") << text << u"0 B"_s << left << false;
    QTest::newRow("not if it has room enough") << u"4009"_s << QString() << left << false;
    QTest::newRow("not from a column of numbers")
        << text << QString() << int(Qt::AlignRight | Qt::AlignVCenter) << false;
}

void WidgetsTest::aLongTextRunsOnIntoEmptyCells()
{
    QFETCH(const QString, text);
    QFETCH(const QString, behind);
    QFETCH(const int, alignment);
    QStandardItemModel model(2, 3); // rows of either background
    DataTable table(m_theme);
    table.setModel(&model);
    for (int column = 0; column < 3; ++column)
        table.setColumnWidth(column, 60);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    const auto cellsBehind = [&](const QString &first) {
        for (int row = 0; row < 2; ++row) {
            model.setData(model.index(row, 0), first);
            model.setData(model.index(row, 0), alignment, Qt::TextAlignmentRole);
            model.setData(model.index(row, 1), behind);
        }
        const QPixmap shown = table.viewport()->grab();
        return std::pair(shown.copy(table.visualRect(model.index(0, 1))).toImage(),
                         shown.copy(table.visualRect(model.index(1, 1))).toImage());
    };
    const auto without = cellsBehind({});
    const auto with = cellsBehind(text);
    QTEST(with.first != without.first, "runsOn");
    QTEST(with.second != without.second, "runsOn");
}

void WidgetsTest::aTextThatRunsOnBeginsWhereOthersDo()
{
    QStandardItemModel model(1, 2);
    model.setData(model.index(0, 0), u"4009 Heartbeat Timeout"_s);
    m_theme.apply(); // other styles lay the focus over the text
    DataTable table(m_theme);
    table.setModel(&model);
    table.setColumnWidth(0, 90);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    QRect beginning = table.visualRect(model.index(0, 0));
    beginning.setWidth(30);
    const QImage runsOn = table.viewport()->grab(beginning).toImage();
    model.setData(model.index(0, 1), u"something"_s);
    QCOMPARE(table.viewport()->grab(beginning).toImage(), runsOn);
}

void WidgetsTest::aTextThatRunsOnKeepsItsFont()
{
    m_theme.apply();
    QStandardItemModel model(1, 3);
    const auto set = [&model](int column, const QString &text, const QFont &font) {
        model.setData(model.index(0, column), text);
        model.setData(model.index(0, column), font, Qt::FontRole);
    };
    set(0, u"10:45:30.123"_s, m_theme.fixedFont()); // what was painted just before
    set(1, u"1006 Abnormal Closure"_s, m_theme.uiFont());
    set(2, {}, m_theme.fixedFont());
    DataTable table(m_theme);
    table.setModel(&model);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    table.setColumnWidth(0, 100);
    table.setColumnWidth(1, 200);
    const QRect text = table.visualRect(model.index(0, 1));
    const QImage inOneCell = table.viewport()->grab(text).toImage();
    table.setColumnWidth(1, 60);
    table.setColumnWidth(2, 140);
    QCOMPARE(table.viewport()->grab(text).toImage(), inOneCell);
}

void WidgetsTest::valuesAreReachedAndCopiedByKeys()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *before = new QLineEdit(&window);
    auto *facts = new FactList(m_theme, &window);
    auto *after = new QLineEdit(&window);
    layout->addWidget(before);
    layout->addWidget(facts);
    layout->addWidget(after);
    facts->setFacts({{u"State"_s, u"open"_s},
                     {QString(), u"Heading"_s},
                     {u"Address"_s, u"127.0.0.1:40001"_s, true}});
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    before->setFocus();
    QTest::keyClick(before, Qt::Key_Tab);
    QWidget *first = window.focusWidget();
    QCOMPARE(first->accessibleName(), u"State"_s);
    QTest::keyClick(first, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"open"_s);
    facts->setFacts({{u"State"_s, u"closing"_s}, {u"Address"_s, u"127.0.0.1:40001"_s, true}});
    QTest::keyClick(first, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"closing"_s);
    QTest::keyClick(first, Qt::Key_Down);
    QWidget *second = window.focusWidget();
    QCOMPARE(second->accessibleName(), u"Address"_s);
    QTest::keyClick(second, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"127.0.0.1:40001"_s);
    QTest::keyClick(second, Qt::Key_Tab);
    QCOMPARE(window.focusWidget(), after);
    QTest::keyClick(after, Qt::Key_Backtab);
    QCOMPARE(window.focusWidget(), second); // where one was
    QTest::keyClick(second, Qt::Key_Up);
    QCOMPARE(window.focusWidget(), first);
}

void WidgetsTest::whatAFilterMenuCannotDoSaysWhy()
{
    QStandardPaths::setTestModeEnabled(true);
    const FilterHistory history(u"nothingWasKeptHere"_s);
    QWidget parent;
    FilterMenu menu(history, &parent);
    emit menu.aboutToShow();
    QVERIFY(menu.toolTipsVisible());
    QStringList reasons;
    const auto actions = menu.actions();
    for (const QAction *action : actions) {
        if (!action->isEnabled() && !action->isSeparator())
            reasons += action->toolTip();
    }
    QVERIFY(reasons.contains(u"No filter is saved"_s));
    QVERIFY(reasons.contains(u"No filter was used yet"_s));
}

void WidgetsTest::whatHasTheKeyboardIsFramed()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *first = new QLineEdit(&window);
    auto *text = new QPlainTextEdit(&window);
    text->setFrameShape(QFrame::NoFrame);
    layout->addWidget(first);
    layout->addWidget(text);
    new FocusRing(m_theme, &window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    first->setFocus();
    QVERIFY(!window.findChild<QWidget *>(u"focusRing"_s));
    QTest::keyClick(first, Qt::Key_Tab);
    const auto *ring = window.findChild<QWidget *>(u"focusRing"_s);
    QVERIFY(ring);
    QCOMPARE(ring->parentWidget(), text);
    QCOMPARE(ring->geometry(), text->rect());
    first->setFocus();
    QVERIFY(!window.findChild<QWidget *>(u"focusRing"_s));

    // In a dialog of the window too.
    QDialog dialog(&window);
    auto *inside = new QVBoxLayout(&dialog);
    auto *field = new QLineEdit(&dialog);
    auto *list = new QListView(&dialog);
    list->setFrameShape(QFrame::NoFrame);
    inside->addWidget(field);
    inside->addWidget(list);
    dialog.show();
    dialog.activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), &dialog);
    field->setFocus();
    QTRY_COMPARE(QApplication::focusWidget(), field);
    QTest::keyClick(field, Qt::Key_Tab);
    QCOMPARE(dialog.focusWidget(), list);
    const auto *second = dialog.findChild<QWidget *>(u"focusRing"_s);
    QVERIFY(second);
    QCOMPARE(second->parentWidget(), list);
}

void WidgetsTest::aRowOfWidgetsWrapsWhereThereIsNoRoom()
{
    QWidget bar;
    auto *layout = new WrapLayout(&bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    const auto add = [&bar](int least, int most) {
        auto *part = new QWidget(&bar);
        part->setMinimumSize(least, 20);
        part->setMaximumSize(most, 20);
        return part;
    };
    QWidget *search = add(100, 200);
    QWidget *button = add(80, 80);
    QWidget *last = add(60, 60);
    layout->addStretching(search);
    layout->addStretch();
    layout->addWidget(button);
    layout->addWidget(last);
    bar.show();

    bar.resize(500, 100);
    layout->activate();
    QCOMPARE(search->geometry(), QRect(0, 0, 200, 20));
    QCOMPARE(button->geometry(), QRect(350, 0, 80, 20)); // the stretch has the rest
    QCOMPARE(last->geometry(), QRect(440, 0, 60, 20));
    QCOMPARE(layout->heightForWidth(500), 20);

    bar.resize(260, 100); // as much as all need at least
    QCOMPARE(search->geometry(), QRect(0, 0, 100, 20));
    QCOMPARE(last->geometry().right(), 259);

    bar.resize(259, 100);
    QCOMPARE(search->geometry().width(), 169);
    QCOMPARE(last->geometry(), QRect(0, 30, 60, 20));
    QCOMPARE(layout->heightForWidth(259), 50);
    QCOMPARE(layout->heightForWidth(100), 80);
    QCOMPARE(layout->minimumSize().width(), 100);

    button->hide(); // takes no room
    layout->activate();
    QCOMPARE(last->geometry().top(), 0);
}

QTEST_MAIN(WidgetsTest)
#include "tst_widgets.moc"
