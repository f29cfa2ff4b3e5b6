// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include "app/help_text.h"
#include "core/option_table.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// Arguments, variables and what they ask for.
class CommandLineTest : public QObject
{
    Q_OBJECT

private slots:
    void argumentsSetOptions_data();
    void argumentsSetOptions();
    void everyOptionCanBeGiven_data();
    void everyOptionCanBeGiven();
    void mistakesGetASentence_data();
    void mistakesGetASentence();
    void variablesSetOptions_data();
    void variablesSetOptions();
    void aBadVariableGetsASentenceWithItsName();
    void aVariableThatNamesNoOptionIsAWarning();
    void theCommandLineBeatsTheVariablesBeatTheBase();
    void onlyTheConsoleKnowsNoStart();
    void onlyTheConsoleHandsOptionsToTheWindowSystem();
    void theConsoleStartsWithTheExamples();
    void helpIsGivenWhateverElseIsWrong_data();
    void helpIsGivenWhateverElseIsWrong();
    void theHelpNamesEveryOptionWithItsDefault_data();
    void theHelpNamesEveryOptionWithItsDefault();
    void theVersionIsOneLine();

private:
    static Result<CommandLine> parse(const QStringList &arguments,
                                     Program program = Program::Daemon)
    {
        return parseCommandLine(program, arguments, QProcessEnvironment(), ServerOptions());
    }
};

void CommandLineTest::argumentsSetOptions_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");

    QTest::newRow("a value stands behind its option")
        << QStringList{u"--port"_s, u"0"_s} << u"port"_s << u"0"_s;
    QTest::newRow("or behind an equals sign")
        << QStringList{u"--port=3002"_s} << u"port"_s << u"3002"_s;
    QTest::newRow("a value may have an equals sign")
        << QStringList{u"--host=a=b"_s} << u"host"_s << u"a=b"_s;
    QTest::newRow("a value may be empty where that means something")
        << QStringList{u"--allowed-origins="_s} << u"allowedOrigins"_s << QString();
    QTest::newRow("words are split by dashes") << QStringList{u"--max-payload-length"_s, u"64KiB"_s}
                                               << u"maxPayloadLength"_s << u"64KiB"_s;
    QTest::newRow("a switch is on") << QStringList{u"--examples"_s} << u"examples"_s << u"true"_s;
    QTest::newRow("a switch is off")
        << QStringList{u"--no-examples"_s} << u"examples"_s << u"false"_s;
    QTest::newRow("a switch may say so")
        << QStringList{u"--examples=true"_s} << u"examples"_s << u"true"_s;
    QTest::newRow("a switch may say no")
        << QStringList{u"--examples=false"_s} << u"examples"_s << u"false"_s;
    QTest::newRow("a time has a suffix")
        << QStringList{u"--idle-timeout"_s, u"250ms"_s} << u"idleTimeout"_s << u"250ms"_s;
}

void CommandLineTest::argumentsSetOptions()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, name);
    QFETCH(const QString, value);

    const auto commandLine = parse(arguments);

    QVERIFY2(commandLine, qPrintable(commandLine.isOk() ? QString() : commandLine.error().message));
    QCOMPARE(commandLine->action, CommandLine::Action::Run);
    QVERIFY(commandLine->startServer);
    QCOMPARE(optionText(commandLine->options, *findOption(name)), value);
}

void CommandLineTest::everyOptionCanBeGiven_data()
{
    QTest::addColumn<QString>("name");

    for (const OptionDescriptor &option : optionTable())
        QTest::newRow(option.name) << QString::fromLatin1(option.name);
}

void CommandLineTest::everyOptionCanBeGiven()
{
    QFETCH(const QString, name);
    const OptionDescriptor &option = *findOption(name);
    QStringList arguments{u"--"_s + commandLineName(option)};
    if (!isSwitch(option))
        arguments += optionText(ServerOptions(), option);

    QVERIFY(parse(arguments));
    QVERIFY(parse(arguments, Program::Console));
}

void CommandLineTest::mistakesGetASentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("sentence");

    QTest::newRow("an unknown option")
        << QStringList{u"--prot"_s, u"1"_s} << u"unknown option --prot (see --help)"_s;
    QTest::newRow("an unknown option with a value")
        << QStringList{u"--prot=1"_s} << u"unknown option --prot (see --help)"_s;
    QTest::newRow("a short option") << QStringList{u"-p"_s} << u"unknown option -p (see --help)"_s;
    QTest::newRow("two dashes alone")
        << QStringList{u"--"_s} << u"unknown option -- (see --help)"_s;
    QTest::newRow("the table's own spelling") << QStringList{u"--maxFragments"_s, u"1"_s}
                                              << u"unknown option --maxFragments (see --help)"_s;
    QTest::newRow("no-NAME of an option that is no switch")
        << QStringList{u"--no-port"_s} << u"unknown option --no-port (see --help)"_s;
    QTest::newRow("a missing value at the end")
        << QStringList{u"--port"_s} << u"--port needs a value (see --help)"_s;
    QTest::newRow("a missing value before the next option")
        << QStringList{u"--port"_s, u"--examples"_s} << u"--port needs a value (see --help)"_s;
    QTest::newRow("a bad value") << QStringList{u"--port"_s, u"http"_s}
                                 << u"port: “http” is not valid, expected a whole number"_s;
    QTest::newRow("a negative value")
        << QStringList{u"--port"_s, u"-1"_s} << u"port: -1 is out of range, expected 0 to 65535"_s;
    QTest::newRow("an empty value")
        << QStringList{u"--port="_s} << u"port: “” is not valid, expected a whole number"_s;
    QTest::newRow("a repeated option")
        << QStringList{u"--port"_s, u"1"_s, u"--port=2"_s} << u"--port was given twice"_s;
    QTest::newRow("a switch that contradicts itself")
        << QStringList{u"--examples"_s, u"--no-examples"_s} << u"--examples was given twice"_s;
    QTest::newRow("a switch with a bad value")
        << QStringList{u"--examples=2"_s}
        << u"examples: “2” is not valid, expected true or false"_s;
    QTest::newRow("a negated switch with a value")
        << QStringList{u"--no-examples=true"_s} << u"--no-examples takes no value"_s;
    QTest::newRow("an origin without a scheme")
        << QStringList{u"--allowed-origins"_s, u"foo"_s}
        << u"allowedOrigins: “foo” is not valid, expected origins such as https://example.org, or *"_s;
    QTest::newRow("an origin with a path")
        << QStringList{u"--allowed-origins=http://a.example/b"_s}
        << u"allowedOrigins: “http://a.example/b” is not valid, expected origins such as "
           u"https://example.org, or *"_s;
    QTest::newRow("a stray argument")
        << QStringList{u"3001"_s} << u"unexpected argument “3001” (see --help)"_s;
    QTest::newRow("a stray argument behind a switch")
        << QStringList{u"--examples"_s, u"true"_s} << u"unexpected argument “true” (see --help)"_s;
}

void CommandLineTest::mistakesGetASentence()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, sentence);

    const auto commandLine = parse(arguments);

    QVERIFY(!commandLine);
    QCOMPARE(commandLine.error().message, sentence);
}

void CommandLineTest::variablesSetOptions_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");

    QTest::newRow("a number") << u"SIGNALBOX_PORT"_s << u"0"_s << u"port"_s << u"0"_s;
    QTest::newRow("words are split by underscores")
        << u"SIGNALBOX_MAX_PAYLOAD_LENGTH"_s << u"2MiB"_s << u"maxPayloadLength"_s << u"2MiB"_s;
    QTest::newRow("a switch is true")
        << u"SIGNALBOX_EXAMPLES"_s << u"true"_s << u"examples"_s << u"true"_s;
    QTest::newRow("an empty variable is one that is not set")
        << u"SIGNALBOX_PORT"_s << QString() << u"port"_s << u"3001"_s;
}

void CommandLineTest::variablesSetOptions()
{
    QFETCH(const QString, variable);
    QFETCH(const QString, text);
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    QProcessEnvironment environment;
    environment.insert(variable, text);

    const auto commandLine = parseCommandLine(Program::Daemon, {}, environment, ServerOptions());

    QVERIFY(commandLine);
    QCOMPARE(optionText(commandLine->options, *findOption(name)), value);
    QCOMPARE(commandLine->warnings, QStringList());
}

void CommandLineTest::aBadVariableGetsASentenceWithItsName()
{
    QProcessEnvironment environment;
    environment.insert(u"SIGNALBOX_PORT"_s, u"99999"_s);

    const auto commandLine = parseCommandLine(Program::Daemon, {}, environment, ServerOptions());

    QVERIFY(!commandLine);
    QCOMPARE(commandLine.error().message,
             u"SIGNALBOX_PORT: port: 99999 is out of range, expected 0 to 65535"_s);
}

void CommandLineTest::aVariableThatNamesNoOptionIsAWarning()
{
    QProcessEnvironment environment;
    environment.insert(u"SIGNALBOX_PROT"_s, u"1"_s);
    environment.insert(u"OTHER_PORT"_s, u"1"_s);

    const auto commandLine = parseCommandLine(Program::Daemon, {}, environment, ServerOptions());

    QVERIFY(commandLine);
    QCOMPARE(commandLine->options, ServerOptions());
    QCOMPARE(commandLine->warnings, QStringList{u"The variable SIGNALBOX_PROT names no option"_s});
}

void CommandLineTest::theCommandLineBeatsTheVariablesBeatTheBase()
{
    ServerOptions base;
    base.port = 1;
    base.maxFragments = 1;
    base.batchSize = 1;
    QProcessEnvironment environment;
    environment.insert(u"SIGNALBOX_PORT"_s, u"2"_s);
    environment.insert(u"SIGNALBOX_MAX_FRAGMENTS"_s, u"2"_s);

    const auto commandLine =
        parseCommandLine(Program::Console, {u"--port"_s, u"3"_s}, environment, base);

    QVERIFY(commandLine);
    QCOMPARE(commandLine->options.port, 3);
    QCOMPARE(commandLine->options.maxFragments, 2);
    QCOMPARE(commandLine->options.batchSize, 1);
}

void CommandLineTest::onlyTheConsoleKnowsNoStart()
{
    const auto console = parse({u"--no-start"_s}, Program::Console);
    QVERIFY(console);
    QVERIFY(!console->startServer);

    const auto daemon = parse({u"--no-start"_s});
    QVERIFY(!daemon);
    QCOMPARE(daemon.error().message, u"unknown option --no-start (see --help)"_s);
}

void CommandLineTest::onlyTheConsoleHandsOptionsToTheWindowSystem()
{
    const QStringList arguments{u"-platform"_s, u"offscreen"_s, u"--port"_s, u"5"_s};
    const auto console = parse(arguments, Program::Console);
    QVERIFY(console);
    QCOMPARE(console->options.port, 5);
    QVERIFY(!parse({u"-platform"_s}, Program::Console));
    QVERIFY(!parse(arguments));
}

void CommandLineTest::theConsoleStartsWithTheExamples()
{
    QVERIFY(defaultOptions(Program::Console).examples);
    QVERIFY(!defaultOptions(Program::Daemon).examples);
}

void CommandLineTest::helpIsGivenWhateverElseIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<CommandLine::Action>("action");

    const auto help = CommandLine::Action::ShowHelp;
    QTest::newRow("--help") << QStringList{u"--help"_s} << help;
    QTest::newRow("-h") << QStringList{u"-h"_s} << help;
    QTest::newRow("behind a mistake") << QStringList{u"--prot"_s, u"--help"_s} << help;
    QTest::newRow("together with --version") << QStringList{u"--version"_s, u"--help"_s} << help;
    QTest::newRow("--version") << QStringList{u"--version"_s} << CommandLine::Action::ShowVersion;
}

void CommandLineTest::helpIsGivenWhateverElseIsWrong()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const CommandLine::Action, action);

    const auto commandLine = parse(arguments);

    QVERIFY(commandLine);
    QCOMPARE(commandLine->action, action);
}

void CommandLineTest::theHelpNamesEveryOptionWithItsDefault_data()
{
    everyOptionCanBeGiven_data();
}

void CommandLineTest::theHelpNamesEveryOptionWithItsDefault()
{
    QFETCH(const QString, name);
    const OptionDescriptor &option = *findOption(name);

    for (const Program program : {Program::Console, Program::Daemon}) {
        const QString help = helpText(program);
        QVERIFY(help.contains(u"  --"_s + commandLineName(option)));
        QVERIFY(help.contains(optionGroupTitle(option.group) + u":\n"_s));
        const QString text = optionText(defaultOptions(program), option);
        if (!isSwitch(option) && !text.isEmpty())
            QVERIFY2(help.contains(u'[' + text + u']'), qPrintable(text));
        const QStringList lines = help.split(u'\n');
        for (const QString &line : lines)
            QVERIFY2(line.size() <= 100, qPrintable(line));
    }
}

void CommandLineTest::theVersionIsOneLine()
{
    QCOMPARE(versionText(Program::Daemon), u"signalboxd " SIGNALBOX_VERSION u"\n"_s);
    QCOMPARE(versionText(Program::Console), u"signalbox " SIGNALBOX_VERSION u"\n"_s);
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_command_line.moc"
