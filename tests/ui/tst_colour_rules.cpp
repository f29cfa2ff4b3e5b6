// SPDX-License-Identifier: GPL-3.0-or-later
// Which rule colours which row of the log, what is kept of the rules, and that all stays readable.
#include "core/log/log_store.h"
#include "tests/ui/activity_samples.h"
#include "ui/colour_rules/colour_rule_store.h"
#include "ui/colour_rules/row_colours.h"
#include "ui/log/log_model.h"
#include "ui/log/log_text.h"
#include "ui/log/log_view.h"
#include "ui/log/log_words.h"
#include "ui/theme/theme.h"

#include <QElapsedTimer>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

/// WCAG 2.1, relative luminance.
double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
           + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a) + 0.05;
    const double y = luminance(b) + 0.05;
    return std::max(x, y) / std::min(x, y);
}

QList<CompiledRule> compiled(const QList<ColourRule> &rules)
{
    QList<CompiledRule> result;
    for (const ColourRule &rule : rules)
        result += compileRule(rule);
    return result;
}

ColourRule rule(const QString &expression, RuleColour colour = RuleColour::Red)
{
    return {u"rule "_s + expression.left(20), expression, colour, true};
}

/// The name of the rule that colours a record, empty if none does.
QString ruleOf(const QList<ColourRule> &rules, const ActivityRecord &record)
{
    LogStore store({10, 1'000'000'000});
    store.append(record);
    RowColours colours;
    colours.setRules(compiled(rules));
    const LogWords words;
    const CompiledRule *found = colours.ruleOf(0, store.at(0), words);
    return found ? found->rule.name : QString();
}

ActivityRecord message(const QByteArray &type, const QByteArray &payload)
{
    ActivityRecord record = ActivitySamples().fromClient(1, payload);
    record.type = type;
    return record;
}

} // namespace

class ColourRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    static void init() { QSettings().clear(); }
    static void everyTextIsReadableOnEveryTint_data();
    static void everyTextIsReadableOnEveryTint();
    static void everyColourHasANameAndAKey();
    static void theFirstRuleThatMatchesWins_data();
    static void theFirstRuleThatMatchesWins();
    static void aRuleInErrorIsKeptAndNotApplied_data();
    static void aRuleInErrorIsKeptAndNotApplied();
    static void theDefaultsAreValidAndFindWhatTheySay_data();
    static void theDefaultsAreValidAndFindWhatTheySay();
    static void onlyTheBeginningOfALongPayloadIsSeen();
    static void whatIsRememberedBelongsToItsRow();
    static void otherRulesForgetWhatIsRemembered();
    static void rulesAreKept();
    static void emptyRulesAreNotTheDefaults();
    static void strangeSettingsAreRead();
    static void noMoreThanTheMostAreKept_data();
    static void noMoreThanTheMostAreKept();
    static void aRowOfTheLogHasTintBarAndName();
    static void rowsChangeAtOnce();
    static void recordsThatArriveAreNotMatched();

private:
    QTemporaryDir m_settings;
};

void ColourRulesTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
}

void ColourRulesTest::everyTextIsReadableOnEveryTint_data()
{
    QTest::addColumn<ColorScheme>("scheme");
    QTest::addColumn<RuleColour>("colour");
    for (const RuleColour colour : AllRuleColours) {
        QTest::addRow("light: %s", qPrintable(ruleColourKey(colour)))
            << ColorScheme::Light << colour;
        QTest::addRow("dark: %s", qPrintable(ruleColourKey(colour))) << ColorScheme::Dark << colour;
    }
}

void ColourRulesTest::everyTextIsReadableOnEveryTint()
{
    QFETCH(const ColorScheme, scheme);
    QFETCH(const RuleColour, colour);
    Theme theme;
    theme.setScheme(scheme);
    const QColor tint = ruleTint(theme, colour);
    // All that cells of the log and of the rules are written in.
    const std::array texts{ColorRole::Text,           ColorRole::Muted, ColorRole::Accent,
                           ColorRole::ClientToServer, ColorRole::Ok,    ColorRole::ServerToClient,
                           ColorRole::Warning,        ColorRole::Danger};
    for (const ColorRole text : texts) {
        const double ratio = contrast(theme.color(text), tint);
        QVERIFY2(ratio >= 4.5, qPrintable(u"text %1: only %2:1"_s.arg(int(text)).arg(ratio)));
    }
    for (const ColorRole background : {ColorRole::Raised, ColorRole::Selection}) {
        const double bar = contrast(theme.color(ruleRole(colour)), theme.color(background));
        QVERIFY2(bar >= 4.5, qPrintable(u"the bar: only %1:1"_s.arg(bar)));
    }
    QVERIFY(tint != theme.color(ColorRole::Raised) && tint != theme.color(ColorRole::AlternateRow));
}

void ColourRulesTest::everyColourHasANameAndAKey()
{
    QStringList names;
    for (const RuleColour colour : AllRuleColours) {
        QCOMPARE(ruleColourOf(ruleColourKey(colour)), std::optional(colour));
        names += ruleColourName(colour);
    }
    QCOMPARE(names.removeDuplicates(), 0);
    QVERIFY(!ruleColourOf(u"infrared"));
}

void ColourRulesTest::theFirstRuleThatMatchesWins_data()
{
    QTest::addColumn<QList<ColourRule>>("rules");
    QTest::addColumn<QString>("name");
    const ColourRule chat = rule(u"type:chat"_s);
    const ColourRule hello = rule(u"text:hello"_s);
    const ColourRule other = rule(u"type:other"_s);
    ColourRule off = chat;
    off.enabled = false;
    QTest::newRow("no rules") << QList<ColourRule>() << QString();
    QTest::newRow("none matches") << QList{other} << QString();
    QTest::newRow("the only one") << QList{chat} << chat.name;
    QTest::newRow("the first of two") << QList{chat, hello} << chat.name;
    QTest::newRow("the other way round") << QList{hello, chat} << hello.name;
    QTest::newRow("behind one that does not match") << QList{other, hello} << hello.name;
    QTest::newRow("behind one that is off") << QList{off, hello} << hello.name;
    QTest::newRow("behind one in error") << QList{rule(u"("_s), hello} << hello.name;
    QTest::newRow("behind one without a filter") << QList{rule({}), hello} << hello.name;
}

void ColourRulesTest::theFirstRuleThatMatchesWins()
{
    QFETCH(const QList<ColourRule>, rules);
    QTEST(ruleOf(rules, message("chat_message", R"({"content":"Hello"})")), "name");
}

void ColourRulesTest::aRuleInErrorIsKeptAndNotApplied_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("error");
    QTest::newRow("no term") << u" "_s << u"It has no filter yet."_s;
    QTest::newRow("a parenthesis") << u"type:chat ("_s << u"At "_s;
    QTest::newRow("a field of connections") << u"rtt>20ms"_s << u"At 1: "_s;
    QTest::newRow("too long") << QString(Filter::MaxLength + 1, u'a') << u"At "_s;
}

void ColourRulesTest::aRuleInErrorIsKeptAndNotApplied()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, error);
    const CompiledRule compiledRule = compileRule(rule(expression));
    QVERIFY(!compiledRule.applies());
    QVERIFY2(compiledRule.error.startsWith(error), qPrintable(compiledRule.error));
    ColourRuleStore().setRules({rule(expression)});
    QCOMPARE(ColourRuleStore().list(), QList{rule(expression)});
}

void ColourRulesTest::theDefaultsAreValidAndFindWhatTheySay_data()
{
    QTest::addColumn<ActivityRecord>("record");
    QTest::addColumn<QString>("name");
    ActivitySamples s;
    QTest::newRow("an error") << message("error", "{}") << u"Errors"_s;
    QTest::newRow("a chat message") << message("chat_message", "{}") << QString();
    QTest::newRow("an abnormal end")
        << s.closed(1, 1006, ClosedBy::Peer) << u"Refused or abnormally closed"_s;
    QTest::newRow("a normal end") << s.closed(1, 1000, ClosedBy::Peer) << QString();
    ActivityRecord refused = s.opened(1);
    refused.kind = ActivityKind::Refused;
    refused.code = 403;
    QTest::newRow("a refusal") << refused << u"Refused or abnormally closed"_s;
    ActivityRecord dropped = s.published("lobby", 1, 3, "{}");
    dropped.dropped = 1;
    QTest::newRow("dropped for one") << dropped << u"Not delivered to all"_s;
    QTest::newRow("a large one") << message("x", QByteArray(70'000, 'x')) << u"Large"_s;
    ActivityRecord binary = s.fromClient(1, "x");
    binary.opcode = Opcode::Binary;
    QTest::newRow("a binary one") << binary << u"Binary"_s;
}

void ColourRulesTest::theDefaultsAreValidAndFindWhatTheySay()
{
    QFETCH(const ActivityRecord, record);
    const auto rules = defaultColourRules();
    for (const ColourRule &one : rules)
        QVERIFY2(compileRule(one).applies(), qPrintable(one.name + compileRule(one).error));
    QTEST(ruleOf(rules, record), "name");
}

void ColourRulesTest::onlyTheBeginningOfALongPayloadIsSeen()
{
    const QByteArray filler(RowColours::SeenBytes - 6, 'x');
    const QList rules{rule(u"text:needle"_s)};
    QVERIFY(!ruleOf(rules, message("t", filler + "needle")).isEmpty());
    QVERIFY(ruleOf(rules, message("t", filler + " needle")).isEmpty());
    // Its length is that of the whole.
    QVERIFY(!ruleOf({rule(u"length>1M"_s)}, message("t", QByteArray(1'100'000, 'x'))).isEmpty());
}

void ColourRulesTest::whatIsRememberedBelongsToItsRow()
{
    ActivitySamples s;
    LogStore store({10'000, 1'000'000});
    for (int i = 0; i < 5'000; ++i)
        store.append(s.fromClient(i % 3 == 0 ? 1 : 2, "x"));
    RowColours colours;
    colours.setRules(compiled({rule(u"conn:1"_s)}));
    const LogWords words;
    for (int round = 0; round < 2; ++round) {
        for (quint64 position = 0; position < 5'000; ++position)
            QCOMPARE(colours.ruleOf(position, store.at(position), words) != nullptr,
                     position % 3 == 0);
    }
}

void ColourRulesTest::otherRulesForgetWhatIsRemembered()
{
    LogStore store({10, 1'000});
    store.append(message("chat", "hello"));
    RowColours colours;
    const LogWords words;
    colours.setRules(compiled({rule(u"hello"_s)}));
    QVERIFY(colours.ruleOf(0, store.at(0), words));
    colours.setRules(compiled({rule(u"bye"_s)}));
    QVERIFY(!colours.ruleOf(0, store.at(0), words));
}

void ColourRulesTest::rulesAreKept()
{
    QCOMPARE(ColourRuleStore().list(), defaultColourRules());
    const QList<ColourRule> rules{
        {u"One, \"two\""_s, u"text:/a=\"b\"/i"_s, RuleColour::Teal, false},
        {{}, u"("_s, RuleColour::Grey, true}};
    {
        ColourRuleStore store;
        const QSignalSpy changed(&store, &ColourRuleStore::changed);
        store.setRules(rules);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(store.list(), rules);
    }
    QCOMPARE(ColourRuleStore().list(), rules);
    // Also while the one that changes them goes on.
    ColourRuleStore store;
    store.setRules({});
    QTRY_COMPARE(ColourRuleStore().list(), QList<ColourRule>());
}

void ColourRulesTest::emptyRulesAreNotTheDefaults()
{
    ColourRuleStore().setRules({});
    QVERIFY(ColourRuleStore().list().isEmpty());
}

void ColourRulesTest::strangeSettingsAreRead()
{
    QSettings settings;
    settings.beginWriteArray(u"log/colourRules"_s, 2);
    settings.setArrayIndex(0);
    settings.setValue(u"name"_s, QString(200, u'n'));
    settings.setValue(u"filter"_s, u"hello"_s);
    settings.setValue(u"colour"_s, u"infrared"_s);
    settings.endArray();
    const QList<ColourRule> rules = ColourRuleStore().list();
    QCOMPARE(rules.size(), 2);
    QCOMPARE(rules.at(0), (ColourRule{QString(ColourRule::MaxNameLength, u'n'), u"hello"_s,
                                      RuleColour::Grey, true}));
    QVERIFY(!compileRule(rules.at(1)).applies());
}

void ColourRulesTest::noMoreThanTheMostAreKept_data()
{
    QTest::addColumn<qsizetype>("rules");
    QTest::addColumn<qsizetype>("kept");
    QTest::addColumn<bool>("full");
    constexpr qsizetype Most = ColourRuleStore::MaxRules;
    QTest::newRow("one less") << Most - 1 << Most - 1 << false;
    QTest::newRow("the most") << Most << Most << true;
    QTest::newRow("one more") << Most + 1 << Most << true;
}

void ColourRulesTest::noMoreThanTheMostAreKept()
{
    QFETCH(const qsizetype, rules);
    QFETCH(const qsizetype, kept);
    QFETCH(const bool, full);
    QList<ColourRule> list;
    for (qsizetype i = 0; i < rules; ++i)
        list += rule(u"number:%1"_s.arg(i + 1));
    {
        ColourRuleStore store;
        store.setRules(list);
        QCOMPARE(store.list(), list.first(kept));
        QCOMPARE(store.isFull(), full);
    }
    // Settings that somebody wrote by hand have no more either.
    QSettings settings;
    settings.setValue(u"log/colourRules/size"_s, int(rules));
    QCOMPARE(ColourRuleStore().list().size(), kept);
}

void ColourRulesTest::aRowOfTheLogHasTintBarAndName()
{
    Theme theme;
    LogModel model(theme);
    model.setColourRules(compiled({rule(u"hello"_s, RuleColour::Violet)}));
    model.append({{message("chat", "hello <b>you</b>"), message("chat", "bye")}, 3});
    const auto data = [&model](int row, LogColumn column, int role) {
        return model.index(row, int(column)).data(role);
    };
    for (int column = 0; column < LogColumnCount; ++column)
        QCOMPARE(data(1, LogColumn(column), Qt::BackgroundRole).value<QColor>(),
                 ruleTint(theme, RuleColour::Violet));
    QCOMPARE(data(1, LogColumn::Number, LogView::BarRole).value<QColor>(),
             theme.color(ColorRole::ServerToClient));
    const QString says = u"colour rule: rule hello"_s;
    QVERIFY(data(1, LogColumn::Preview, Qt::ToolTipRole).toString().contains(says));
    QVERIFY(data(1, LogColumn::Number, Qt::ToolTipRole).toString().contains(says));
    QVERIFY(data(1, LogColumn::Number, Qt::AccessibleTextRole).toString().contains(says));
    for (const int row : {0, 2}) { // lost records, and what it does not match
        QVERIFY(!data(row, LogColumn::Number, LogView::BarRole).isValid());
        QVERIFY(!data(row, LogColumn::Preview, Qt::BackgroundRole).isValid());
        QVERIFY(!data(row, LogColumn::Preview, Qt::ToolTipRole).toString().contains(u"rule"_s));
    }
}

void ColourRulesTest::rowsChangeAtOnce()
{
    Theme theme;
    LogModel model(theme);
    model.append({{message("chat", "hello"), message("chat", "bye")}, 0});
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setColourRules(compiled({rule(u"hello"_s)}));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex(), model.index(0, 0));
    QCOMPARE(changed.at(0).at(1).toModelIndex(), model.index(1, LogColumnCount - 1));
}

void ColourRulesTest::recordsThatArriveAreNotMatched()
{
    // Fifty expressions over 100,000 payloads would take minutes.
    QList<ColourRule> rules;
    for (qsizetype i = 0; i < ColourRuleStore::MaxRules; ++i)
        rules += rule(u"/(x+x+)+y%1/"_s.arg(i));
    Theme theme;
    LogModel model(theme);
    model.setColourRules(compiled(rules));
    const ActivityRecord record = message("chat", QByteArray(500, 'x'));
    ActivityBatch batch;
    for (int i = 0; i < 1'000; ++i)
        batch.records += record;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 100; ++i)
        model.append(batch);
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(model.rowCount(), 100'000);
}

QTEST_MAIN(ColourRulesTest)
#include "tst_colour_rules.moc"
