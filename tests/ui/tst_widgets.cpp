// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/elided_field.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/focus_ring.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QStandardItemModel>
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
    void aLongNameStandsAboveItsValue();
    void homeAndEndGoToTheFirstAndLastRow();
    void whatHasTheKeyboardIsFramed();

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
}

QTEST_MAIN(WidgetsTest)
#include "tst_widgets.moc"
