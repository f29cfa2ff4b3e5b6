// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/log_export/export_samples.h"

#include <QRegularExpression>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace {

/// Takes some bytes and then no more, as a disk that gets full.
class FullDevice : public QIODevice // clazy:exclude=missing-qobject-macro
{
public:
    explicit FullDevice(qint64 room)
        : m_room(room)
    {
        open(WriteOnly | Unbuffered);
    }

protected:
    qint64 readData(char * /*data*/, qint64 /*most*/) override { return -1; }
    qint64 writeData(const char * /*data*/, qint64 size) override
    {
        const qint64 taken = std::min(size, m_room);
        m_room -= taken;
        if (taken > 0)
            return taken;
        setErrorString(QStringLiteral("No space left on device"));
        return -1;
    }

private:
    qint64 m_room;
};

void fill(LogStore &log, int records, const QByteArray &payload)
{
    for (int i = 0; i < records; ++i) {
        ActivityRecord record = message(payload);
        record.number = quint64(i) + 1;
        log.append(record);
    }
}

/// Whether a file has that as it is, or in one of its texts of base64.
bool holdsAnywhere(const QByteArray &file, const QByteArray &text)
{
    static const QRegularExpression Encoded(QStringLiteral("[A-Za-z0-9+/]{24,}={0,2}"));
    bool holds = file.contains(text);
    for (auto found = Encoded.globalMatch(QString::fromUtf8(file)); found.hasNext();)
        holds |= QByteArray::fromBase64(found.next().captured().toLatin1()).contains(text);
    return holds;
}

} // namespace

/// An export is written portion by portion, and says when it cannot be.
class LogExportTest : public QObject
{
    Q_OBJECT

private slots:
    static void portionsAreBounded();
    static void lookingOverTheLogGoesPortionByPortion_data();
    static void lookingOverTheLogGoesPortionByPortion();
    static void onlyTheWantedRecordsAreWritten();
    static void theLogMayGoOn();
    static void aFullDiskIsAnError();
    static void hiddenSecretsAreCounted();
    static void secretsAreHiddenWhereverTheyAre_data();
    static void secretsAreHiddenWhereverTheyAre();
};

void LogExportTest::portionsAreBounded()
{
    LogStore log({100'000, qint64(1) << 30});
    fill(log, 20'000, QByteArray(1'000, 'x'));
    LogExport work(requestOf(ExportFormat::JsonLines, log));
    QCOMPARE(work.total(), 20'000);
    QByteArray file;
    QBuffer buffer(&file);
    buffer.open(QIODevice::WriteOnly);
    int portions = 0;
    while (!work.isDone()) {
        const qint64 before = work.bytes();
        QVERIFY(work.writeSome(buffer));
        QVERIFY(work.bytes() - before < LogExport::PortionBytes + 2'000);
        ++portions;
    }
    QVERIFY(portions > 20);
    QCOMPARE(work.done(), 20'000);
    QCOMPARE(work.bytes(), file.size());
    QCOMPARE(file.count('\n'), 20'000);
}

void LogExportTest::lookingOverTheLogGoesPortionByPortion_data()
{
    QTest::addColumn<ExportFormat>("format");
    QTest::addColumn<int>("looks"); // at each record before the first is written
    QTest::newRow("for the paths") << ExportFormat::JsonLines << 1;
    QTest::newRow("and for the order of a HAR file") << ExportFormat::Har << 3;
}

void LogExportTest::lookingOverTheLogGoesPortionByPortion()
{
    constexpr int Records = 100'000;
    QFETCH(ExportFormat, format);
    QFETCH(int, looks);
    LogStore log({Records, qint64(1) << 30});
    fill(log, Records, "x");
    LogExport work(requestOf(format, log));
    QCOMPARE(work.looked(), 0);
    QCOMPARE(work.toLook(), looks * Records);
    QByteArray file;
    QBuffer buffer(&file);
    buffer.open(QIODevice::WriteOnly);
    while (work.bytes() == 0) {
        const qsizetype before = work.looked();
        QVERIFY(work.writeSome(buffer));
        QVERIFY(work.looked() - before <= Records / 3);
    }
    QCOMPARE(work.looked(), work.toLook());
    QVERIFY(work.done() > 0 && !work.isDone());
}

void LogExportTest::onlyTheWantedRecordsAreWritten()
{
    LogStore log({100, 100'000});
    fill(log, 10, "x");
    ExportRequest request = requestOf(ExportFormat::Csv, log);
    request.positions = QList<quint64>{7, 2};
    const QByteArray file = fileOf(request);
    QCOMPARE(file.count('\n'), 3);
    QVERIFY(file.indexOf("\n8,") > 0 && file.indexOf("\n8,") < file.indexOf("\n3,"));
}

void LogExportTest::theLogMayGoOn()
{
    LogStore log({100, 100'000});
    fill(log, 100, "old");
    const ExportRequest request = requestOf(ExportFormat::JsonLines, log);
    fill(log, 100, "new");
    log.trim();
    const QByteArray file = fileOf(request);
    QCOMPARE(file.count("\"old\""), 100);
    QCOMPARE(file.count("\"new\""), 0);
}

void LogExportTest::aFullDiskIsAnError()
{
    LogStore log({10'000, qint64(1) << 30});
    fill(log, 5'000, QByteArray(1'000, 'x'));
    LogExport work(requestOf(ExportFormat::Csv, log));
    FullDevice device(700'000); // in the middle of a portion
    Result<void> written;
    while (written && !work.isDone())
        written = work.writeSome(device);
    QVERIFY(!written);
    QCOMPARE(written.error().message, QStringLiteral("No space left on device"));
}

void LogExportTest::hiddenSecretsAreCounted()
{
    LogStore log({100, 100'000});
    fill(log, 3, "x");
    fill(log, 2, R"({"password":"x"})");
    for (const auto format : {ExportFormat::JsonLines, ExportFormat::Csv, ExportFormat::Har}) {
        LogExport work(requestOf(format, log));
        QByteArray file;
        QBuffer buffer(&file);
        buffer.open(QIODevice::WriteOnly);
        while (!work.isDone())
            QVERIFY(work.writeSome(buffer));
        QCOMPARE(work.redacted(), 2);
        QCOMPARE(work.released(), 0);
    }
}

void LogExportTest::secretsAreHiddenWhereverTheyAre_data()
{
    QTest::addColumn<ActivityRecord>("record");
    const QByteArray json = R"({"type":"login","password":"sesame"})";
    const QByteArray address = "no such place: wss://hub.example/?token=sesame&x=1";
    QTest::newRow("in a text") << message(json);
    QTest::newRow("in a binary message") << message(json, Opcode::Binary);
    QTest::newRow("in a text whose end, within a character, was not kept")
        << message(json + "\xe4\xb8");
    QTest::newRow("in the cause of an end") << eventOf(ActivityKind::Closed, 17, address);
    QTest::newRow("in the cause of a refusal") << eventOf(ActivityKind::Refused, 0, address);
    QTest::newRow("in the reason of a close frame") << closeFrame(4000, address);
    QTest::newRow("in two ways") << closeFrame(4000, address + json);
}

void LogExportTest::secretsAreHiddenWhereverTheyAre()
{
    QFETCH(ActivityRecord, record);
    for (const auto format : {ExportFormat::JsonLines, ExportFormat::Csv, ExportFormat::Har}) {
        LogStore log({100, 100'000});
        log.append(record);
        ExportRequest request = requestOf(format, log);
        QVERIFY2(!holdsAnywhere(fileOf(request), "sesame"), fileOf(request).constData());
        request.hideSecrets = false;
        QVERIFY2(holdsAnywhere(fileOf(request), "sesame"), fileOf(request).constData());
    }
}

QTEST_APPLESS_MAIN(LogExportTest)
#include "tst_log_export.moc"
