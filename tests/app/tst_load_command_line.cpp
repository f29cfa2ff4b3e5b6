// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load_command_line.h"

#include "app/load_help_text.h"
#include "app/load_option_table.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Check = bool (*)(const LoadCommand &);
Q_DECLARE_METATYPE(Check)

namespace {

const QString Url = u"ws://127.0.0.1:3001"_s;

/// The arguments of one option and its default, in front of a run that it is for.
QStringList withDefault(const LoadOption &option)
{
    QStringList arguments{u"--"_s + QLatin1StringView(option.name)};
    if (option.placeholder != nullptr)
        arguments += QLatin1StringView(option.initial);
    const ScenarioKind scenario =
        isFor(option, ScenarioKind::Echo) ? ScenarioKind::Echo : ScenarioKind::Rooms;
    return arguments + QStringList{scenarioName(scenario), Url};
}

} // namespace

/// Arguments of signalbox-load and what they ask for.
class LoadCommandLineTest : public QObject
{
    Q_OBJECT

private slots:
    void argumentsAreRead_data();
    void argumentsAreRead();
    void mistakesGetASentence_data();
    void mistakesGetASentence();
    void defaultsAreThoseOfTheHelp_data();
    void defaultsAreThoseOfTheHelp();
    void theJsonsFileMayBeLeftOut_data();
    void theJsonsFileMayBeLeftOut();
    void theHelpNamesEverything();
    void helpIsGivenWhateverElseIsWrong_data();
    void helpIsGivenWhateverElseIsWrong();
    void theVersionIsOneLine();
};

void LoadCommandLineTest::argumentsAreRead_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<Check>("check");

    const auto row = [](const char *name, const QStringList &arguments, Check check) {
        QTest::newRow(name) << arguments << check;
    };
    row("a scenario and a URL", {u"fan-out"_s, Url}, [](const LoadCommand &c) {
        return c.plan.scenario == ScenarioKind::FanOut && c.plan.url == QUrl(Url);
    });
    row("options may follow", {u"echo"_s, Url, u"--depth"_s, u"16"_s},
        [](const LoadCommand &c) { return c.plan.depth == 16; });
    row("a value behind an equals sign", {u"--connections=7"_s, u"echo"_s, Url},
        [](const LoadCommand &c) { return c.plan.connections == 7; });
    row("a size", {u"--payload-size"_s, u"1KiB"_s, u"echo"_s, Url},
        [](const LoadCommand &c) { return c.plan.payloadSize == 1'024; });
    row("times", {u"--warm-up"_s, u"0"_s, u"--duration"_s, u"250ms"_s, u"echo"_s, Url},
        [](const LoadCommand &c) { return c.plan.warmUp == 0ms && c.plan.duration == 250ms; });
    row("a rate leaves room for many under way", {u"--rate"_s, u"100"_s, u"echo"_s, Url},
        [](const LoadCommand &c) {
            return c.plan.rate == 100 && c.plan.depth == LoadCommand::OpenLoopDepth;
        });
    row("unless told", {u"--rate"_s, u"100"_s, u"--depth"_s, u"2"_s, u"echo"_s, Url},
        [](const LoadCommand &c) { return c.plan.depth == 2; });
    row("a ramp", {u"--ramp"_s, u"500/s"_s, u"idle"_s, Url},
        [](const LoadCommand &c) { return c.plan.ramp == 500; });
    row("rooms and members", {u"--rooms"_s, u"3"_s, u"--members"_s, u"4"_s, u"rooms"_s, Url},
        [](const LoadCommand &c) { return c.plan.rooms == 3 && c.plan.members == 4; });
    row("members of a fan-out are all there are", {u"--members"_s, u"4"_s, u"fan-out"_s, Url},
        [](const LoadCommand &c) { return c.plan.connections == 4; });
    row("and may be called connections", {u"--connections"_s, u"4"_s, u"fan-out"_s, Url},
        [](const LoadCommand &c) { return c.plan.connections == 4; });
    row("headers", {u"--header"_s, u"Origin: http://a"_s, u"--header=X-B:c"_s, u"idle"_s, Url},
        [](const LoadCommand &c) {
            return c.plan.headers.size() == 2 && c.plan.headers[0].second == "http://a"
                   && c.plan.headers[1].first == "X-B";
        });
    row("subprotocols", {u"--subprotocol"_s, u"a"_s, u"--subprotocol"_s, u"b"_s, u"idle"_s, Url},
        [](const LoadCommand &c) { return c.plan.subprotocols.size() == 2; });
    row("limits of latency",
        {u"--p99-below"_s, u"20ms"_s, u"--p50-below"_s, u"800us"_s, u"--max-below"_s, u"1"_s,
         u"echo"_s, Url},
        [](const LoadCommand &c) {
            return c.objectives.p99Below == 20ms && c.objectives.p50Below == 800us
                   && c.objectives.maxBelow == 1s && !c.objectives.p999Below;
        });
    row("other objectives", {u"--rate-above"_s, u"10"_s, u"--max-errors"_s, u"3"_s, u"echo"_s, Url},
        [](const LoadCommand &c) {
            return c.objectives.rateAbove == 10 && c.objectives.maxErrors == 3;
        });
    row("switches", {u"--binary"_s, u"--progress"_s, u"--quiet"_s, u"echo"_s, Url},
        [](const LoadCommand &c) {
            return c.plan.binary && c.progress == true && c.quiet && c.jsonFile.isEmpty();
        });
}

void LoadCommandLineTest::argumentsAreRead()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const Check, check);

    const auto command = parseLoadCommandLine(arguments);

    QVERIFY2(command, qPrintable(command.isOk() ? QString() : command.error().message));
    QCOMPARE(command->action, LoadCommand::Action::Run);
    QVERIFY(check(*command));
}

void LoadCommandLineTest::mistakesGetASentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("sentence");

    const auto row = [](const char *name, const QStringList &arguments, const QString &sentence) {
        QTest::newRow(name) << arguments << sentence;
    };
    row("nothing", {}, u"a scenario and a URL are needed (see --help)"_s);
    row("no URL", {u"echo"_s}, u"a URL is needed, such as ws://127.0.0.1:3001 (see --help)"_s);
    row("an unknown scenario", {u"ech"_s, Url}, u"“ech” is no scenario (see --help)"_s);
    row("two URLs", {u"echo"_s, Url, Url}, u"unexpected argument “%1” (see --help)"_s.arg(Url));
    row("TLS", {u"echo"_s, u"wss://a"_s},
        u"TLS is not supported here yet: the URL must begin with ws://"_s);
    row("an unknown option", {u"--depht"_s, u"1"_s, u"echo"_s, Url},
        u"unknown option --depht (see --help)"_s);
    row("a short option", {u"-c"_s, u"echo"_s, Url}, u"unknown option -c (see --help)"_s);
    row("a missing value", {u"echo"_s, Url, u"--depth"_s}, u"--depth needs a value (see --help)"_s);
    row("a value for a switch", {u"--binary=1"_s, u"echo"_s, Url}, u"--binary takes no value"_s);
    row("a repeated option", {u"--depth"_s, u"1"_s, u"--depth"_s, u"2"_s, u"echo"_s, Url},
        u"--depth was given twice"_s);
    row("a bad number", {u"--depth"_s, u"many"_s, u"echo"_s, Url},
        u"--depth: “many” is not valid, expected a whole number"_s);
    row("a number out of range", {u"--depth"_s, u"0"_s, u"echo"_s, Url},
        u"--depth: 0 is out of range, expected 1 to 65536"_s);
    row("a bad time", {u"--duration"_s, u"soon"_s, u"echo"_s, Url},
        u"--duration: “soon” is not a quantity"_s);
    row("a bad size", {u"--payload-size"_s, u"big"_s, u"echo"_s, Url},
        u"--payload-size: “big” is not a quantity"_s);
    row("a bad header", {u"--header"_s, u"Origin"_s, u"echo"_s, Url},
        u"--header: “Origin” is not a header such as “Origin: http://localhost”"_s);
    row("an option of another scenario", {u"--rooms"_s, u"3"_s, u"echo"_s, Url},
        u"--rooms is not for echo (see --help)"_s);
    row("an idle run has no latency", {u"--p99-below"_s, u"3"_s, u"idle"_s, Url},
        u"--p99-below is not for idle (see --help)"_s);
    row("both names of one thing",
        {u"--members"_s, u"3"_s, u"--connections"_s, u"3"_s, u"fan-out"_s, Url},
        u"fan-out takes --connections or --members, not both"_s);
    row("no duration", {u"--duration"_s, u"0"_s, u"echo"_s, Url},
        u"Times must be above 0; only the warm-up can be left out"_s);
}

void LoadCommandLineTest::mistakesGetASentence()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, sentence);

    const auto command = parseLoadCommandLine(arguments);

    QVERIFY(!command);
    QCOMPARE(command.error().message, sentence);
}

void LoadCommandLineTest::defaultsAreThoseOfTheHelp_data()
{
    QTest::addColumn<const LoadOption *>("option");

    for (const LoadOption &option : loadOptionTable()) {
        if (option.initial != nullptr)
            QTest::newRow(option.name) << &option;
    }
}

void LoadCommandLineTest::defaultsAreThoseOfTheHelp()
{
    QFETCH(const LoadOption *, option);

    const auto command = parseLoadCommandLine(withDefault(*option));

    QVERIFY2(command, qPrintable(command.isOk() ? QString() : command.error().message));
    LoadPlan untouched;
    untouched.scenario = command->plan.scenario;
    untouched.url = command->plan.url;
    QCOMPARE(command->plan, untouched);
    QCOMPARE(command->objectives, LoadObjectives());
}

void LoadCommandLineTest::theJsonsFileMayBeLeftOut_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("file");

    QTest::newRow("at the end") << QStringList{u"echo"_s, Url, u"--json"_s} << u"-"_s;
    QTest::newRow("before an option")
        << QStringList{u"--json"_s, u"--quiet"_s, u"echo"_s, Url} << u"-"_s;
    QTest::newRow("before the scenario") << QStringList{u"--json"_s, u"echo"_s, Url} << u"-"_s;
    QTest::newRow("before the URL") << QStringList{u"echo"_s, u"--json"_s, Url} << u"-"_s;
    QTest::newRow("a dash") << QStringList{u"--json"_s, u"-"_s, u"echo"_s, Url} << u"-"_s;
    QTest::newRow("a file") << QStringList{u"--json"_s, u"a.json"_s, u"echo"_s, Url} << u"a.json"_s;
    QTest::newRow("a file behind an equals sign")
        << QStringList{u"--json=echo"_s, u"echo"_s, Url} << u"echo"_s;
    QTest::newRow("a file that is called like a scenario, behind the scenario")
        << QStringList{u"idle"_s, u"--json"_s, u"echo"_s, Url} << u"echo"_s;
}

void LoadCommandLineTest::theJsonsFileMayBeLeftOut()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, file);

    const auto command = parseLoadCommandLine(arguments);

    QVERIFY2(command, qPrintable(command.isOk() ? QString() : command.error().message));
    QCOMPARE(command->jsonFile, file);
}

void LoadCommandLineTest::theHelpNamesEverything()
{
    const QString help = loadHelpText();

    for (const ScenarioKind kind : allScenarios())
        QVERIFY(help.contains(u"\n  "_s + scenarioName(kind) + u' '));
    for (const LoadOption &option : loadOptionTable()) {
        QVERIFY(help.contains(u"\n  --"_s + QLatin1StringView(option.name)));
        QVERIFY(help.contains(loadOptionGroupTitle(option.group) + u":\n"_s));
        if (option.initial != nullptr)
            QVERIFY(help.contains(u'[' + QLatin1StringView(option.initial) + u']'));
    }
    const QStringList lines = help.split(u'\n');
    for (const QString &line : lines)
        QVERIFY2(line.size() <= 100, qPrintable(line));
}

void LoadCommandLineTest::helpIsGivenWhateverElseIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<LoadCommand::Action>("action");

    const auto help = LoadCommand::Action::ShowHelp;
    QTest::newRow("--help") << QStringList{u"--help"_s} << help;
    QTest::newRow("-h") << QStringList{u"-h"_s} << help;
    QTest::newRow("behind a mistake") << QStringList{u"--prot"_s, u"--help"_s} << help;
    QTest::newRow("--version") << QStringList{u"--version"_s} << LoadCommand::Action::ShowVersion;
}

void LoadCommandLineTest::helpIsGivenWhateverElseIsWrong()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const LoadCommand::Action, action);

    const auto command = parseLoadCommandLine(arguments);

    QVERIFY(command);
    QCOMPARE(command->action, action);
}

void LoadCommandLineTest::theVersionIsOneLine()
{
    QCOMPARE(loadVersionText(), u"signalbox-load " SIGNALBOX_VERSION u"\n"_s);
}

QTEST_GUILESS_MAIN(LoadCommandLineTest)
#include "tst_load_command_line.moc"
