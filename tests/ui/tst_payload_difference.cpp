// SPDX-License-Identifier: GPL-3.0-or-later
// What two payloads differ in, as values: JSON by its structure, texts by lines and words, bytes.
#include "ui/difference/payload_difference.h"
#include "ui/difference/sequence_difference.h"

#include <QTest>

#include <numeric>
#include <vector>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

PayloadDifference compareText(const QByteArray &before, const QByteArray &after,
                              const DifferenceBounds &bounds = {})
{
    return comparePayloads({Opcode::Text, before}, {Opcode::Text, after}, bounds);
}

QStringList linesOf(const PayloadDifference &difference)
{
    QStringList lines;
    for (const DifferenceRow &row : difference.rows)
        lines += differenceLine(row);
    return lines;
}

QByteArray nested(qsizetype depth, const QByteArray &inside)
{
    return QByteArray(depth, '[') + inside + QByteArray(depth, ']');
}

std::vector<quint32> numbers(quint32 count, quint32 first = 0)
{
    std::vector<quint32> result(count);
    std::iota(result.begin(), result.end(), first);
    return result;
}

} // namespace

class PayloadDifferenceTest : public QObject
{
    Q_OBJECT

private slots:
    static void jsonIsComparedByItsStructure_data();
    static void jsonIsComparedByItsStructure();
    static void jsonThatSaysTheSameHasNoDifference_data();
    static void jsonThatSaysTheSameHasNoDifference();
    static void otherTextsAreComparedByLinesAndWords_data();
    static void otherTextsAreComparedByLinesAndWords();
    static void bytesAreComparedInLinesOfEight_data();
    static void bytesAreComparedInLinesOfEight();
    static void theSameBytesAreTheSame();
    static void differencesBeyondTheBoundAreCounted_data();
    static void differencesBeyondTheBoundAreCounted();
    static void aLongValueIsToldFromWhereItDiffers();
    static void aVeryLongValueSaysThatItWasCut();
    static void foreignTextIsEscaped();
    static void longListsAreComparedPlaceByPlace();
    static void theTablesOfAllListsShareTheirBound();
    static void manyShortLinesAreNoTrouble();
    static void manyMembersBelowALongKeyAreNoTrouble();
    static void wordsThatWereComparedByPlaceAreSaid();
};

void PayloadDifferenceTest::jsonIsComparedByItsStructure_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char *name, const QByteArray &before, const QByteArray &after,
                        const QStringList &lines) {
        QTest::newRow(name) << before << after << lines;
    };
    row("a member has another value", R"({"price":1,"name":"x"})", R"({"price":2,"name":"x"})",
        {u"~ price: 1 → 2"_s});
    row("a member came", R"({"a":1})", R"({"a":1,"b":true})", {u"+ b: true"_s});
    row("a member went", R"({"a":1,"b":null})", R"({"a":1})", {u"− b: null"_s});
    row("a member has another name", R"({"a":1})", R"({"b":1})", {u"− a: 1"_s, u"+ b: 1"_s});
    row("deep inside", R"({"content":{"user":{"name":"ann"}}})",
        R"({"content":{"user":{"name":"bob"}}})", {uR"(~ content.user.name: "ann" → "bob")"_s});
    row("a key with blanks stands in brackets", R"({"a b":1})", R"({"a b":2})",
        {uR"(~ ["a b"]: 1 → 2)"_s});
    row("an empty key", R"({"":1})", R"({"":2})", {uR"(~ [""]: 1 → 2)"_s});
    row("a key that begins with a digit", R"({"o":{"1":1}})", R"({"o":{"1":2}})",
        {uR"(~ o["1"]: 1 → 2)"_s});
    row("the second of the same key", R"({"a":1,"a":2})", R"({"a":1,"a":3})", {u"~ a#2: 2 → 3"_s});
    row("another kind of value", R"({"a":[1]})", R"({"a":{"b":1}})", {uR"(~ a: [1] → {"b": 1})"_s});
    row("a text is not a number", R"({"a":1})", R"({"a":"1"})", {uR"(~ a: 1 → "1")"_s});
    row("a number as it was written", R"({"a":1})", R"({"a":1.0})", {u"~ a: 1 → 1.0"_s});
    row("numbers beyond doubles", R"({"a":9007199254740993})", R"({"a":9007199254740992})",
        {u"~ a: 9007199254740993 → 9007199254740992"_s});
    row("null is not nothing", R"({"a":null})", R"({})", {u"− a: null"_s});
    row("the whole value", "1", "2", {u"~ the whole value: 1 → 2"_s});
    row("an object instead of a list", "[]", "{}", {u"~ the whole value: [] → {}"_s});
    row("an element has another value", "[1,2,3]", "[1,5,3]", {u"~ [1]: 2 → 5"_s});
    row("an element came in front", "[1,2]", "[0,1,2]", {u"+ [0]: 0"_s});
    row("an element went from the middle", "[1,2,3]", "[1,3]", {u"− [1]: 2"_s});
    row("an object in a list changed while another came in front",
        R"({"items":[{"id":1,"price":5},{"id":2}]})",
        R"({"items":[{"id":0},{"id":1,"price":5},{"id":3}]})",
        {uR"(+ items[0]: {"id": 0})"_s, u"~ items[2].id: 2 → 3"_s});
    row("an object in a list changed behind one that came",
        R"([{"sku":"A","count":2},{"sku":"B"}])",
        R"([{"sku":"Z","count":9},{"sku":"A","count":3},{"sku":"B"}])",
        {uR"(+ [0]: {"sku": "Z", "count": 9})"_s, u"~ [1].count: 2 → 3"_s});
    row("an object in a list changed behind one that went",
        R"([{"sku":"Z","count":9},{"sku":"A","count":2},1])", R"([{"sku":"A","count":3},1])",
        {uR"(− [0]: {"sku": "Z", "count": 9})"_s, u"~ [0].count: 2 → 3"_s});
    row("a list in a list", "[[1],[2]]", "[[1],[2,3]]", {u"+ [1][1]: 3"_s});
    row("deeper than it looks: as text", nested(150, "1"), nested(150, "2"),
        {u"~ "_s + u"[0]"_s.repeated(100) + u": "_s + u"["_s.repeated(50) + u"1"_s
         + u"]"_s.repeated(50) + u" → "_s + u"["_s.repeated(50) + u"2"_s + u"]"_s.repeated(50)});
}

void PayloadDifferenceTest::jsonIsComparedByItsStructure()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const QStringList, lines);
    const PayloadDifference difference = compareText(before, after);
    QCOMPARE(linesOf(difference), lines);
    QCOMPARE(difference.form, PayloadForm::Json);
    QVERIFY(!difference.sameBytes && !difference.byPlace && difference.left == 0);
}

void PayloadDifferenceTest::jsonThatSaysTheSameHasNoDifference_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("keys in another order") << R"({"a":1,"b":[1,2]})"_ba
                                           << R"({"b":[1,2],"a":1})"_ba;
    QTest::newRow("keys inside in another order") << R"([{"a":1,"b":2}])"_ba
                                                  << R"([{"b":2,"a":1}])"_ba;
    QTest::newRow("spacing") << R"({"a":[1,2]})"_ba
                             << "{ \"a\" :\n[1, 2] }"_ba;
    QTest::newRow("escapes") << R"({"a":"A/"})"_ba
                             << R"({"a":"\u0041\/"})"_ba;
    QTest::newRow("an escaped key") << R"({"a":1})"_ba
                                    << R"({"\u0061":1})"_ba;
}

void PayloadDifferenceTest::jsonThatSaysTheSameHasNoDifference()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const PayloadDifference difference = compareText(before, after);
    QCOMPARE(linesOf(difference), QStringList());
    QCOMPARE(difference.form, PayloadForm::Json);
    QVERIFY(!difference.sameBytes);
}

void PayloadDifferenceTest::otherTextsAreComparedByLinesAndWords_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char *name, const QByteArray &before, const QByteArray &after,
                        const QStringList &lines) {
        QTest::newRow(name) << before << after << lines;
    };
    row("a word of the only line", "the temperature is 20 degrees", "the temperature is 21 degrees",
        {u"~ word 4: 20 → 21"_s});
    row("a word came", "send it to all", "send it now to all", {u"+ word 3: “now ”"_s});
    row("a word went", "send it now to all", "send it to all", {u"− word 3: “now ”"_s});
    row("a word of the second line", "first\nthe value is 1 of many",
        "first\nthe value is 2 of many", {u"~ line 2, word 4: 1 → 2"_s});
    row("a line with nothing in common", "one\ntwo\nthree", "one\nzwei\nthree",
        {u"~ line 2: two → zwei"_s});
    row("a line came", "one\nthree", "one\ntwo\nthree", {u"+ line 2: two"_s});
    row("a line went", "one\ntwo\nthree", "one\nthree", {u"− line 2: two"_s});
    row("the end of the last line is a line's end", "one\n", "one\ntwo\n", {u"+ line 2: two"_s});
    row("from nothing", "", "one", {u"~ line 1:  → one"_s});
    row("blanks are seen", "a long enough sentence", "a long  enough sentence",
        {u"~ word 3: “ ” → “  ”"_s});
    row("one is no JSON", R"({"a":1})", R"({"a":2)", {u"~ word 2: 1} → 2"_s});
}

void PayloadDifferenceTest::otherTextsAreComparedByLinesAndWords()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const QStringList, lines);
    const PayloadDifference difference = compareText(before, after);
    QCOMPARE(linesOf(difference), lines);
    QCOMPARE(difference.form, PayloadForm::Text);
}

void PayloadDifferenceTest::bytesAreComparedInLinesOfEight_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("one byte") << "abcdefgh12345678"_ba
                              << "abcdefgh1234x678"_ba
                              << QStringList{u"~ 0008: 31 32 33 34 35 36 37 38  12345678 → "
                                             "31 32 33 34 78 36 37 38  1234x678"_s};
    QTest::newRow("longer by a line")
        << "abcdefgh"_ba
        << "abcdefgh\0\xff"_ba << QStringList{u"+ 0008: 00 ff                    .."_s};
    QTest::newRow("shorter by a line")
        << "abcdefgh12"_ba
        << "abcdefgh"_ba << QStringList{u"− 0008: 31 32                    12"_s};
    QTest::newRow("far inside") << QByteArray(0x20000, 'a') + "b" << QByteArray(0x20000, 'a') + "c"
                                << QStringList{u"~ 00020000: 62                       b → "
                                               "63                       c"_s};
}

void PayloadDifferenceTest::bytesAreComparedInLinesOfEight()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const QStringList, lines);
    const auto difference = comparePayloads({Opcode::Binary, before}, {Opcode::Binary, after}, {});
    QCOMPARE(linesOf(difference), lines);
    QCOMPARE(difference.form, PayloadForm::Binary);
    // A text and bytes are compared as bytes too.
    QCOMPARE(comparePayloads({Opcode::Text, before}, {Opcode::Binary, after}, {}).form,
             PayloadForm::Binary);
}

void PayloadDifferenceTest::theSameBytesAreTheSame()
{
    for (const QByteArray &payload : {R"({"a":1})"_ba, "no JSON"_ba, ""_ba}) {
        const PayloadDifference difference = compareText(payload, payload);
        QVERIFY(difference.sameBytes);
        QVERIFY(difference.rows.isEmpty());
    }
}

void PayloadDifferenceTest::differencesBeyondTheBoundAreCounted_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<Opcode>("opcode");
    QTest::newRow("members") << R"({"a":1,"b":1,"c":1,"d":1,"e":1})"_ba
                             << R"({"a":2,"b":2,"c":2,"d":2,"e":2})"_ba << Opcode::Text;
    QTest::newRow("lines") << "6\n7\n8\n9\n0"_ba
                           << "1\n2\n3\n4\n5"_ba << Opcode::Text;
    QTest::newRow("bytes") << QByteArray(40, 'a') << QByteArray(40, 'b') << Opcode::Binary;
}

void PayloadDifferenceTest::differencesBeyondTheBoundAreCounted()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const Opcode, opcode);
    DifferenceBounds bounds;
    bounds.rows = 5;
    auto difference = comparePayloads({opcode, before}, {opcode, after}, bounds);
    QCOMPARE(difference.rows.size(), 5);
    QCOMPARE(difference.left, 0);
    bounds.rows = 3;
    difference = comparePayloads({opcode, before}, {opcode, after}, bounds);
    QCOMPARE(difference.rows.size(), 3);
    QCOMPARE(difference.left, 2);
}

void PayloadDifferenceTest::aLongValueIsToldFromWhereItDiffers()
{
    const QByteArray same(500, 'x');
    const auto difference =
        compareText(R"({"a":")" + same + R"(one"})", R"({"a":")" + same + R"(two"})");
    QCOMPARE(difference.rows.size(), 1);
    QCOMPARE(difference.rows.at(0).before, u"…"_s + u"x"_s.repeated(30) + u"one\""_s);
    QCOMPARE(difference.rows.at(0).after, u"…"_s + u"x"_s.repeated(30) + u"two\""_s);
}

void PayloadDifferenceTest::aVeryLongValueSaysThatItWasCut()
{
    const auto difference = compareText("{}", R"({"a":")" + QByteArray(5'000, 'x') + R"("})");
    QVERIFY(difference.rows.at(0).after.endsWith(u"xxx… (5,002 characters in all)"));
    QVERIFY(difference.rows.at(0).after.size() < 1'100);
}

void PayloadDifferenceTest::foreignTextIsEscaped()
{
    const auto json = compareText(
        R"({"a\u202e":1})",
        "{\"a\xe2\x80\xae\":\"\xe2\x80\xae\"}"); // NOLINT(misc-misleading-bidirectional)
    QCOMPARE(linesOf(json), QStringList{uR"(~ ["a\u{202e}"]: 1 → "\u{202e}")"_s});
    const auto text = compareText("one\x1b[2J", "two\x1b[2J");
    for (const QString &line : linesOf(text))
        QVERIFY2(!line.contains(u'\u001b'), qPrintable(line));
}

void PayloadDifferenceTest::longListsAreComparedPlaceByPlace()
{
    const auto before = numbers(100);
    const auto after = numbers(100, 1); // all moved by one
    SequenceComparison enough(10'000);
    QCOMPARE(enough.compare(before, after),
             (QList<SequenceGap>{{0, 1, 0, 0}, {100, 100, 99, 100}}));
    QVERIFY(!enough.wasByPlace());
    SequenceComparison tooFew(9'999);
    QCOMPARE(tooFew.compare(before, after), (QList<SequenceGap>{{0, 100, 0, 100}}));
    QVERIFY(tooFew.wasByPlace());
}

void PayloadDifferenceTest::theTablesOfAllListsShareTheirBound()
{
    const std::vector<quint32> before{1, 2, 3};
    const std::vector<quint32> after{4, 5, 6};
    SequenceComparison comparison(2 * 9 + 8);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(!comparison.wasByPlace());
        QCOMPARE(comparison.compare(before, after), (QList<SequenceGap>{{0, 3, 0, 3}}));
    }
    QVERIFY(comparison.wasByPlace());
}

void PayloadDifferenceTest::manyShortLinesAreNoTrouble()
{
    const qsizetype most = DifferenceBounds().payload / 2;
    const QByteArray before = "a\n"_ba.repeated(most);
    const QByteArray after = "b\n"_ba.repeated(most);
    const PayloadDifference difference = compareText(before, after);
    QVERIFY(difference.byPlace);
    QCOMPARE(difference.rows.size(), DifferenceBounds().rows);
    QCOMPARE(difference.rows.size() + difference.left, most);
}

void PayloadDifferenceTest::manyMembersBelowALongKeyAreNoTrouble()
{
    constexpr int Members = 40'000;
    const QByteArray key(500'000, 'k');
    const auto payload = [&key](const QByteArray &value) {
        QByteArray json = R"({")" + key + R"(":{)";
        for (int i = 0; i < Members; ++i)
            json += (i > 0 ? ",\"" : "\"") + QByteArray::number(i) + "\":" + value;
        return json + "}}";
    };
    const PayloadDifference difference = compareText(payload("1"), payload("2"));
    QCOMPARE(difference.rows.size(), DifferenceBounds().rows);
    QCOMPARE(difference.rows.size() + difference.left, Members);
    QCOMPARE(difference.rows.at(1).place, u"[\""_s + QString(200, u'k') + u"…\"][\"1\"]"_s);
}

void PayloadDifferenceTest::wordsThatWereComparedByPlaceAreSaid()
{
    // One line each, so that lines take no cells, but more words than there are cells for.
    DifferenceBounds bounds;
    bounds.cells = 50;
    const auto difference = comparePayloads({Opcode::Text, "a b c d e f g h i j k l m n"},
                                            {Opcode::Text, "z a b c d e f g h i j k l m"}, bounds);
    QVERIFY(difference.byPlace);
}

QTEST_GUILESS_MAIN(PayloadDifferenceTest)
#include "tst_payload_difference.moc"
