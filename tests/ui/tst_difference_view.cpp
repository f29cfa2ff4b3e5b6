// SPDX-License-Identifier: GPL-3.0-or-later
// The difference through the widgets: in the details of the log, and of last messages.
#include "tests/ui/activity_samples.h"
#include "ui/last_messages/last_messages_dialog.h"
#include "ui/log/log_page.h"
#include "ui/log/log_view.h"
#include "ui/shell/server_mirror.h"
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

ActivityRecord quote(ActivitySamples &samples, quint64 client, int price)
{
    ActivityRecord record = samples.fromClient(client, R"({"type":"quote","price":)"_ba
                                                           + QByteArray::number(price) + "}");
    record.type = "quote"_ba;
    return record;
}

QStringList rowsOf(const QWidget &window)
{
    QStringList rows;
    const auto *model = window.findChild<DataTable *>(u"differenceTable"_s)->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model->columnCount(); ++column)
            cells += model->index(row, column).data().toString();
        rows += cells.join(u'|');
    }
    return rows;
}

} // namespace

class DifferenceViewTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_page.reset(); }
    void theKeysShowTheDifference();
    void theActionSaysWhyItCannotBe();
    void anotherRowIsComparedAtOnce();
    void oneJumpsToTheOther();
    void oneCannotJumpToWhatTheFilterHides();
    void thePreviousOfTheSameConnectionIsComparedWith();
    void theMarkedRowIsComparedWith();
    void whatItIsComparedWithIsNotCut_data();
    void whatItIsComparedWithIsNotCut();
    void whyThereIsNoDifferenceIsSaid();
    void differencesAreCopied();
    void aLongSearchCanBeCancelled();
    void lastMessagesHaveItToo();

private:
    void append(const QList<ActivityRecord> &records)
    {
        emit m_mirror.activityArrived({records, 0});
    }
    void select(int row)
    {
        m_view->selectionModel()->setCurrentIndex(m_view->model()->index(row, 0),
                                                  QItemSelectionModel::ClearAndSelect
                                                      | QItemSelectionModel::Rows);
    }
    void showDifference()
    {
        QTest::keyClick(m_view, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    }
    template <typename Widget>
    [[nodiscard]] Widget *part(const char *name) const
    {
        return m_page->findChild<Widget *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString heading() const { return part<QLabel>("differenceHeading")->text(); }
    [[nodiscard]] QString sentence() const
    {
        const auto *label = part<QLabel>("differenceSentence");
        return label->isVisible() ? label->text() : QString();
    }

    QTemporaryDir m_settings;
    Server m_server;
    ServerMirror m_mirror{m_server};
    Theme m_theme;
    ActivitySamples m_samples;
    std::unique_ptr<LogPage> m_page;
    LogView *m_view = nullptr;
};

void DifferenceViewTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
}

void DifferenceViewTest::init()
{
    m_samples = {};
    m_page = std::make_unique<LogPage>(m_mirror, m_theme);
    m_page->resize(1'130, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_view = m_page->findChild<LogView *>(u"logTable"_s);
    m_view->setFocus();
}

void DifferenceViewTest::theKeysShowTheDifference()
{
    append({quote(m_samples, 1, 10), quote(m_samples, 2, 99), quote(m_samples, 1, 12)});
    select(2);
    showDifference();
    QCOMPARE(heading(), u"Compared with #1, 2.0 s before: one difference"_s);
    QCOMPARE(rowsOf(*m_page), QStringList{u"~ changed|price|10|12"_s});
    QVERIFY(part<DataTable>("differenceTable")->isVisible());
    QVERIFY(m_view->hasFocus()); // the arrow keys go on from row to row
}

void DifferenceViewTest::theActionSaysWhyItCannotBe()
{
    auto *action = part<QAction>("showDifference");
    QVERIFY(!action->isEnabled());
    QCOMPARE(action->toolTip(), u"Select a message first"_s);
    append({quote(m_samples, 1, 10)});
    select(0);
    QVERIFY(action->isEnabled());
    QVERIFY(action->toolTip().contains(u"same client"_s));
    QVERIFY(m_page->menuActions().contains(action));
}

void DifferenceViewTest::anotherRowIsComparedAtOnce()
{
    append({quote(m_samples, 1, 10), quote(m_samples, 1, 11), quote(m_samples, 1, 12)});
    select(2);
    showDifference();
    QTest::keyClick(m_view, Qt::Key_Up);
    QCOMPARE(rowsOf(*m_page), QStringList{u"~ changed|price|10|11"_s});
    // In another tab nothing is asked; back in this one the answer is to the row of now.
    auto *tabs = m_page->findChild<QTabBar *>();
    const int difference = tabs->currentIndex();
    tabs->setCurrentIndex(0);
    QTest::keyClick(m_view, Qt::Key_Down);
    QCOMPARE(rowsOf(*m_page), QStringList{u"~ changed|price|10|11"_s});
    tabs->setCurrentIndex(difference);
    QCOMPARE(rowsOf(*m_page), QStringList{u"~ changed|price|11|12"_s});
}

void DifferenceViewTest::oneJumpsToTheOther()
{
    append({quote(m_samples, 1, 10), quote(m_samples, 2, 99), quote(m_samples, 1, 12)});
    select(2);
    showDifference();
    auto *jump = part<QPushButton>("differenceJump");
    QCOMPARE(jump->text(), u"Go to #1"_s);
    jump->click();
    QCOMPARE(m_view->selectedRowNumbers(), QList{0});
    QCOMPARE(sentence(), u"No previous message of this type is in the log."_s);
    QVERIFY(!jump->isVisible());
}

void DifferenceViewTest::oneCannotJumpToWhatTheFilterHides()
{
    append({quote(m_samples, 1, 10), quote(m_samples, 1, 12)});
    select(1);
    showDifference();
    auto *jump = part<QPushButton>("differenceJump");
    QVERIFY(jump->isEnabled());
    m_page->showFilter(u"number:2"_s);
    QVERIFY(jump->isVisible());
    QVERIFY(!jump->isEnabled());
    QCOMPARE(jump->toolTip(), u"The filter or Clear hides it"_s);
    QCOMPARE(rowsOf(*m_page), QStringList{u"~ changed|price|10|12"_s}); // compared all the same
    m_page->showFilter({});
    QVERIFY(jump->isEnabled());
}

void DifferenceViewTest::thePreviousOfTheSameConnectionIsComparedWith()
{
    const auto inLobby = [this](quint64 client, int price) {
        ActivityRecord record = quote(m_samples, client, price);
        record.room = RoomName::parse("lobby"_ba).value();
        return record;
    };
    append({inLobby(1, 10), inLobby(2, 99), inLobby(1, 12), inLobby(3, 50)});
    select(2);
    showDifference();
    QCOMPARE(rowsOf(*m_page), QStringList{u"~ changed|price|99|12"_s}); // of whoever is in there
    auto *with = part<QComboBox>("differenceWith");
    with->setFocus();
    QTest::keyClick(with, Qt::Key_Down);
    QCOMPARE(with->currentText(), u"Previous of the same connection"_s);
    QCOMPARE(rowsOf(*m_page), QStringList{u"~ changed|price|10|12"_s});
    QCOMPARE(heading(), u"Compared with #1, 2.0 s before: one difference"_s);
    select(3);
    QCOMPARE(sentence(), u"No previous message of this type and connection is in the log."_s);
}

void DifferenceViewTest::theMarkedRowIsComparedWith()
{
    append({quote(m_samples, 1, 10), quote(m_samples, 2, 99), quote(m_samples, 1, 12),
            quote(m_samples, 3, 50)});
    select(2);
    showDifference();
    auto *with = part<QComboBox>("differenceWith");
    QVERIFY(with->isVisible());
    with->setCurrentIndex(with->findText(u"Marked row"_s));
    QCOMPARE(sentence(), u"No other row is marked. Mark the one to compare with (Ctrl+M)."_s);
    QTest::keyClick(m_view, Qt::Key_M, Qt::ControlModifier); // the chosen one itself does not count
    QVERIFY(!sentence().isEmpty());
    select(3);
    QTest::keyClick(m_view, Qt::Key_M, Qt::ControlModifier);
    select(1);
    QTest::keyClick(m_view, Qt::Key_M, Qt::ControlModifier);
    select(2);
    QCOMPARE(rowsOf(*m_page), QStringList{u"~ changed|price|99|12"_s}); // the one above
    select(1);
    QCOMPARE(rowsOf(*m_page), QStringList{u"~ changed|price|12|99"_s}); // none above: below
    QCOMPARE(heading(), u"Compared with #3, 1.0 s after: one difference"_s);
}

void DifferenceViewTest::whatItIsComparedWithIsNotCut_data()
{
    QTest::addColumn<QString>("first");
    QTest::newRow("in English") << u"Previous of its type"_s;
    QTest::newRow("in Chinese") << u"同类型的上一条"_s;
    QTest::newRow("in a language of long words") << u"Vorhergehende Nachricht desselben Typs"_s;
}

void DifferenceViewTest::whatItIsComparedWithIsNotCut()
{
    QFETCH(const QString, first);
    append({quote(m_samples, 1, 10), quote(m_samples, 1, 12)});
    select(1);
    showDifference();
    auto *with = part<QComboBox>("differenceWith");
    with->setItemText(0, first);
    const auto isWhole = [with] {
        QStyleOptionComboBox option;
        option.initFrom(with);
        const QRect text = with->style()->subControlRect(QStyle::CC_ComboBox, &option,
                                                         QStyle::SC_ComboBoxEditField, with);
        return text.width() >= with->fontMetrics().horizontalAdvance(with->itemText(0))
               && with->geometry().right() < with->parentWidget()->width();
    };
    QTRY_VERIFY(isWhole());
    const auto *jump = part<QPushButton>("differenceJump");
    QVERIFY(jump->isVisible() && jump->geometry().right() < jump->parentWidget()->width());
}

void DifferenceViewTest::whyThereIsNoDifferenceIsSaid()
{
    append({quote(m_samples, 1, 10), quote(m_samples, 1, 10), m_samples.joined(1, "lobby"),
            m_samples.fromClient(1, "one"), m_samples.fromClient(1, "one\n")});
    select(0);
    showDifference();
    QCOMPARE(sentence(), u"No previous message of this type is in the log."_s);
    select(1);
    QCOMPARE(sentence(), u"No difference: both payloads are the same, byte by byte."_s);
    QCOMPARE(heading(), u"Compared with #1, 1.0 s before"_s);
    select(2);
    QCOMPARE(sentence(), u"Only text and binary messages can be compared."_s);
    select(4);
    QCOMPARE(sentence(),
             u"No difference in the lines: only one of the two ends with a line break."_s);
    QVERIFY(!part<QPushButton>("differenceCancel")->isVisible());
}

void DifferenceViewTest::differencesAreCopied()
{
    ActivityRecord first = m_samples.fromClient(1, R"({"a":1,"b":1})");
    ActivityRecord second = m_samples.fromClient(1, R"({"a":2,"c":1})");
    append({first, second});
    select(1);
    showDifference();
    const auto buttons = m_page->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->accessibleName() == u"Copy the differences")
            button->click();
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), u"~ a: 1 → 2\n− b: 1\n+ c: 1"_s);
    auto *table = part<DataTable>("differenceTable");
    table->setFocus();
    // selectRow() would look at the keys that were pressed last.
    table->selectionModel()->select(table->model()->index(1, 0), QItemSelectionModel::ClearAndSelect
                                                                     | QItemSelectionModel::Rows);
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"− b: 1"_s);
}

void DifferenceViewTest::aLongSearchCanBeCancelled()
{
    QList<ActivityRecord> records{m_samples.fromClient(1, "1")};
    for (int i = 0; i < 90'000; ++i)
        records += m_samples.ping(2);
    records += m_samples.fromClient(1, "2");
    append(records);
    m_page->showFilter(u"conn:1"_s);
    QTRY_COMPARE(m_view->model()->rowCount(), 2);
    select(1);
    showDifference();
    auto *cancel = part<QPushButton>("differenceCancel");
    QVERIFY(cancel->isVisible());
    QCOMPARE(cancel->text(), u"Cancel"_s);
    QVERIFY(sentence().startsWith(u"Looking for what to compare with…"));
    cancel->click();
    QCOMPARE(sentence(), u"The search was cancelled."_s);
    QCOMPARE(cancel->text(), u"Search again"_s);
    cancel->click();
    QTRY_COMPARE_WITH_TIMEOUT(rowsOf(*m_page), QStringList{u"~ changed|the whole value|1|2"_s},
                              60'000);
}

void DifferenceViewTest::lastMessagesHaveItToo()
{
    LastMessagesDocument document;
    document.connection = ConnectionId{1};
    ActivityRecord released = quote(m_samples, 1, 9);
    released.payload.clear();
    document.records = {released, quote(m_samples, 1, 10), m_samples.ping(1),
                        quote(m_samples, 1, 12)};
    LastMessagesDialog dialog(document, {}, m_theme);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *table = dialog.findChild<DataTable *>(u"lastMessagesTable"_s);
    QTest::keyClick(table, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(rowsOf(dialog), QStringList{u"~ changed|price|10|12"_s});
    QVERIFY(!dialog.findChild<QComboBox *>(u"differenceWith"_s)->isVisible());
    auto *jump = dialog.findChild<QPushButton *>(u"differenceJump"_s);
    QCOMPARE(jump->text(), u"Go to #2"_s);
    jump->click();
    QCOMPARE(table->selectedRowNumbers(), QList{1});
    QVERIFY(dialog.findChild<QLabel *>(u"differenceSentence"_s)
                ->text()
                .contains(u"the payload of #1 was released"));
}

QTEST_MAIN(DifferenceViewTest)
#include "tst_difference_view.moc"
