// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/option_table.h"

#include <QSet>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// The one table of options: names, defaults, limits and how values are read and written.
class OptionTableTest : public QObject
{
    Q_OBJECT

private slots:
    void theDefaultIsAsPromised_data();
    void theDefaultIsAsPromised();
    void everyOptionIsComplete_data();
    void everyOptionIsComplete();
    void namesAreUnique();
    void namesFollowTheirPlace_data();
    void namesFollowTheirPlace();
    void aValueIsReadAndWritten_data();
    void aValueIsReadAndWritten();
    void aBadValueIsRefusedWithASentence_data();
    void aBadValueIsRefusedWithASentence();
    void bothEndsOfARangeAreAllowed_data();
    void bothEndsOfARangeAreAllowed();
    void aNameThatIsNotThereIsNull();
    void choicesAreListed();
};

void OptionTableTest::theDefaultIsAsPromised_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("live");

    QTest::newRow("host") << u"127.0.0.1"_s << false;
    QTest::newRow("port") << u"3001"_s << false;
    QTest::newRow("transport") << u"wire"_s << false;
    QTest::newRow("language") << u"en"_s << true;
    QTest::newRow("examples") << u"false"_s << true;
    QTest::newRow("maxConnections") << u"1000"_s << true;
    QTest::newRow("maxPayloadLength") << u"1MiB"_s << true;
    QTest::newRow("maxFragments") << u"16384"_s << true;
    QTest::newRow("maxEmptyFragments") << u"100"_s << true;
    QTest::newRow("maxBackpressure") << u"1MiB"_s << true;
    QTest::newRow("backpressurePolicy") << u"close"_s << true;
    QTest::newRow("heartbeatInterval") << u"30s"_s << true;
    QTest::newRow("pongTimeout") << u"10s"_s << true;
    QTest::newRow("idleTimeout") << u"0s"_s << true;
    QTest::newRow("closeTimeout") << u"3s"_s << true;
    QTest::newRow("drainTimeout") << u"5s"_s << true;
    QTest::newRow("headTimeout") << u"10s"_s << false;
    QTest::newRow("firstByteTimeout") << u"5s"_s << false;
    QTest::newRow("stallTimeout") << u"30s"_s << false;
    QTest::newRow("maxHeadSize") << u"16KiB"_s << false;
    QTest::newRow("maxHeadFields") << u"100"_s << false;
    QTest::newRow("maxHeadLine") << u"8KiB"_s << false;
    QTest::newRow("maxPingsPerSecond") << u"20"_s << true;
    QTest::newRow("maxRoomsPerConnection") << u"128"_s << true;
    QTest::newRow("maxNameLength") << u"64"_s << true;
    QTest::newRow("batchSize") << u"0"_s << true;
    QTest::newRow("batchDelay") << u"100ms"_s << true;
    QTest::newRow("allowedOrigins") << QString() << true;
}

void OptionTableTest::theDefaultIsAsPromised()
{
    QFETCH(const QString, value);
    QFETCH(const bool, live);

    const OptionDescriptor *option = findOption(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(option != nullptr);
    QCOMPARE(optionText(ServerOptions(), *option), value);
    QCOMPARE(option->live, live);
}

void OptionTableTest::everyOptionIsComplete_data()
{
    QTest::addColumn<qsizetype>("row");

    for (qsizetype row = 0; row < qsizetype(optionTable().size()); ++row)
        QTest::newRow(optionTable()[size_t(row)].name) << row;
}

void OptionTableTest::everyOptionIsComplete()
{
    QFETCH(const qsizetype, row);
    const OptionDescriptor &option = optionTable()[size_t(row)];

    QVERIFY(optionHelp(option).endsWith(u'.'));
    QVERIFY(!optionGroupTitle(option.group).isEmpty());
    QVERIFY(option.minimum <= option.maximum);
    QCOMPARE(findOption(QString::fromLatin1(option.name)), &option);

    const ServerOptions defaults;
    ServerOptions readBack;
    const QString text = optionText(defaults, option);
    QVERIFY2(setOption(readBack, option, text), qPrintable(text));
    QCOMPARE(readBack, defaults);
}

void OptionTableTest::namesAreUnique()
{
    QSet<QString> names;
    for (const OptionDescriptor &option : optionTable()) {
        names.insert(QString::fromLatin1(option.name));
        names.insert(commandLineName(option));
        names.insert(environmentName(option));
    }
    // A one-word option has the same name on the command line as in the table.
    qsizetype oneWord = 0;
    for (const OptionDescriptor &option : optionTable())
        oneWord += commandLineName(option) == QLatin1StringView(option.name) ? 1 : 0;
    QCOMPARE(names.size(), 3 * qsizetype(optionTable().size()) - oneWord);
}

void OptionTableTest::namesFollowTheirPlace_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("commandLine");
    QTest::addColumn<QString>("environment");

    QTest::newRow("one word") << u"port"_s << u"port"_s << u"SIGNALBOX_PORT"_s;
    QTest::newRow("three words") << u"maxPayloadLength"_s << u"max-payload-length"_s
                                 << u"SIGNALBOX_MAX_PAYLOAD_LENGTH"_s;
}

void OptionTableTest::namesFollowTheirPlace()
{
    QFETCH(const QString, name);
    QFETCH(const QString, commandLine);
    QFETCH(const QString, environment);
    const OptionDescriptor *option = findOption(name);
    QVERIFY(option != nullptr);

    QCOMPARE(commandLineName(*option), commandLine);
    QCOMPARE(environmentName(*option), environment);
}

void OptionTableTest::aValueIsReadAndWritten_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");

    QTest::newRow("a text loses spaces around it") << u"host"_s << u" ::1 "_s << u"::1"_s;
    QTest::newRow("port 0 picks one") << u"port"_s << u"0"_s << u"0"_s;
    QTest::newRow("a size with a suffix") << u"maxPayloadLength"_s << u"2048KiB"_s << u"2MiB"_s;
    QTest::newRow("a size in bytes") << u"maxPayloadLength"_s << u"1000"_s << u"1000"_s;
    QTest::newRow("a time in seconds") << u"idleTimeout"_s << u"30"_s << u"30s"_s;
    QTest::newRow("a time with a suffix") << u"idleTimeout"_s << u"1500ms"_s << u"1500ms"_s;
    QTest::newRow("a switch says true") << u"examples"_s << u"true"_s << u"true"_s;
    QTest::newRow("a switch says yes") << u"examples"_s << u"Yes"_s << u"true"_s;
    QTest::newRow("a switch says 1") << u"examples"_s << u"1"_s << u"true"_s;
    QTest::newRow("a switch says off") << u"examples"_s << u"off"_s << u"false"_s;
    QTest::newRow("a choice") << u"backpressurePolicy"_s << u"drop"_s << u"drop"_s;
    QTest::newRow("a choice in any case") << u"language"_s << u"ZH_cn"_s << u"zh_CN"_s;
    QTest::newRow("a list loses empty members")
        << u"allowedOrigins"_s << u"http://a,, http://b ,"_s << u"http://a, http://b"_s;
    QTest::newRow("an empty list is allowed") << u"allowedOrigins"_s << QString() << QString();
}

void OptionTableTest::aValueIsReadAndWritten()
{
    QFETCH(const QString, name);
    QFETCH(const QString, text);
    QFETCH(const QString, written);
    const OptionDescriptor *option = findOption(name);
    if (!option)
        QFAIL("there is no such option");

    ServerOptions options;
    QVERIFY(setOption(options, *option, text));
    QCOMPARE(optionText(options, *option), written);
}

void OptionTableTest::aBadValueIsRefusedWithASentence_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Error::Code>("code");
    QTest::addColumn<QString>("expected");

    const auto invalid = Error::Code::InvalidArgument;
    const auto outOfRange = Error::Code::OutOfRange;
    QTest::newRow("no host") << u"host"_s << u"  "_s << invalid << u"not empty"_s;
    QTest::newRow("a port that is a word")
        << u"port"_s << u"http"_s << invalid << u"whole number"_s;
    QTest::newRow("a port with a fraction")
        << u"port"_s << u"1.5"_s << invalid << u"whole number"_s;
    QTest::newRow("a port above 65535") << u"port"_s << u"65536"_s << outOfRange << u"0 to 65535"_s;
    QTest::newRow("a negative port") << u"port"_s << u"-1"_s << outOfRange << u"0 to 65535"_s;
    QTest::newRow("no connection allowed")
        << u"maxConnections"_s << u"0"_s << outOfRange << u"1 to"_s;
    QTest::newRow("a size that is none")
        << u"maxPayloadLength"_s << u"big"_s << invalid << u"1MiB"_s;
    QTest::newRow("a size above the limit")
        << u"maxPayloadLength"_s << u"2GiB"_s << outOfRange << u"1GiB"_s;
    QTest::newRow("a time that is none") << u"idleTimeout"_s << u"soon"_s << invalid << u"250ms"_s;
    QTest::newRow("a time above a week")
        << u"idleTimeout"_s << u"200h"_s << outOfRange << u"168h"_s;
    QTest::newRow("a switch with another word")
        << u"examples"_s << u"maybe"_s << invalid << u"true or false"_s;
    QTest::newRow("an origin that is none") << u"allowedOrigins"_s << u"https://a.example, foo"_s
                                            << invalid << u"https://example.org"_s;
    QTest::newRow("a choice that is not there")
        << u"backpressurePolicy"_s << u"wait"_s << invalid << u"close or drop"_s;
    QTest::newRow("a transport that is not there")
        << u"transport"_s << u"pigeon"_s << invalid << u"wire or wire-qt or qt"_s;
}

void OptionTableTest::aBadValueIsRefusedWithASentence()
{
    QFETCH(const QString, name);
    QFETCH(const QString, text);
    QFETCH(const Error::Code, code);
    QFETCH(const QString, expected);
    const OptionDescriptor *option = findOption(name);
    QVERIFY(option != nullptr);

    ServerOptions options;
    const auto set = setOption(options, *option, text);

    QVERIFY(!set);
    QCOMPARE(set.error().code, code);
    QVERIFY2(set.error().message.contains(name), qPrintable(set.error().message));
    QVERIFY2(set.error().message.contains(expected), qPrintable(set.error().message));
    QCOMPARE(options, ServerOptions());
}

void OptionTableTest::bothEndsOfARangeAreAllowed_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("the smallest port") << u"0"_s;
    QTest::newRow("the largest port") << u"65535"_s;
}

void OptionTableTest::bothEndsOfARangeAreAllowed()
{
    QFETCH(const QString, text);

    ServerOptions options;
    QVERIFY(setOption(options, *findOption(u"port"), text));
    QCOMPARE(options.port, text.toInt());
}

void OptionTableTest::aNameThatIsNotThereIsNull()
{
    QVERIFY(findOption(u"max-payload-length") == nullptr);
    QVERIFY(findOption(u"") == nullptr);
}

void OptionTableTest::choicesAreListed()
{
    QCOMPARE(optionChoices(*findOption(u"language")), QStringList({u"en"_s, u"zh_CN"_s}));
    QCOMPARE(optionChoices(*findOption(u"port")), QStringList());
    QVERIFY(isSwitch(*findOption(u"examples")));
    QVERIFY(!isSwitch(*findOption(u"language")));
}

QTEST_GUILESS_MAIN(OptionTableTest)
#include "tst_option_table.moc"
