// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_model.h"
#include "ui/log/log_page.h"
#include "ui/log/log_text.h"
#include "ui/log/log_view.h"
#include "ui/shell/server_mirror.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>
#include <QTimer>
#include <QTreeView>

#include <algorithm>
#include <memory>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

ActivityBatch batchOf(quint64 first, quint64 last)
{
    ActivityBatch batch;
    for (quint64 number = first; number <= last; ++number) {
        ActivityRecord record;
        record.number = number;
        record.timestamp = 1'795'341'190'137'000;
        record.direction = number % 2 ? Direction::ClientToServer : Direction::ServerToClient;
        record.connection = ConnectionId{1041};
        record.receivers = 1;
        record.type = "chat_message"_ba;
        record.payload =
            R"({"type":"chat_message","content":"message )"_ba + QByteArray::number(number) + "\"}";
        record.length = record.payload.size();
        batch.records += record;
    }
    return batch;
}

template <typename Widget>
Widget *named(const QWidget &page, QStringView name)
{
    const auto widgets = page.findChildren<Widget *>();
    for (Widget *widget : widgets) {
        if (widget->accessibleName() == name)
            return widget;
    }
    return nullptr;
}

} // namespace

/// The Log page through its widgets: follow, pause, clear, filter, details, copying.
class LogPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void followKeepsTheNewestInSight();
    void selectingARowEndsFollowing();
    void scrollingUpEndsFollowingAndEndBeginsIt();
    void whatIsInSightStaysWhileOldRowsVanish();
    void typingLeavesTheRowsAlone();
    void pauseKeepsRowsStillAndRecords();
    void clearHidesAndBringsBack();
    void filterCountsAndResets();
    void directionToggleHides();
    void detailsShowTheSelectedPayload();
    void theSelectedRecordOutlivesTheFilter();
    void detailsOfARecordThatIsGoneAreGone();
    void ctrlEndFollowsFromTheFilter();
    void fieldTermsFind();
    void theMenuOfARowFiltersByItsRawNames();
    void whatIsNoFilterChangesNothing();
    void theFilterCoversNoToggle_data();
    void theFilterCoversNoToggle();
    void menuAndButtonsAgree();
    void thePreviewHasRoom();
    void selectedRowsAreCopied();
    void anEmptyLogSaysTheNextStep();
    void aFilterThatFindsNobodySaysWhatElseToWrite();

private:
    [[nodiscard]] bool newestIsInSight() const;
    [[nodiscard]] QString counts() const;
    /// Opens the menu of a row and triggers what has that text; the texts of all that is in it.
    QStringList chooseInMenu(int row, const QString &text);
    void append(quint64 first, quint64 last)
    {
        emit m_mirror.activityArrived(batchOf(first, last));
    }

    Server m_server;
    ServerMirror m_mirror{m_server};
    Theme m_theme;
    std::unique_ptr<LogPage> m_page;
    LogView *m_view = nullptr;
    QPushButton *m_follow = nullptr;
};

void LogPageTest::init()
{
    m_page = std::make_unique<LogPage>(m_mirror, m_theme);
    m_page->resize(1'130, 500);
    m_page->show();
    m_view = m_page->findChild<LogView *>();
    m_follow = named<QPushButton>(*m_page, u"Follow");
    QVERIFY(m_view && m_follow);
}

void LogPageTest::cleanup()
{
    m_page.reset();
}

bool LogPageTest::newestIsInSight() const
{
    const auto last = m_view->model()->index(m_view->model()->rowCount() - 1, 0);
    return m_view->viewport()->rect().intersects(m_view->visualRect(last));
}

QString LogPageTest::counts() const
{
    return named<QLabel>(*m_page, u"Records shown")->text();
}

void LogPageTest::followKeepsTheNewestInSight()
{
    QVERIFY(m_follow->isChecked());
    append(1, 200);
    QTRY_VERIFY(newestIsInSight());
    append(201, 400);
    QTRY_VERIFY(newestIsInSight());
}

void LogPageTest::selectingARowEndsFollowing()
{
    append(1, 200);
    m_view->selectRow(150);
    QVERIFY(!m_follow->isChecked());
    append(201, 400);
    QVERIFY(!newestIsInSight());
}

void LogPageTest::scrollingUpEndsFollowingAndEndBeginsIt()
{
    append(1, 200);
    QTRY_VERIFY(newestIsInSight());
    m_view->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
    QVERIFY(!m_follow->isChecked());
    append(201, 300);
    QVERIFY(!newestIsInSight());
    QTest::keyClick(m_view, Qt::Key_End);
    QVERIFY(m_follow->isChecked());
    QTRY_VERIFY(newestIsInSight());
}

void LogPageTest::whatIsInSightStaysWhileOldRowsVanish()
{
    LogBounds bounds;
    bounds.entries = 500;
    m_page->findChild<LogModel *>()->setBounds(bounds);
    append(1, 500);
    QTRY_VERIFY(newestIsInSight());
    m_view->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
    const auto inSight = [this] { return m_view->indexAt({5, 5}).data().toString(); };
    const QString number = inSight();
    QVERIFY(!number.isEmpty());
    for (quint64 last = 520; last <= 900; last += 20) {
        append(last - 19, last);
        QCOMPARE(inSight(), number);
    }
}

void LogPageTest::typingLeavesTheRowsAlone()
{
    append(1, 20);
    m_view->selectRow(0);
    QTest::keyClick(m_view, Qt::Key_1); // the start of the numbers 10 to 19
    QCOMPARE(m_view->currentIndex().row(), 0);
}

void LogPageTest::pauseKeepsRowsStillAndRecords()
{
    auto *pause = named<QPushButton>(*m_page, u"Pause");
    append(1, 10);
    pause->click();
    append(11, 1'214);
    QCOMPARE(m_view->model()->rowCount(), 10);
    QCOMPARE(counts(), u"10 · 1,204 new, 1 % of the buffer"_s);
    pause->click();
    QCOMPARE(m_view->model()->rowCount(), 1'214);
}

void LogPageTest::clearHidesAndBringsBack()
{
    append(1, 10);
    m_page->clear();
    QCOMPARE(m_view->model()->rowCount(), 0);
    append(11, 12);
    QCOMPARE(m_view->model()->rowCount(), 2);
    auto *show = named<QPushButton>(*m_page, u"Show 10 hidden");
    QVERIFY(show && show->isVisible());
    show->click();
    QCOMPARE(m_view->model()->rowCount(), 12);
    QVERIFY(!show->isVisible());
}

void LogPageTest::filterCountsAndResets()
{
    append(1, 1'204);
    QTest::keyClicks(m_page->findChild<QLineEdit *>(u"search"_s), u"message 1204"_s);
    QTRY_COMPARE(counts(), u"1 of 1,204"_s);
    m_page->showFilter(u"nothing has this"_s);
    QCOMPARE(counts(), u"0 of 1,204"_s);
    QPushButton *reset = nullptr;
    const auto buttons = m_page->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == u"Reset the filter")
            reset = button;
    }
    QVERIFY(reset && reset->isVisible());
    reset->click();
    QCOMPARE(counts(), u"1,204"_s);
}

void LogPageTest::directionToggleHides()
{
    append(1, 10);
    auto *toggle = named<QPushButton>(*m_page, u"Show what clients send");
    toggle->click();
    QCOMPARE(counts(), u"5 of 10"_s);
    toggle->click();
    QCOMPARE(counts(), u"10"_s);
}

void LogPageTest::detailsShowTheSelectedPayload()
{
    append(1, 10);
    m_view->selectRow(4);
    QCOMPARE(named<QLabel>(*m_page, u"Shown message")->text(), u"#5  #1041 → server"_s);
    const auto *tree = named<QTreeView>(*m_page, u"Payload as a tree");
    QVERIFY(tree->isVisible());
    QCOMPARE(tree->model()->rowCount(), 2);
    QCOMPARE(tree->model()->index(1, 0).data().toString(), u"content"_s);
    QCOMPARE(tree->model()->index(1, 1).data().toString(), u"\"message 5\""_s);
    named<QTabBar>(*m_page, u"How the payload is shown")->setCurrentIndex(1);
    QVERIFY(!tree->isVisible());
    QCOMPARE(named<QPlainTextEdit>(*m_page, u"Payload")->toPlainText(),
             u"{\n  \"type\": \"chat_message\",\n  \"content\": \"message 5\"\n}"_s);
}

void LogPageTest::theSelectedRecordOutlivesTheFilter()
{
    append(1, 400);
    m_view->selectRow(4);
    m_page->showFilter(u"400"_s);
    QCOMPARE(m_view->model()->rowCount(), 1);
    QCOMPARE(named<QLabel>(*m_page, u"About the shown message")->text(), u"The filter hides #5."_s);
    QVERIFY(!named<QLabel>(*m_page, u"Shown message")->isVisible());
    m_page->showFilter({});
    QCOMPARE(m_view->selectedRowNumbers(), QList{4});
    QVERIFY(
        m_view->viewport()->rect().intersects(m_view->visualRect(m_view->model()->index(4, 0))));
    QCOMPARE(named<QLabel>(*m_page, u"Shown message")->text(), u"#5  #1041 → server"_s);
}

void LogPageTest::detailsOfARecordThatIsGoneAreGone()
{
    append(1, 10);
    m_view->selectRow(4);
    m_page->clear();
    QVERIFY(!named<QLabel>(*m_page, u"Shown message")->isVisible());
    QCOMPARE(named<QLabel>(*m_page, u"About the shown message")->text(),
             u"Select a row to see its payload."_s);
}

void LogPageTest::ctrlEndFollowsFromTheFilter()
{
    append(1, 200);
    m_view->selectRow(3);
    QVERIFY(!m_follow->isChecked());
    auto *filter = m_page->findChild<QLineEdit *>(u"search"_s);
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_End, Qt::ControlModifier);
    QVERIFY(m_follow->isChecked());
    QTRY_VERIFY(newestIsInSight());
}

void LogPageTest::fieldTermsFind()
{
    append(1, 10);
    auto *filter = m_page->findChild<QLineEdit *>(u"search"_s);
    QTest::keyClicks(filter, u"conn:1041 number:3..5"_s);
    QTRY_COMPARE(counts(), u"3 of 10"_s);
}

QStringList LogPageTest::chooseInMenu(int row, const QString &text)
{
    QStringList texts;
    QTimer::singleShot(0, m_page.get(), [&] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        const auto actions = menu->actions();
        menu->close();
        for (QAction *action : actions) {
            texts += action->text();
            if (action->text() == text)
                action->trigger();
        }
    });
    const QPoint place = m_view->visualRect(m_view->model()->index(row, 1)).center();
    emit m_view->customContextMenuRequested(place); // comes back when the menu is closed
    return texts;
}

void LogPageTest::theMenuOfARowFiltersByItsRawNames()
{
    ActivityBatch batch = batchOf(1, 3);
    batch.records[1].type = "a\"b\\c&d\u200f";
    batch.records[1].room = *RoomName::parse(u"R&D");
    emit m_mirror.activityArrived(batch);
    const QString type = uR"(Show only “a"b\c&&d\u{200f}”)"_s;
    const QStringList texts = chooseInMenu(1, type);
    QVERIFY2(texts.contains(type), qPrintable(texts.join(u'\n')));
    QVERIFY2(texts.contains(u"Show only room R&&D"_s), qPrintable(texts.join(u'\n')));
    QCOMPARE(m_page->findChild<QLineEdit *>(u"search"_s)->text(), uR"(type="a\"b\\c&d\u{200f}")"_s);
    QTRY_COMPARE(counts(), u"1 of 3"_s);
    chooseInMenu(0, u"Show only room R&&D"_s);
    QCOMPARE(m_page->findChild<QPushButton *>(u"scope"_s)->text(), u"Only room R&&D"_s);
}

void LogPageTest::whatIsNoFilterChangesNothing()
{
    append(1, 10);
    m_page->showFilter(u"number:3"_s);
    auto *filter = m_page->findChild<QLineEdit *>(u"search"_s);
    QTest::keyClicks(filter, u" ("_s);
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(!filter->accessibleDescription().isEmpty()); // it says why
    QCOMPARE(counts(), u"1 of 10"_s);
}

void LogPageTest::theFilterCoversNoToggle_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("shown");
    QTest::newRow("what is wrong") << u"kind:x "_s << u"filterTip"_s;
    QTest::newRow("how to go on") << u"r"_s << u"suggestions"_s;
}

void LogPageTest::theFilterCoversNoToggle()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, shown);

    append(1, 2);
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    auto *box = m_page->findChild<QLineEdit *>(u"search"_s);
    box->setFocus();
    QTest::keyClicks(box, typed);
    const auto *popup = m_page->findChild<QWidget *>(shown);
    QVERIFY(popup);
    QTRY_VERIFY(popup->isVisible());
    const QRect covered(popup->mapToGlobal(QPoint()), popup->size());
    for (const QString &name : {u"logFromClients"_s, u"logFromServer"_s, u"logMessages"_s,
                                u"logControlFrames"_s, u"logEvents"_s}) {
        const auto *toggle = m_page->findChild<QPushButton *>(name);
        QVERIFY(toggle && toggle->isVisible());
        QVERIFY2(!covered.intersects(QRect(toggle->mapToGlobal(QPoint()), toggle->size())),
                 qPrintable(name));
    }
    m_page->hide(); // ends the typing
}

void LogPageTest::menuAndButtonsAgree()
{
    append(1, 10);
    const auto actions = m_page->menuActions();
    QAction *pause = actions.at(0);
    QAction *follow = actions.at(1);
    QVERIFY(follow->isChecked());
    m_view->selectRow(2);
    QVERIFY(!follow->isChecked());
    follow->trigger();
    QVERIFY(m_follow->isChecked());
    pause->trigger();
    append(11, 12);
    QCOMPARE(m_view->model()->rowCount(), 10);
    QVERIFY(named<QPushButton>(*m_page, u"Pause")->isChecked());
}

void LogPageTest::thePreviewHasRoom()
{
    append(1, 10);
    m_page->resize(1'280 - 176, 700); // beside the navigation, in a window of 1280
    QTRY_VERIFY2(m_view->columnWidth(int(LogColumn::Preview)) >= 300,
                 qPrintable(QString::number(m_view->columnWidth(int(LogColumn::Preview)))));
}

void LogPageTest::selectedRowsAreCopied()
{
    append(1, 3);
    m_view->selectAll();
    QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.at(1).endsWith(uR"({"type":"chat_message","content":"message 2"})"));
}

void LogPageTest::anEmptyLogSaysTheNextStep()
{
    const auto labels = m_page->findChildren<QLabel *>();
    const auto says = std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(u"Start it");
    });
    QVERIFY(says);
}

void LogPageTest::aFilterThatFindsNobodySaysWhatElseToWrite()
{
    ActivityBatch batch = batchOf(2, 2); // what dan gets
    batch.records[0].user = UserId::parse(u"dan").value();
    emit m_mirror.activityArrived(batch);
    const auto says = [this](const QString &text) {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&text](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    };
    m_page->showFilter(u"type:chat from:dan"_s);
    QTRY_VERIFY(says(u"No match"_s));
    QVERIFY(says(u"At 11: “from” takes client, server, or the user who sent it."_s));
    QVERIFY(says(u"user:dan"_s));
    m_page->showFilter(u"from:1041"_s);
    QTRY_VERIFY(says(u"conn:1041"_s));
    m_page->showFilter(u"type:none"_s);
    QTRY_VERIFY(!says(u"At "_s));
    m_page->showFilter(u"user:dan"_s);
    QTRY_VERIFY(m_view->isVisible());
    QCOMPARE(m_view->model()->rowCount(), 1);
}

QTEST_MAIN(LogPageTest)
#include "tst_log_page.moc"
