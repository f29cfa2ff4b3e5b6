// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activity_record.h"
#include "core/filter/filter.h"
#include "tests/core/filter/sample_subject.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// What a valid filter means.
class FilterTest : public QObject
{
    Q_OBJECT

private slots:
    void aTextWithoutTermsAcceptsAll_data();
    void aTextWithoutTermsAcceptsAll();
    void termsSayWhatTheyMean_data();
    void termsSayWhatTheyMean();
    void operatorsBindAsTheGrammarSays_data();
    void operatorsBindAsTheGrammarSays();
    void aLongChainIsFlat();
    void copiesShareOneProgram();
};

namespace {

Filter compiled(QStringView text)
{
    const auto result = Filter::compile(text, FilterFields::ofRecords());
    if (result.error)
        qWarning() << result.error->message << result.error->position;
    return result.filter;
}

/// ann's chat message of 2,000 bytes in the rooms lobby and ops, on connection 17.
void fillSample(SampleSubject &subject)
{
    subject.texts = {{FilterField::Room, "lobby"}, {FilterField::Room, "ops"},
                     {FilterField::User, "ann"},   {FilterField::Type, "chat_message"},
                     {FilterField::From, "ann"},   {FilterField::Text, "Zwei Äpfel /echo"}};
    subject.numbers = {{FilterField::Connection, 17}, {FilterField::Length, 2000}};
    subject.chosen = {{FilterField::Direction, choiceBit(Direction::ClientToServer)},
                      {FilterField::Kind, choiceBit(ActivityKind::Message)},
                      {FilterField::Opcode, choiceBit(Opcode::Text)}};
    subject.parts = {"lobby", "ann", "chat_message", R"({"type":"chat"} say "hi" f(x) #4)"};
}

} // namespace

void FilterTest::aTextWithoutTermsAcceptsAll_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing") << QString();
    QTest::newRow("blanks") << u" \t "_s;
}

void FilterTest::aTextWithoutTermsAcceptsAll()
{
    QFETCH(const QString, text);

    const auto result = Filter::compile(text, FilterFields::ofRecords());
    QVERIFY(result);
    QVERIFY(result.filter.isEmpty());
    QVERIFY(result.filter.matches(SampleSubject()));
}

void FilterTest::termsSayWhatTheyMean_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matches");

    QTest::newRow("a colon means that the text holds it") << u"room:lob"_s << true;
    QTest::newRow("in any case") << u"room:LOBBY"_s << true;
    QTest::newRow("any of several values will do") << u"room:ops"_s << true;
    QTest::newRow("and none that is not there") << u"room:bar"_s << false;
    QTest::newRow("names of fields have no case") << u"Room:ops"_s << true;
    QTest::newRow("an alias is the same field") << u"id:17 len:2000"_s << true;
    QTest::newRow("an equals sign means the whole text") << u"room=lob"_s << false;
    QTest::newRow("to the letter") << u"room=Lobby"_s << false;
    QTest::newRow("two equals signs are one") << u"room==lobby"_s << true;
    QTest::newRow("not equal means that no value is") << u"room!=lobby"_s << false;
    QTest::newRow("not equal to a part is true") << u"room!=lob"_s << true;
    QTest::newRow("a quoted value may have blanks") << u"text:\"zwei äpfel\""_s << true;
    QTest::newRow("or characters by their numbers") << uR"(text:"zwei\u{20}\u{E4}pfel")"_s << true;
    QTest::newRow("what is no number stays as it is") << uR"(text:"zwei\u{}äpfel")"_s << false;
    QTest::newRow("letters beyond ASCII have case too") << u"text:ÄPFEL"_s << true;
    QTest::newRow("a word without a field is looked for everywhere") << u"chat_"_s << true;
    QTest::newRow("so is a quoted one") << u"\"say \\\"hi\\\"\""_s << true;
    QTest::newRow("quotes take a keyword's meaning away") << u"\"or\""_s << false;
    QTest::newRow("a pasted piece of JSON is one word") << u"{\"type\":\"chat\"}"_s << true;
    QTest::newRow("parentheses inside a word belong to it") << u"f(x)"_s << true;
    QTest::newRow("a term may stand in parentheses") << u"(f(x))"_s << true;
    QTest::newRow("a regular expression anywhere") << u"/l.bby/"_s << true;
    QTest::newRow("regular expressions have case") << u"/LOBBY/"_s << false;
    QTest::newRow("unless they say i") << u"/LOBBY/i"_s << true;
    QTest::newRow("a regular expression of a field") << u"user:/^a+n+$/"_s << true;
    QTest::newRow("a slash in brackets does not end it") << u"text:/[/]echo$/"_s << true;
    QTest::newRow("an escaped slash neither") << u"text:/\\/echo$/"_s << true;
    QTest::newRow("what has no second slash is a path") << u"text:/echo"_s << true;
    QTest::newRow("two paths are no expression") << u"text:/echo or text:/app/chat"_s << true;
    QTest::newRow("blanks may stand around a comparison") << u"length > 1k"_s << true;
    QTest::newRow("greater is not equal") << u"length>2000"_s << false;
    QTest::newRow("greater or equal is") << u"length>=2000"_s << true;
    QTest::newRow("less") << u"length<2k"_s << false;
    QTest::newRow("less or equal") << u"length<=2kB"_s << true;
    QTest::newRow("a range has both its ends") << u"length:1000..2000"_s << true;
    QTest::newRow("a list has each of its numbers") << u"conn:1,17"_s << true;
    QTest::newRow("a number may have its sign") << u"conn:#17"_s << true;
    QTest::newRow("which is enough alone") << u"#17"_s << true;
    QTest::newRow("but means the whole number") << u"#1"_s << false;
    QTest::newRow("and is a text, too") << u"#4"_s << true;
    QTest::newRow("what has no value equals none") << u"receivers:0"_s << false;
    QTest::newRow("and is different from any") << u"receivers!=0"_s << true;
    QTest::newRow("a choice") << u"kind:message"_s << true;
    QTest::newRow("a list of choices") << u"kind:opened,message"_s << true;
    QTest::newRow("another choice") << u"kind:event"_s << false;
    QTest::newRow("from:client is a direction") << u"from:client"_s << true;
    QTest::newRow("to:client is the other one") << u"to:client"_s << false;
    QTest::newRow("to:server is the same as from:client") << u"to:server"_s << true;
    QTest::newRow("in quotes it is a user") << u"from:\"client\""_s << false;
    QTest::newRow("from a user") << u"from:ann"_s << true;
    QTest::newRow("a URL is a text") << u"http://a"_s << false;
    QTest::newRow("a time is a text") << u"12:30"_s << false;
}

void FilterTest::termsSayWhatTheyMean()
{
    QFETCH(const QString, text);
    QFETCH(const bool, matches);

    SampleSubject subject;
    fillSample(subject);
    const Filter filter = compiled(text);
    QVERIFY(!filter.isEmpty());
    QCOMPARE(filter.matches(subject), matches);
    QCOMPARE(filter.text(), text);
}

void FilterTest::operatorsBindAsTheGrammarSays_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("truth");

    const auto row = [](const char *name, const QString &text, const QString &truth) {
        QTest::newRow(name) << text << truth;
    };
    // One digit for each of 000, a, b, ab, c, ac, bc, abc.
    row("terms side by side must all hold", u"a b"_s, u"00010001"_s);
    row("and says the same", u"a and b"_s, u"00010001"_s);
    row("so does an ampersand", u"a & b"_s, u"00010001"_s);
    row("or", u"a or b"_s, u"01110111"_s);
    row("a bar says the same", u"a|b"_s, u"01110111"_s);
    row("two bars as well", u"a || b"_s, u"01110111"_s);
    row("keywords have no case", u"a OR b"_s, u"01110111"_s);
    row("not", u"not a"_s, u"10101010"_s);
    row("a minus says the same", u"-a"_s, u"10101010"_s);
    row("so does an exclamation mark", u"!a"_s, u"10101010"_s);
    row("twice not is yes", u"not -a"_s, u"01010101"_s);
    row("and binds before or", u"a or b c"_s, u"01010111"_s);
    row("on both sides", u"a b or c"_s, u"00011111"_s);
    row("parentheses bind first", u"(a or b) c"_s, u"00000111"_s);
    row("not binds before and", u"not a b"_s, u"00100010"_s);
    row("not before or", u"-a or b"_s, u"10111011"_s);
    row("not of parentheses", u"-(a or b)"_s, u"10001000"_s);
    row("not of an and", u"!(a and b)"_s, u"11101110"_s);
    row("parentheses may be nested", u"((a) and (b or (c)))"_s, u"00010101"_s);
    row("parentheses need no blanks", u"(a)(b|c)"_s, u"00010101"_s);
}

void FilterTest::operatorsBindAsTheGrammarSays()
{
    QFETCH(const QString, text);
    QFETCH(const QString, truth);

    const Filter filter = compiled(text);
    for (int bits = 0; bits < 8; ++bits) {
        SampleSubject subject;
        for (int letter = 0; letter < 3; ++letter) {
            if ((bits >> letter & 1) != 0)
                subject.parts += QByteArray(1, char('a' + letter));
        }
        QCOMPARE(filter.matches(subject), truth.at(bits) == u'1');
    }
}

void FilterTest::aLongChainIsFlat()
{
    QString text = u"0"_s;
    for (int i = 1; i < Filter::MaxTerms; ++i)
        text += u" or %1"_s.arg(i);
    const Filter filter = compiled(text);
    SampleSubject subject;
    subject.parts = {QByteArray::number(Filter::MaxTerms - 1)};
    QVERIFY(filter.matches(subject));
    subject.parts = {"none"};
    QVERIFY(!filter.matches(subject));
}

void FilterTest::copiesShareOneProgram()
{
    const Filter filter = compiled(u"room:lobby");
    const Filter copy = filter; // NOLINT(performance-unnecessary-copy-initialization)
    QCOMPARE(copy, filter);
    QVERIFY(!(copy == Filter()));
    QCOMPARE(Filter(), Filter());
}

QTEST_GUILESS_MAIN(FilterTest)
#include "tst_filter.moc"
