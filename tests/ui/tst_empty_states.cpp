// SPDX-License-Identifier: GPL-3.0-or-later
// Where nothing is listed stands why, and the next step as a button.
#include "tests/ui/console_fixture.h"
#include "ui/connections/connection_model.h"
#include "ui/log/log_page.h"
#include "ui/rooms/rooms_page.h"

#include <QLineEdit>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

QPushButton *buttonIn(const QWidget &page, const QString &begin)
{
    const auto buttons = page.findChildren<QPushButton *>();
    const auto found = std::ranges::find_if(buttons, [&begin](const QPushButton *button) {
        return button->isVisible() && button->text().startsWith(begin);
    });
    return found == buttons.end() ? nullptr : *found;
}

bool says(const QWidget &page, const QString &text)
{
    const auto labels = page.findChildren<QLabel *>();
    return std::ranges::any_of(labels, [&text](const QLabel *label) {
        return label->isVisible() && label->text().contains(text);
    });
}

} // namespace

class TestEmptyStates : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    static void roomsOfAStoppedServerOfferToStart();
    static void aSearchForRoomsIsCleared();
    static void anEmptyLogOffersTheNextStep();
    static void anEndedRowIsListedAndForgotten();

private:
    QTemporaryDir m_settings;
};

void TestEmptyStates::initTestCase()
{
    QVERIFY(m_settings.isValid());
    useSettingsIn(m_settings);
}

void TestEmptyStates::roomsOfAStoppedServerOfferToStart()
{
    Console console;
    QTest::keyClick(&console.window, Qt::Key_2, Qt::AltModifier);
    const auto *page = console.window.findChild<RoomsPage *>();
    QVERIFY(says(*page, u"The server is stopped"_s));
    QVERIFY(buttonIn(*page, u"Start a demo"_s));
    QTest::mouseClick(buttonIn(*page, u"Start"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(console.state(), u"Serving"_s, Patience);
    QTRY_VERIFY(says(*page, u"No rooms yet"_s));
    QVERIFY(says(*page, u"join_room"_s));
    const QPushButton *button = buttonIn(*page, u"Open test client"_s);
    QVERIFY(button);
    // In the middle, as the words above it are.
    const QWidget *state = button->parentWidget();
    QVERIFY(qAbs(button->geometry().center().x() - state->rect().center().x()) <= 1);
}

void TestEmptyStates::aSearchForRoomsIsCleared()
{
    Console console;
    console.start();
    const auto clients = connectClients(console.url(), 1);
    clients.at(0)->join("lobby", "ann");
    QTest::keyClick(&console.window, Qt::Key_2, Qt::AltModifier);
    auto *rooms = console.find<DataTable>("roomsTable");
    QTRY_COMPARE_WITH_TIMEOUT(rooms->model()->rowCount(), 1, Patience);
    const auto *page = console.window.findChild<RoomsPage *>();
    auto *search = page->findChild<QLineEdit *>(u"search"_s);
    search->setText(u"nowhere"_s);
    QVERIFY(says(*page, u"No room matches"_s));
    QTest::mouseClick(buttonIn(*page, u"Clear the search"_s), Qt::LeftButton);
    QVERIFY(search->text().isEmpty());
    QVERIFY(rooms->isVisible());
}

void TestEmptyStates::anEmptyLogOffersTheNextStep()
{
    Console console;
    QTest::keyClick(&console.window, Qt::Key_3, Qt::AltModifier);
    const auto *page = console.window.findChild<LogPage *>();
    QVERIFY(says(*page, u"The server is stopped"_s));
    QVERIFY(!buttonIn(*page, u"Copy URL"_s));
    QTest::mouseClick(buttonIn(*page, u"Start"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(console.state(), u"Serving"_s, Patience);
    QTRY_VERIFY(says(*page, u"No messages yet"_s));
    for (const auto &text : {u"Copy URL"_s, u"Open test client"_s, u"Start a demo"_s})
        QVERIFY2(buttonIn(*page, text), qPrintable(text));
    QTest::mouseClick(buttonIn(*page, u"Copy URL"_s), Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().startsWith(u"ws://"));
    // A filter that lets nothing through has its own step.
    const auto clients = connectClients(console.url(), 1);
    auto *log = console.find<DataTable>("logTable");
    QTRY_VERIFY_WITH_TIMEOUT(log->isVisible(), Patience);
    console.find<QPushButton>("logEvents")->click();
    console.find<QPushButton>("logMessages")->click();
    QTRY_VERIFY_WITH_TIMEOUT(buttonIn(*page, u"Reset the filter"_s), Patience);
    QVERIFY(!buttonIn(*page, u"Copy URL"_s));
    QTest::mouseClick(buttonIn(*page, u"Reset the filter"_s), Qt::LeftButton);
    QTRY_VERIFY(log->isVisible());
    QVERIFY(console.find<QPushButton>("logEvents")->isChecked());
}

void TestEmptyStates::anEndedRowIsListedAndForgotten()
{
    Console console;
    console.start();
    const auto clients = connectClients(console.url(), 2);
    clients.at(0)->close();
    QTRY_COMPARE_WITH_TIMEOUT(cell(*console.table(), 0, ConnectionModel::State),
                              u"1000 Normal Closure"_s, Patience);
    auto *ended = console.find<QPushButton>("ended");
    QCOMPARE(ended->text(), u"Ended 1"_s);
    QTest::mouseClick(ended, Qt::LeftButton);
    QCOMPARE(console.table()->model()->rowCount(), 1);
    QTest::mouseClick(ended, Qt::LeftButton);
    QCOMPARE(console.table()->model()->rowCount(), 2);
    console.table()->selectRow(0);
    console.table()->setFocus();
    QTest::keyClick(console.table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QApplication::clipboard()->text(), cell(*console.table(), 0, ConnectionModel::Peer));
    QTest::keyClick(&console.window, Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(console.table()->model()->rowCount(), 1);
    QCOMPARE(ended->text(), u"Ended 0"_s);
}

QTEST_MAIN(TestEmptyStates)
#include "tst_empty_states.moc"
