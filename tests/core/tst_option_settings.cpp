// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/option_settings.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// Options that are kept from one start to the next.
class OptionSettingsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void nothingKeptGivesTheDefaults();
    void aKeptValueComesBack_data();
    void aKeptValueComesBack();
    void aChosenDefaultStays();
    void aValueThatIsNotAcceptedIsLeftOutWithASentence();
    void aListEditedByHandIsRead();

private:
    QTemporaryDir m_directory;
    QString m_file;
};

void OptionSettingsTest::init()
{
    QVERIFY(m_directory.isValid());
    m_file = m_directory.filePath(u"settings.ini"_s);
    QFile::remove(m_file);
}

void OptionSettingsTest::nothingKeptGivesTheDefaults()
{
    QSettings empty(m_file, QSettings::IniFormat);
    ServerOptions defaults;
    defaults.examples = true;
    QStringList warnings;

    QCOMPARE(readOptions(empty, &warnings, defaults), defaults);
    QCOMPARE(warnings, QStringList());
}

void OptionSettingsTest::aKeptValueComesBack_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");

    QTest::newRow("a text") << u"host"_s << u"::1"_s;
    QTest::newRow("a number") << u"port"_s << u"0"_s;
    QTest::newRow("a switch") << u"examples"_s << u"true"_s;
    QTest::newRow("a size") << u"maxPayloadLength"_s << u"64KiB"_s;
    QTest::newRow("a time") << u"pongTimeout"_s << u"250ms"_s;
    QTest::newRow("a choice") << u"backpressurePolicy"_s << u"drop"_s;
    QTest::newRow("a list") << u"allowedOrigins"_s << u"http://a.example, http://b.example"_s;
    QTest::newRow("an empty list") << u"allowedOrigins"_s << QString();
}

void OptionSettingsTest::aKeptValueComesBack()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    const OptionDescriptor *option = findOption(name);
    if (!option)
        QFAIL("there is no such option");
    ServerOptions options;
    QVERIFY(setOption(options, *option, value));
    {
        QSettings writer(m_file, QSettings::IniFormat);
        writeOption(writer, options, *option);
    }

    QSettings reader(m_file, QSettings::IniFormat);
    QStringList warnings;
    QCOMPARE(readOptions(reader, &warnings), options);
    QCOMPARE(warnings, QStringList());
}

void OptionSettingsTest::aChosenDefaultStays()
{
    ServerOptions chosen;
    QSettings file(m_file, QSettings::IniFormat);
    writeOption(file, chosen, *findOption(u"examples"));
    ServerOptions defaults;
    defaults.examples = true;

    QVERIFY(!readOptions(file, nullptr, defaults).examples);
}

void OptionSettingsTest::aValueThatIsNotAcceptedIsLeftOutWithASentence()
{
    QSettings file(m_file, QSettings::IniFormat);
    file.setValue(u"options/port"_s, u"70000"_s);
    file.setValue(u"options/maxFragments"_s, u"7"_s);
    QStringList warnings;

    const ServerOptions options = readOptions(file, &warnings);

    QCOMPARE(options.port, ServerOptions().port);
    QCOMPARE(options.maxFragments, 7);
    QCOMPARE(warnings.size(), 1);
    QVERIFY2(warnings.first().contains(u"port"_s), qPrintable(warnings.first()));
}

void OptionSettingsTest::aListEditedByHandIsRead()
{
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[options]\nallowedOrigins=http://a.example, http://b.example\n");
    file.close();
    QSettings reader(m_file, QSettings::IniFormat);
    QStringList warnings;

    QCOMPARE(readOptions(reader, &warnings).allowedOrigins,
             QStringList({u"http://a.example"_s, u"http://b.example"_s}));
    QCOMPARE(warnings, QStringList());
}

QTEST_GUILESS_MAIN(OptionSettingsTest)
#include "tst_option_settings.moc"
