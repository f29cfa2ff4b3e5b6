// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/log_export/export_samples.h"

#include <QHash>
#include <QTest>

#include <utility>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

/// Reads RFC 4180 to the letter; nothing at all if the file is not that.
class CsvReader
{
public:
    static QList<QByteArrayList> read(const QByteArray &file)
    {
        CsvReader reader(file);
        return reader.records();
    }

private:
    explicit CsvReader(QByteArray file)
        : m_file(std::move(file))
    { }

    QList<QByteArrayList> records()
    {
        QList<QByteArrayList> records;
        while (m_at < m_file.size()) {
            QByteArrayList record;
            do {
                record += field();
            } while (take(","));
            if (!take("\r\n"))
                return {};
            records += record;
        }
        return records;
    }
    QByteArray field()
    {
        if (take("\""))
            return quoted();
        const qsizetype begin = m_at;
        while (m_at < m_file.size() && !QByteArrayView(",\r\n\"").contains(m_file.at(m_at)))
            ++m_at;
        return m_file.sliced(begin, m_at - begin);
    }
    QByteArray quoted()
    {
        QByteArray text;
        while (m_at < m_file.size()) {
            if (take("\"\""))
                text += '"';
            else if (take("\""))
                return text;
            else
                text += m_file.at(m_at++);
        }
        return "unterminated";
    }
    bool take(QByteArrayView token)
    {
        if (!QByteArrayView(m_file).sliced(m_at).startsWith(token))
            return false;
        m_at += token.size();
        return true;
    }

    QByteArray m_file;
    qsizetype m_at = 0;
};

using Record = QHash<QByteArray, QByteArray>;

QList<Record> recordsOf(const QByteArray &file)
{
    auto lines = CsvReader::read(file);
    if (lines.isEmpty())
        return {};
    const QByteArrayList names = lines.takeFirst();
    QList<Record> records;
    for (const QByteArrayList &line : std::as_const(lines)) {
        if (line.size() != names.size())
            return {};
        Record record;
        for (qsizetype i = 0; i < names.size(); ++i)
            record.insert(names.at(i), line.at(i));
        records += record;
    }
    return records;
}

Record only(const QByteArray &file)
{
    const auto records = recordsOf(file);
    return records.size() == 1 ? records.constFirst() : Record();
}

} // namespace

/// CSV that every reader reads, and that no spreadsheet runs.
class ExportCsvTest : public QObject
{
    Q_OBJECT

private slots:
    static void aMessageHasEveryField();
    static void payloads_data();
    static void payloads();
    static void whatIsMissingIsSaid();
    static void aCloseFrameIsWhole();
    static void namesAreSafeToo();
    static void anEmptyLogIsALineOfNames();
};

void ExportCsvTest::aMessageHasEveryField()
{
    ActivityRecord record = message("hi");
    record.user = nameOf<UserId>("ann");
    record.room = nameOf<RoomName>("lobby");
    record.type = "chat";
    record.receivers = 3;
    const Record read = only(fileOf(ExportFormat::Csv, {record}));
    const Record expected{
        {"number", "1"},
        {"time", "2026-11-22T09:53:10.137Z"},
        {"timestamp", QByteArray::number(Epoch)},
        {"kind", "message"},
        {"direction", "client to server"},
        {"opcode", "text"},
        {"length", "2"},
        {"connection", "17"},
        {"connectionName", "ann #17"},
        {"user", "ann"},
        {"path", ""},
        {"room", "lobby"},
        {"type", "chat"},
        {"cause", ""},
        {"causeUser", ""},
        {"receivers", "3"},
        {"dropped", ""},
        {"code", ""},
        {"by", ""},
        {"lost", ""},
        {"encoding", "text"},
        {"payload", "hi"},
        {"note", ""},
    };
    QCOMPARE(read, expected);
}

void ExportCsvTest::payloads_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("separators, quotes and line breaks") << "a,\"b\"\r\n3\n4"_ba
                                                        << "text"_ba
                                                        << "a,\"b\"\r\n3\n4"_ba;
    for (const char *const first : {"=", "+", "-", "@", "\t", "\r", "\n", "'"}) {
        const QByteArray begin(first);
        const QByteArray name = "a text that begins with " + begin.toPercentEncoding();
        QTest::newRow(name.constData())
            << QByteArray(begin + "1+1") << "text"_ba << QByteArray('\'' + begin + "1+1");
    }
    QTest::newRow("a formula further on is a text") << "1=1"_ba
                                                    << "text"_ba
                                                    << "1=1"_ba;
    QTest::newRow("no text of a table") << QByteArray("a\0b", 3) << "base64"_ba
                                        << "YQBi"_ba;
    QTest::newRow("an escape sequence") << "\x1b[31m"_ba
                                        << "base64"_ba
                                        << "G1szMW0="_ba;
    QTest::newRow("not UTF-8") << "\xff\xfe"_ba
                               << "base64"_ba
                               << "//4="_ba;
    QTest::newRow("half a surrogate pair") << "\xed\xa0\x80"_ba
                                           << "base64"_ba
                                           << "7aCA"_ba;
    QTest::newRow("what turns the order of letters round")
        << "a\xe2\x80\xae" // NOLINT(misc-misleading-bidirectional)
           "b"_ba
        << "base64"_ba
        << "YeKArmI="_ba;
    QTest::newRow("a byte order mark") << "\xef\xbb\xbf=1"_ba
                                       << "base64"_ba
                                       << "77u/PTE="_ba;
    QTest::newRow("a joiner") << "\xe2\x80\x8d"_ba
                              << "text"_ba
                              << "\xe2\x80\x8d"_ba;
    QTest::newRow("Chinese") << "中文"_ba
                             << "text"_ba
                             << "中文"_ba;
    QTest::newRow("none") << QByteArray() << QByteArray() << QByteArray();
}

void ExportCsvTest::payloads()
{
    QFETCH(QByteArray, payload);
    const Record record = only(fileOf(ExportFormat::Csv, {message(payload)}));
    QTEST(record.value("encoding"), "encoding");
    QTEST(record.value("payload"), "cell");
}

void ExportCsvTest::whatIsMissingIsSaid()
{
    LogStore log({100, 30});
    log.append(message("gone"));
    log.appendLost(12);
    ActivityRecord cut = message(R"({"token":"sesame"})");
    cut.length = 9'000;
    log.append(cut);
    log.append(message("0123456789", Opcode::Binary));
    log.releasePayloads();
    const auto records = recordsOf(fileOf(requestOf(ExportFormat::Csv, log)));
    QCOMPARE(records.size(), 4);
    QCOMPARE(records.at(0).value("note"), "released"_ba);
    QCOMPARE(records.at(0).value("payload"), QByteArray());
    QCOMPARE(records.at(0).value("length"), "4"_ba);
    QCOMPARE(records.at(1).value("kind"), "lost"_ba);
    QCOMPARE(records.at(1).value("lost"), "12"_ba);
    QCOMPARE(records.at(2).value("note"), "cut redacted"_ba);
    QCOMPARE(records.at(2).value("payload"), R"({"token":"•••••"})"_ba);
    QCOMPARE(records.at(3).value("encoding"), "base64"_ba);
    QCOMPARE(records.at(3).value("opcode"), "binary"_ba);
}

void ExportCsvTest::aCloseFrameIsWhole()
{
    ActivityRecord cut = closeFrame(4000, "by");
    cut.length = 5;
    const auto records = recordsOf(fileOf(ExportFormat::Csv, {closeFrame(4000, "bye"), cut}));
    QCOMPARE(records.size(), 2);
    QCOMPARE(records.at(0).value("code"), "4000"_ba);
    QCOMPARE(records.at(0).value("length"), "5"_ba);
    QCOMPARE(records.at(0).value("payload"), "bye"_ba);
    QCOMPARE(records.at(0).value("note"), QByteArray());
    QCOMPARE(records.at(1).value("note"), "cut"_ba);
}

void ExportCsvTest::namesAreSafeToo()
{
    ActivityRecord record = message("x");
    record.user = nameOf<UserId>("=cmd|' /C calc'!A0");
    record.room = nameOf<RoomName>("@\"x\",\xe2\x80\xae"); // NOLINT(misc-misleading-bidirectional)
    record.type = "-1\n";
    const Record read = only(fileOf(ExportFormat::Csv, {record}));
    QCOMPARE(read.value("user"), "'=cmd|' /C calc'!A0"_ba);
    QCOMPARE(read.value("connectionName"), "'=cmd|' /C calc'!A0 #17"_ba);
    QCOMPARE(read.value("room"), R"('@"x",\u{202e})"_ba);
    QCOMPARE(read.value("type"), "'-1\\n"_ba);
}

void ExportCsvTest::anEmptyLogIsALineOfNames()
{
    const auto lines = CsvReader::read(fileOf(ExportFormat::Csv, {}));
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines.constFirst().constFirst(), "number"_ba);
}

QTEST_APPLESS_MAIN(ExportCsvTest)
#include "tst_export_csv.moc"
