// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/file_size_limit.h"
#include "ui/log/export/export_dialog.h"
#include "ui/log/export/export_file_field.h"
#include "ui/log/export/log_copy.h"
#include "ui/log/export/progress_row.h"
#include "ui/log/log_actions.h"
#include "ui/log/log_model.h"
#include "ui/log/log_page.h"
#include "ui/log/log_view.h"
#include "ui/shell/server_mirror.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000; // milliseconds; only a failure takes so long
constexpr int Many = 200'000;
constexpr int Some = 40'000; // enough to be interrupted

ActivityBatch batchOf(int first, int last)
{
    ActivityBatch batch;
    for (int number = first; number <= last; ++number) {
        ActivityRecord record;
        record.number = quint64(number);
        record.timestamp = 1'795'341'190'137'000 + qint64(number) * 1'500;
        record.direction = number % 2 ? Direction::ClientToServer : Direction::ServerToClient;
        record.connection = ConnectionId{quint64(number % 2 + 1)};
        record.type = "chat";
        record.payload = R"({"type":"chat","password":"sesame","content":")"
                         + QByteArray::number(number) + "\"}";
        record.length = record.payload.size();
        batch.records += record;
    }
    return batch;
}

/// How long the event loop did not answer, at worst, while this lives.
class EventLoopWatch
{
public:
    EventLoopWatch()
    {
        m_sinceTurn.start();
        QObject::connect(&m_tick, &QTimer::timeout, &m_tick, [this] {
            m_longest = std::max(m_longest, m_sinceTurn.restart());
            ++m_turns;
        });
        m_tick.start(1);
    }
    [[nodiscard]] qint64 longest() const { return std::max(m_longest, m_sinceTurn.elapsed()); }
    [[nodiscard]] int turns() const { return m_turns; }

private:
    QTimer m_tick;
    QElapsedTimer m_sinceTurn;
    qint64 m_longest = 0;
    int m_turns = 0;
};

/// Remembers what the desktop was asked to open.
class OpenedPlaces : public QObject
{
    Q_OBJECT

public:
    OpenedPlaces() { QDesktopServices::setUrlHandler(u"file"_s, this, "take"); }
    ~OpenedPlaces() override { QDesktopServices::unsetUrlHandler(u"file"_s); }
    Q_DISABLE_COPY_MOVE(OpenedPlaces)

    [[nodiscard]] const QList<QUrl> &places() const { return m_places; }

public slots:
    void take(const QUrl &place) { m_places += place; }

private:
    QList<QUrl> m_places;
};

/// Counts the calls that another thread has posted to an object, as they are delivered.
class PostedCalls : public QObject // clazy:exclude=missing-qobject-macro
{
public:
    explicit PostedCalls(QObject *receiver) { receiver->installEventFilter(this); }
    [[nodiscard]] int count() const { return m_count; }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        m_count += event->type() == QEvent::MetaCall ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }

private:
    int m_count = 0;
};

} // namespace

/// Export and copying of many rows, through the Log page.
class LogOutputTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_page.reset(); }
    void anEmptyLogCannotBeExported();
    void eachScopeSaysItsCount();
    void whatIsChosenIsWritten_data();
    void whatIsChosenIsWritten();
    void whatWasFilteredWhenItOpenedIsShown();
    void anUnknownFormatIsJsonLines();
    void theUnitOfTimestampsIsSaid();
    void theSuffixFollowsTheFormat();
    void whatCannotBeAFileSaysWhy();
    void aFileThatIsThereIsReplaced();
    void secretsAreHiddenUnlessWanted();
    void theFolderIsShownAndThePathCopied();
    void aCancelledExportLeavesNoFile();
    void closingWhileItWritesCancels();
    void aFullDiskIsSaidAndLeavesNoFile();
    void aFolderThatIsGoneIsSaid();
    void theWindowAnswersWhileItWrites();
    void fewRowsAreCopiedAtOnce();
    void manyRowsAreCopiedBehindTheWindow();
    void copyingCanBeCancelled();
    void whatDoesNotFitIsNotCopied();
    void aLaterCopyWins();
    void anAnswerThatIsNotWantedAnyMoreIsNotHeard();

private:
    void append(int first, int last) { emit m_mirror.activityArrived(batchOf(first, last)); }
    void appendMany(int records = Many)
    {
        for (int first = 1; first <= records; first += 10'000)
            append(first, first + 9'999);
    }
    template <typename Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return m_page->findChild<Widget *>(QString::fromLatin1(name));
    }
    template <typename Button>
    void click(const char *name) const
    {
        auto *button = find<Button>(name);
        QVERIFY2(button && button->isEnabled(), name);
        button->click();
    }
    [[nodiscard]] ExportDialog *openDialog() const
    {
        QTest::keyClick(m_view, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        return m_page->findChild<ExportDialog *>();
    }
    [[nodiscard]] QString file(const QString &name) const { return m_files->filePath(name); }
    void setFile(const QString &name) const { find<QLineEdit>("exportFile")->setText(file(name)); }
    [[nodiscard]] QString message() const { return find<QLabel>("exportMessage")->text(); }
    [[nodiscard]] QString copyText() const { return find<QLabel>("copyText")->text(); }
    [[nodiscard]] QStringList filesThere() const
    {
        return QDir(m_files->path()).entryList(QDir::Files | QDir::Hidden);
    }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile opened(file(name));
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }

    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_files;
    Server m_server;
    ServerMirror m_mirror{m_server};
    Theme m_theme;
    std::unique_ptr<LogPage> m_page;
    LogView *m_view = nullptr;
};

void LogOutputTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
}

void LogOutputTest::init()
{
    QSettings().clear();
    QSettings().setValue(u"log/records"_s, 1'000'000);
    m_files = std::make_unique<QTemporaryDir>();
    m_page = std::make_unique<LogPage>(m_mirror, m_theme);
    m_page->resize(1'130, 500);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_view = m_page->findChild<LogView *>();
    m_view->setFocus();
    QGuiApplication::clipboard()->setText(u"before"_s);
}

void LogOutputTest::anEmptyLogCannotBeExported()
{
    const auto *action = m_page->findChild<QAction *>(u"exportLog"_s);
    QVERIFY(!action->isEnabled());
    QCOMPARE(action->toolTip(), u"The log is empty"_s);
    QVERIFY(m_page->menuActions().contains(action));
    append(1, 1);
    QVERIFY(action->isEnabled());
}

void LogOutputTest::eachScopeSaysItsCount()
{
    append(1, 1'200);
    m_page->showFilter(u"conn:1"_s);
    QVERIFY(openDialog());
    QCOMPARE(find<QRadioButton>("exportAll")->text(), u"&All that is recorded (1,200)"_s);
    QCOMPARE(find<QRadioButton>("exportShown")->text(), u"&Shown: the rows of the table (600)"_s);
    const auto *selected = find<QRadioButton>("exportSelected");
    QVERIFY(!selected->isEnabled());
    QCOMPARE(selected->text(), u"S&elected rows (no row is selected)"_s);
    QVERIFY(find<QRadioButton>("exportShown")->isChecked()); // there is a filter
    QCOMPARE(find<QPushButton>("startExport")->text(), u"Export 600 records"_s);
}

void LogOutputTest::whatIsChosenIsWritten_data()
{
    QTest::addColumn<QByteArray>("scope");
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("records");
    struct Scope
    {
        const char *name;
        const char *button;
        int records;
    };
    struct Format
    {
        const char *button;
        const char *suffix;
    };
    for (const Scope scope : {Scope{"all", "exportAll", 100}, Scope{"shown", "exportShown", 50},
                              Scope{"selected", "exportSelected", 3}}) {
        for (const Format format : {Format{"exportJsonLines", "jsonl"}, Format{"exportCsv", "csv"},
                                    Format{"exportHar", "har"}}) {
            const QByteArray row = QByteArray(scope.name) + " as " + format.suffix;
            QTest::newRow(row.constData())
                << QByteArray(scope.button) << QByteArray(format.button)
                << u"log."_s + QString::fromLatin1(format.suffix) << scope.records;
        }
    }
}

void LogOutputTest::whatIsChosenIsWritten()
{
    QFETCH(QByteArray, scope);
    QFETCH(QByteArray, format);
    QFETCH(QString, name);
    QFETCH(int, records);
    append(1, 100);
    m_page->showFilter(u"conn:1"_s);
    m_view->selectionModel()->select(
        QItemSelection(m_view->model()->index(4, 0), m_view->model()->index(6, 7)),
        QItemSelectionModel::ClearAndSelect);
    QVERIFY(openDialog());
    click<QRadioButton>(scope.constData());
    click<QRadioButton>(format.constData());
    setFile(name);
    click<QPushButton>("startExport");
    QTRY_VERIFY_WITH_TIMEOUT(message().startsWith(u"Exported "_s), Patience);
    QVERIFY2(message().contains(u"%1 records"_s.arg(records)), qPrintable(message()));
    const QByteArray written = read(name);
    QCOMPARE(written.count("•••••"), records); // each payload has one secret
    QCOMPARE(filesThere(), QStringList{name});
    if (scope != "exportSelected")
        return;
    // Their seconds, with or without the point.
    QByteArray times = written;
    times.replace('.', "");
    for (const int number : {10, 12, 14})
        QVERIFY(times.contains(QByteArray::number(1'795'341'190'137'000 + qint64{1'500} * number)));
}

void LogOutputTest::whatWasFilteredWhenItOpenedIsShown()
{
    appendMany();
    const auto *model = m_page->findChild<LogModel *>();
    m_page->showFilter(u"conn:1 password"_s);
    QVERIFY(model->isSearching());
    QVERIFY(openDialog());
    const auto *shown = find<QRadioButton>("exportShown");
    QVERIFY2(shown->text().contains(u"still looking"), qPrintable(shown->text()));
    m_page->showFilter(u"number:1,2"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!model->isSearching(), Patience);
    QCOMPARE(model->rowCount(), 2);
    QVERIFY(!shown->isEnabled());
    QCOMPARE(shown->text(),
             u"&Shown: the rows of the table (the filter was changed; open this again)"_s);
}

void LogOutputTest::anUnknownFormatIsJsonLines()
{
    QSettings().setValue(u"log/exportFormat"_s, 77);
    append(1, 1);
    QVERIFY(openDialog());
    QVERIFY(find<QRadioButton>("exportJsonLines")->isChecked());
    QVERIFY(find<QLineEdit>("exportFile")->text().endsWith(u".jsonl"));
}

void LogOutputTest::theUnitOfTimestampsIsSaid()
{
    append(1, 1);
    QVERIFY(openDialog());
    const auto *detail = find<QLabel>("exportFormatDetail");
    const QString said = u"timestamp counts microseconds since 1970"_s;
    QVERIFY(detail->isVisible());
    click<QRadioButton>("exportJsonLines");
    QVERIFY2(detail->text().contains(said), qPrintable(detail->text()));
    QVERIFY(find<QRadioButton>("exportJsonLines")->accessibleDescription().contains(said));
    click<QRadioButton>("exportCsv");
    QVERIFY2(detail->text().contains(said), qPrintable(detail->text()));
    click<QRadioButton>("exportHar"); // has none
    QVERIFY2(!detail->text().contains(said), qPrintable(detail->text()));
}

void LogOutputTest::theSuffixFollowsTheFormat()
{
    append(1, 1);
    QVERIFY(openDialog());
    const auto *name = find<QLineEdit>("exportFile");
    QVERIFY(name->text().endsWith(u".jsonl"));
    click<QRadioButton>("exportHar");
    QVERIFY(name->text().endsWith(u".har"));
    setFile(u"mine.txt"_s);
    click<QRadioButton>("exportCsv");
    QVERIFY(name->text().endsWith(u"mine.txt")); // it is not ours
    QVERIFY(openDialog());
    QVERIFY(find<QRadioButton>("exportCsv")->isChecked());
}

void LogOutputTest::whatCannotBeAFileSaysWhy()
{
    append(1, 1);
    QVERIFY(openDialog());
    const auto *start = find<QPushButton>("startExport");
    const auto *note = find<QLabel>("exportFileNote");
    setFile(u"no/such/folder.csv"_s);
    QVERIFY(!start->isEnabled());
    QCOMPARE(note->text(), u"The folder does not exist."_s);
    QCOMPARE(start->toolTip(), note->text());
    find<QLineEdit>("exportFile")->setText(m_files->path());
    QVERIFY(!start->isEnabled());
    find<QLineEdit>("exportFile")->clear();
    QVERIFY(!start->isEnabled());
    setFile(u"log.csv"_s);
    QVERIFY(start->isEnabled());
    QCOMPARE(note->text().trimmed(), QString());
}

void LogOutputTest::aFileThatIsThereIsReplaced()
{
    QFile there(file(u"log.jsonl"_s));
    QVERIFY(there.open(QIODevice::WriteOnly));
    there.write("something else");
    there.close();
    append(1, 3);
    QVERIFY(openDialog());
    setFile(u"log.jsonl"_s);
    QCOMPARE(find<QLabel>("exportFileNote")->text(),
             u"This file is there already and will be replaced."_s);
    click<QPushButton>("startExport");
    QTRY_VERIFY_WITH_TIMEOUT(message().startsWith(u"Exported "_s), Patience);
    QCOMPARE(read(u"log.jsonl"_s).count('\n'), 3);
}

void LogOutputTest::secretsAreHiddenUnlessWanted()
{
    append(1, 3);
    QVERIFY(openDialog());
    setFile(u"log.jsonl"_s);
    click<QPushButton>("startExport");
    QTRY_VERIFY_WITH_TIMEOUT(message().startsWith(u"Exported "_s), Patience);
    QVERIFY(!read(u"log.jsonl"_s).contains("sesame"));
    QVERIFY2(message().contains(u"Secrets in the messages of 3 records"), qPrintable(message()));
    click<QCheckBox>("exportHideSecrets");
    setFile(u"all.jsonl"_s);
    click<QPushButton>("startExport");
    QTRY_VERIFY_WITH_TIMEOUT(message().contains(u"all.jsonl"_s), Patience);
    QCOMPARE(read(u"all.jsonl"_s).count("sesame"), 3);
    QVERIFY(!message().contains(u"Secrets"));
}

void LogOutputTest::theFolderIsShownAndThePathCopied()
{
    const OpenedPlaces opened;
    append(1, 3);
    QVERIFY(openDialog());
    setFile(u"log.jsonl"_s);
    QVERIFY(!find<QPushButton>("showExportFolder")->isVisible());
    click<QPushButton>("startExport");
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("showExportFolder")->isVisible(), Patience);
    click<QPushButton>("showExportFolder");
    QCOMPARE(opened.places(), QList{QUrl::fromLocalFile(m_files->path())});
    click<QPushButton>("copyExportPath");
    QCOMPARE(QGuiApplication::clipboard()->text(), file(u"log.jsonl"_s));
}

void LogOutputTest::aCancelledExportLeavesNoFile()
{
    appendMany(Some);
    const auto *dialog = openDialog();
    QVERIFY(dialog);
    setFile(u"log.har"_s);
    click<QPushButton>("startExport");
    const auto *progress = dialog->findChild<QLabel *>(u"progressText"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!progress->text().startsWith(u"0 of"_s), Patience); // it has begun
    const auto *close = find<QPushButton>("closeExport");
    QCOMPARE(close->text(), u"Cancel"_s);
    QVERIFY(!find<QPushButton>("startExport")->isEnabled());
    click<QPushButton>("closeExport");
    QTRY_VERIFY_WITH_TIMEOUT(message().startsWith(u"Cancelled after "_s), Patience);
    QCOMPARE(filesThere(), QStringList());
    QCOMPARE(close->text(), u"Close"_s);
    click<QPushButton>("startExport"); // and once more, to its end
    QTRY_VERIFY_WITH_TIMEOUT(message().startsWith(u"Exported 40,000 records"_s), Patience);
    QCOMPARE(filesThere(), QStringList{u"log.har"_s});
}

void LogOutputTest::closingWhileItWritesCancels()
{
    appendMany(Some);
    auto *dialog = openDialog();
    setFile(u"log.csv"_s);
    click<QPushButton>("startExport");
    dialog->close();
    QTRY_VERIFY_WITH_TIMEOUT(message().startsWith(u"Cancelled after "_s), Patience);
    QVERIFY(dialog->isVisible()); // it says what came of it
    QCOMPARE(filesThere(), QStringList());
    click<QPushButton>("startExport");
    m_page.reset(); // the window goes meanwhile
    QCOMPARE(filesThere(), QStringList());
}

void LogOutputTest::aFullDiskIsSaidAndLeavesNoFile()
{
    appendMany(Some);
    QVERIFY(openDialog());
    setFile(u"log.jsonl"_s);
    {
        const FileSizeLimit limit(2'000'000);
        click<QPushButton>("startExport");
        QTRY_VERIFY_WITH_TIMEOUT(message().startsWith(u"Not exported: "_s), Patience);
    }
    QVERIFY2(message().contains(u"File too large"), qPrintable(message()));
    QCOMPARE(filesThere(), QStringList());
}

void LogOutputTest::aFolderThatIsGoneIsSaid()
{
    append(1, 3);
    QVERIFY(openDialog());
    setFile(u"log.jsonl"_s);
    QVERIFY(m_files->remove());
    click<QPushButton>("startExport");
    QTRY_VERIFY_WITH_TIMEOUT(message().startsWith(u"Not exported: "_s), Patience);
    QVERIFY2(message().contains(u"No such file or directory"), qPrintable(message()));
    QCOMPARE(find<QLabel>("exportFileNote")->text(), u"The folder does not exist."_s);
}

void LogOutputTest::theWindowAnswersWhileItWrites()
{
    appendMany();
    QVERIFY(openDialog());
    setFile(u"log.jsonl"_s);
    const EventLoopWatch watch;
    click<QPushButton>("startExport");
    QVERIFY(!message().startsWith(u"Exported "_s)); // it is not done in the click
    const auto *progress = m_page->findChild<ExportDialog *>()->findChild<ProgressRow *>();
    QVERIFY(progress->isVisible());
    append(Many + 1, Many + 100); // the log goes on
    QTRY_VERIFY_WITH_TIMEOUT(message().startsWith(u"Exported 200,000 records"_s), Patience);
    qInfo() << "longest pause" << watch.longest() << "ms in" << watch.turns() << "turns";
    QVERIFY(watch.turns() > 20);
    QVERIFY2(watch.longest() < 500, "the event loop was blocked");
    QVERIFY(!progress->isVisible());
    const QByteArray written = read(u"log.jsonl"_s);
    QCOMPARE(written.count('\n'), Many);
    const auto last = QJsonDocument::fromJson(written.sliced(written.lastIndexOf('\n', -2) + 1));
    QCOMPARE(last.object().value("number"_L1).toInt(), Many);
}

void LogOutputTest::fewRowsAreCopiedAtOnce()
{
    append(1, 100);
    m_view->selectAll();
    QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 99);
    QVERIFY(!find<QLabel>("copyText")->isVisible());
}

void LogOutputTest::manyRowsAreCopiedBehindTheWindow()
{
    appendMany();
    m_view->selectAll();
    const EventLoopWatch watch;
    QElapsedTimer timer;
    timer.start();
    QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier);
    qInfo() << "the key took" << timer.elapsed() << "ms";
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s); // it is not done in the key
    QCOMPARE(copyText(), u"Copying 200,000 rows"_s);
    QVERIFY(find<QPushButton>("cancelCopy")->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(copyText(), u"Copied 200,000 rows."_s, Patience);
    qInfo() << "longest pause" << watch.longest() << "ms in" << watch.turns() << "turns";
    QVERIFY2(watch.longest() < 1'000, "the event loop was blocked");
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), Many);
    QVERIFY(lines.constFirst().startsWith(u"1\t"));
    QVERIFY(lines.constLast().startsWith(u"200000\t"));
    QVERIFY(lines.constLast().endsWith(uR"("content":"200000"})"));
    click<QPushButton>("hideCopy");
    QVERIFY(!find<QLabel>("copyText")->isVisible());
}

void LogOutputTest::copyingCanBeCancelled()
{
    appendMany(Some);
    m_view->selectAll();
    QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier);
    click<QPushButton>("cancelCopy");
    QTRY_COMPARE_WITH_TIMEOUT(copyText(), u"Nothing was copied; the clipboard is as it was."_s,
                              Patience);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
}

void LogOutputTest::whatDoesNotFitIsNotCopied()
{
    ActivityBatch batch = batchOf(1, 70);
    for (ActivityRecord &record : batch.records) {
        record.payload = QByteArray(1 << 20, 'x');
        record.length = record.payload.size();
    }
    emit m_mirror.activityArrived(batch);
    m_view->selectAll();
    QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(copyText().startsWith(u"Nothing was copied: "_s), Patience);
    QVERIFY2(copyText().contains(u"64"), qPrintable(copyText()));
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    click<QPushButton>("exportInstead");
    QVERIFY(find<QRadioButton>("exportSelected")->isChecked());
    QCOMPARE(find<QPushButton>("startExport")->text(), u"Export 70 records"_s);
    find<QPushButton>("closeExport")->click();

    m_view->clearSelection(); // and nothing is selected any more
    click<QPushButton>("exportInstead");
    QTRY_COMPARE(m_page->findChildren<ExportDialog *>().size(), 1);
    QVERIFY(!find<QRadioButton>("exportSelected")->isChecked());
    QVERIFY(find<QRadioButton>("exportAll")->isChecked());
    QVERIFY(find<QPushButton>("startExport")->isEnabled());
}

void LogOutputTest::aLaterCopyWins()
{
    appendMany(Some);
    m_view->selectAll();
    QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier);
    // As a click without keys; selectRow() looks at the keys that were pressed last.
    m_view->selectionModel()->setCurrentIndex(m_view->model()->index(3, 0),
                                              QItemSelectionModel::ClearAndSelect
                                                  | QItemSelectionModel::Rows);
    QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"4\t"));
    m_view->selectAll();
    QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(copyText(), u"Copied 40,000 rows."_s, Patience);
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), Some - 1);
}

void LogOutputTest::anAnswerThatIsNotWantedAnyMoreIsNotHeard()
{
    appendMany(Some);
    auto *strip = m_page->findChild<LogCopy *>();
    const PostedCalls answers(strip);
    m_view->selectAll();
    QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier);
    m_view->selectionModel()->setCurrentIndex(m_view->model()->index(3, 0),
                                              QItemSelectionModel::ClearAndSelect
                                                  | QItemSelectionModel::Rows);
    QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(answers.count(), 1, Patience);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"4\t"));
    QVERIFY2(!strip->isVisible(), qPrintable(copyText()));
}

QTEST_MAIN(LogOutputTest)
#include "tst_log_output.moc"
