// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/capture_dialog.h"
#include "ui/log/log_model.h"
#include "ui/log/log_page.h"
#include "ui/log/log_text.h"
#include "ui/log/log_view.h"
#include "ui/shell/server_mirror.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <tuple>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

/// Each 1.5 ms after the one before.
ActivityBatch batchOf(quint64 first, quint64 last)
{
    ActivityBatch batch;
    for (quint64 number = first; number <= last; ++number) {
        ActivityRecord record;
        record.number = number;
        record.timestamp = 1'795'341'190'137'000 + qint64(number) * 1'500;
        record.direction = number % 2 ? Direction::ClientToServer : Direction::ServerToClient;
        record.connection = ConnectionId{number % 2 + 1};
        record.payload = "message "_ba + QByteArray::number(number);
        record.length = record.payload.size();
        batch.records += record;
    }
    return batch;
}

} // namespace

/// What the Log menu and its keys do: marks, times, the capture filter, how much is kept.
class LogCommandsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_page.reset(); }
    void marksSurviveFilters();
    void keysGoFromMarkToMark();
    void whatCannotBeMarkedSaysWhy();
    void secretsInUrlsAreNotCopied();
    void togglesShowAndHideKinds();
    void marksOfRecordsThatAreGoneAreGone();
    void manyRowsAreMarkedInOneGo();
    void aMarkBehindManyHiddenOnesIsFound();
    void timesCountFromTheRowAbove();
    void timesCountFromAReference();
    void theCaptureFilterKeepsOnlyWhatItAccepts();
    void whatIsNoFilterCannotCapture();
    void howMuchIsKeptIsRemembered();

private:
    [[nodiscard]] QString cell(int row, LogColumn column) const
    {
        return m_view->model()->index(row, int(column)).data().toString();
    }
    [[nodiscard]] QString counts() const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->accessibleName() == u"Records shown")
                return label->text();
        }
        return {};
    }
    [[nodiscard]] QAction *menuAction(const QString &text) const
    {
        const auto actions = m_page->menuActions();
        for (const QAction *action : actions) {
            if (!action->menu())
                continue;
            const auto inside = action->menu()->actions();
            for (QAction *candidate : inside) {
                if (candidate->text().remove(u'&') == text)
                    return candidate;
            }
        }
        return nullptr;
    }
    void append(quint64 first, quint64 last)
    {
        emit m_mirror.activityArrived(batchOf(first, last));
    }
    /// As a click without keys; selectRow() looks at the keys that were pressed last.
    void select(int row)
    {
        m_view->selectionModel()->setCurrentIndex(m_view->model()->index(row, 0),
                                                  QItemSelectionModel::ClearAndSelect
                                                      | QItemSelectionModel::Rows);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier)
    {
        QTest::keyClick(m_view, key, modifiers);
    }

    QTemporaryDir m_settings;
    Server m_server;
    ServerMirror m_mirror{m_server};
    Theme m_theme;
    std::unique_ptr<LogPage> m_page;
    LogView *m_view = nullptr;
};

void LogCommandsTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
}

void LogCommandsTest::init()
{
    m_page = std::make_unique<LogPage>(m_mirror, m_theme);
    m_page->resize(1'130, 500);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_view = m_page->findChild<LogView *>();
    m_view->setFocus();
}

void LogCommandsTest::marksSurviveFilters()
{
    append(1, 10);
    select(4);
    press(Qt::Key_M);
    QCOMPARE(cell(4, LogColumn::Number), u"◆ 5"_s);
    QCOMPARE(counts(), u"10 · 1 marked"_s);
    m_page->showFilter(u"message 6"_s);
    QCOMPARE(counts(), u"1 of 10 · 1 marked"_s);
    m_page->showFilter({});
    QCOMPARE(cell(4, LogColumn::Number), u"◆ 5"_s);
    select(4);
    press(Qt::Key_M);
    QCOMPARE(cell(4, LogColumn::Number), u"5"_s);
}

void LogCommandsTest::keysGoFromMarkToMark()
{
    append(1, 400);
    for (const int row : {20, 200, 300}) {
        select(row);
        press(Qt::Key_M);
    }
    select(0);
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_view->selectedRowNumbers(), QList{20});
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_view->selectedRowNumbers(), QList{200});
    const auto current = m_view->model()->index(200, 0);
    QVERIFY(m_view->viewport()->rect().intersects(m_view->visualRect(current)));
    press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_view->selectedRowNumbers(), QList{20});
    press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_view->selectedRowNumbers(), QList{20}); // there is none above
}

void LogCommandsTest::whatCannotBeMarkedSaysWhy()
{
    const auto *mark = m_page->findChild<QAction *>(u"markRows"_s);
    const auto *next = m_page->findChild<QAction *>(u"nextMark"_s);
    const auto *previous = m_page->findChild<QAction *>(u"previousMark"_s);
    append(1, 10);
    QVERIFY(!mark->isEnabled() && mark->toolTip() == u"Select rows first");
    QVERIFY(!next->isEnabled() && next->toolTip() == u"No row is marked");
    select(4);
    QVERIFY(mark->isEnabled());
    press(Qt::Key_M);
    QVERIFY(!next->isEnabled() && next->toolTip().contains(u"below this one"));
    QVERIFY(!previous->isEnabled() && previous->toolTip().contains(u"above this one"));
    select(2);
    QVERIFY(next->isEnabled() && !previous->isEnabled());
    select(8);
    QVERIFY(!next->isEnabled() && previous->isEnabled());
}

void LogCommandsTest::secretsInUrlsAreNotCopied()
{
    ActivityBatch batch = batchOf(1, 1);
    ActivityRecord refusal;
    refusal.number = 2;
    refusal.kind = ActivityKind::Refused;
    refusal.code = 404;
    refusal.payload = "There is no /app?x=1&token=s3cret here.";
    batch.records += refusal;
    emit m_mirror.activityArrived(batch);
    m_view->selectAll();
    press(Qt::Key_C);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.contains(u"/app?x=1&token=••••• here"), qPrintable(copied));
    QVERIFY(!copied.contains(u"s3cret"));
    select(1);
    const auto *shown = m_page->findChild<QPlainTextEdit *>();
    QVERIFY(!shown->toPlainText().isEmpty() && !shown->toPlainText().contains(u"s3cret"));
}

void LogCommandsTest::togglesShowAndHideKinds()
{
    ActivityBatch batch = batchOf(1, 1);
    for (const ActivityKind kind : {ActivityKind::ControlFrame, ActivityKind::Opened}) {
        ActivityRecord record = batch.records.constFirst();
        record.number = quint64(batch.records.size()) + 1;
        record.kind = kind;
        batch.records += record;
    }
    emit m_mirror.activityArrived(batch);
    const auto click = [this](const QString &name) {
        QTest::mouseClick(m_page->findChild<QPushButton *>(name), Qt::LeftButton);
    };
    QTRY_COMPARE(counts(), u"2 of 3"_s); // control frames are hidden at first
    click(u"logControlFrames"_s);
    QTRY_COMPARE(counts(), u"3"_s);
    click(u"logMessages"_s);
    QTRY_COMPARE(counts(), u"2 of 3"_s);
    QCOMPARE(cell(0, LogColumn::Number), u"2"_s);
    click(u"logEvents"_s);
    QTRY_COMPARE(counts(), u"1 of 3"_s);
    click(u"logControlFrames"_s);
    QTRY_COMPARE(counts(), u"0 of 3"_s);
}

void LogCommandsTest::marksOfRecordsThatAreGoneAreGone()
{
    LogModel model(m_theme, {10, 10'000});
    model.append(batchOf(1, 10));
    model.setMarked({1, 8}, true);
    model.append(batchOf(11, 15));
    QCOMPARE(model.marks().count(), 1);
    QCOMPARE(model.markFrom(-1, true).row, 3);
}

void LogCommandsTest::manyRowsAreMarkedInOneGo()
{
    constexpr int Many = 100'000;
    for (quint64 first = 1; first <= Many; first += 10'000)
        append(first, first + 9'999);
    auto *model = m_page->findChild<LogModel *>();
    m_view->selectAll();
    const QSignalSpy counted(model, &LogModel::countsChanged);
    const QSignalSpy changed(model, &QAbstractItemModel::dataChanged);
    press(Qt::Key_M);
    QCOMPARE(model->marks().count(), Many);
    QCOMPARE(counted.size(), 1);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(cell(Many - 1, LogColumn::Number), u"◆ 100000"_s);
    press(Qt::Key_M);
    QCOMPARE(model->marks().count(), 0);
    QCOMPARE(counted.size(), 2);
    QCOMPARE(changed.size(), 2);
}

void LogCommandsTest::aMarkBehindManyHiddenOnesIsFound()
{
    // Between the marks that the filter hides there are rows: as long a way as there can be.
    constexpr quint64 Last = 1'001;
    LogModel model(m_theme, {10'000, 1'000'000});
    model.append(batchOf(1, Last));
    QList<quint64> hidden;
    for (quint64 position = 1; position < Last; position += 2)
        hidden += position;
    model.setMarked(hidden, true);
    model.setMarked({0, Last - 1}, true);
    LogFilter filter;
    filter.fromServer = false; // every other row
    model.setFilter(filter);
    QTRY_VERIFY(!model.isSearching());
    QCOMPARE(model.rowCount(), 501);
    for (const auto &[row, down, found] : {std::tuple(0, true, 500), std::tuple(500, false, 0)}) {
        QCOMPARE(model.markFrom(row, down).row, found);
        QVERIFY(!model.markFrom(row, down, 100).isKnown);
        QCOMPARE(model.markFrom(row, down, 600).row, found);
    }
    QCOMPARE(model.markFrom(500, true, 1).row, -1);
    QVERIFY(model.markFrom(500, true, 1).isKnown);
}

void LogCommandsTest::timesCountFromTheRowAbove()
{
    append(1, 10);
    menuAction(u"Since the row above"_s)->trigger();
    QCOMPARE(cell(0, LogColumn::Time), QString());
    QCOMPARE(cell(1, LogColumn::Time), u"+0.001500"_s);
    QCOMPARE(m_view->model()->headerData(int(LogColumn::Time), Qt::Horizontal).toString(),
             u"Δ previous"_s);
    m_page->showFilter(u"number:2,5"_s);
    QCOMPARE(cell(1, LogColumn::Time), u"+0.004500"_s);
    menuAction(u"Time of day"_s)->trigger();
    QVERIFY(cell(0, LogColumn::Time).contains(u':'));
}

void LogCommandsTest::timesCountFromAReference()
{
    append(1, 10);
    select(4);
    press(Qt::Key_T);
    QCOMPARE(m_view->model()->headerData(int(LogColumn::Time), Qt::Horizontal).toString(),
             u"Δ #5"_s);
    QCOMPARE(cell(4, LogColumn::Time), u"+0.000000"_s);
    QCOMPARE(cell(4, LogColumn::Number), u"Δ 5"_s);
    QCOMPARE(cell(6, LogColumn::Time), u"+0.003000"_s);
    QCOMPARE(cell(2, LogColumn::Time), u"−0.003000"_s);
    QVERIFY(menuAction(u"Since the reference"_s)->isChecked());
}

void LogCommandsTest::theCaptureFilterKeepsOnlyWhatItAccepts()
{
    m_page->chooseCapture();
    auto *dialog = m_page->findChild<CaptureDialog *>();
    QVERIFY(dialog);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"captureText"_s), u"conn:2"_s);
    QTest::keyClick(dialog, Qt::Key_Return);
    append(1, 10);
    QCOMPARE(counts(), u"5 · 5 not captured"_s);
    const auto *chip = m_page->findChild<QPushButton *>(u"capture"_s);
    QVERIFY(chip->isVisible());
    QCOMPARE(chip->text(), u"Captures conn:2"_s);
}

void LogCommandsTest::whatIsNoFilterCannotCapture()
{
    m_page->chooseCapture();
    auto *dialog = m_page->findChild<CaptureDialog *>();
    auto *text = dialog->findChild<QLineEdit *>(u"captureText"_s);
    text->setText(u"("_s);
    QVERIFY(!dialog->findChild<QLabel *>(u"captureError"_s)->text().isEmpty());
    const auto buttons = dialog->findChildren<QPushButton *>();
    for (const QPushButton *button : buttons)
        QVERIFY(button->isEnabled() == (button->text().remove(u'&') == u"Cancel"));
    dialog->reject();
}

void LogCommandsTest::howMuchIsKeptIsRemembered()
{
    menuAction(u"10,000 records"_s)->trigger();
    append(1, 12'000);
    QCOMPARE(counts(), u"10,000"_s);
    m_page = std::make_unique<LogPage>(m_mirror, m_theme);
    QCOMPARE(m_page->findChild<LogModel *>()->bounds().entries, 10'000);
    QVERIFY(menuAction(u"10,000 records"_s)->isChecked());
}

QTEST_MAIN(LogCommandsTest)
#include "tst_log_commands.moc"
