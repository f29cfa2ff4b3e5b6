// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filter.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// What is no filter, where, and what the reader is told.
class FilterErrorsTest : public QObject
{
    Q_OBJECT

private slots:
    void errorsSayWhereAndWhy_data();
    void errorsSayWhereAndWhy();
    static void whatOnlyRecordsHaveIsNamedOtherwise_data();
    static void whatOnlyRecordsHaveIsNamedOtherwise();
    void limitsHold_data();
    void limitsHold();
};

void FilterErrorsTest::errorsSayWhereAndWhy_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wrong"); // `^` under each character that is wrong
    QTest::addColumn<QString>("said");

    const auto row = [](const char *name, const QString &text, const QString &wrong,
                        const QString &said) { QTest::newRow(name) << text << wrong << said; };
    row("an unknown field with its likeness", u"a rom:lobby"_s, u"  ^^^"_s, u"“room”"_s);
    row("an unknown field without one", u"zzzz:1"_s, u"^^^^"_s, u"in quotes"_s);
    row("a field of something else", u"rtt>20ms"_s, u"^^^"_s, u"no field “rtt” here"_s);
    row("a value that is missing", u"room:"_s, u"     "_s, u"room:lobby"_s);
    row("a value that is missing before a blank", u"room: a"_s, u"     "_s, u"needs a value"_s);
    row("a text has no order", u"room>a"_s, u"    ^"_s, u"has no order"_s);
    row("a number that is none", u"conn:ann"_s, u"     ^^^"_s, u"wants a number"_s);
    row("the number of a list that is none", u"conn:1,x,3"_s, u"       ^"_s, u"wants a number"_s);
    row("a unit that nobody knows", u"length>1parsec"_s, u"       ^^^^^^^"_s,
        u"no unit “parsec”"_s);
    row("a range with no end at all", u"conn:.."_s, u"     ^^"_s, u"at least one side"_s);
    row("a range that ends before it begins", u"conn:5..1"_s, u"     ^^^^"_s, u"holds nothing"_s);
    row("a comparison with a range", u"conn>1..5"_s, u"     ^^^^"_s, u"wants a number"_s);
    row("a choice that is none", u"kind:closed,foo"_s, u"            ^^^"_s, u"message, control"_s);
    row("a choice has no order", u"kind>closed"_s, u"    ^"_s, u"has no order"_s);
    row("an expression for a number", u"conn:/1/"_s, u"     ^^^"_s, u"is no text"_s);
    row("a bad expression, from where it is bad", u"/a(b/"_s, u"    ^"_s, u"regular expression"_s);
    row("a class that nothing closes", u"/[/"_s, u"  ^"_s, u"regular expression"_s);
    row("a quote that is not closed", u"a \"b c"_s, u"  ^^^^"_s, u"closing quote"_s);
    row("a text right behind a quote", u"\"a\"b"_s, u"^^^"_s, u"space is missing"_s);
    row("a parenthesis that is not closed", u"(a b"_s, u"^"_s, u"closing parenthesis"_s);
    row("a parenthesis that was not opened", u"a b)"_s, u"   ^"_s, u"no opening"_s);
    row("empty parentheses", u"a ()"_s, u"   ^"_s, u"missing before the parenthesis"_s);
    row("or without a right side", u"a or"_s, u"    "_s, u"missing at the end"_s);
    row("or without a left side", u"or a"_s, u"^^"_s, u"before “or”"_s);
    row("two operators", u"a or and b"_s, u"     ^^^"_s, u"before “and”"_s);
    row("not of nothing", u"a not"_s, u"     "_s, u"missing at the end"_s);
    row("a bar alone", u"|"_s, u"^"_s, u"before “|”"_s);
}

void FilterErrorsTest::errorsSayWhereAndWhy()
{
    QFETCH(const QString, text);
    QFETCH(const QString, wrong);
    QFETCH(const QString, said);

    const auto result = Filter::compile(text, FilterFields::ofRecords());
    QVERIFY(result.error);
    QVERIFY(result.filter.isEmpty());
    const qsizetype marks = wrong.count(u'^');
    QCOMPARE(result.error->position, wrong.size() - marks);
    QCOMPARE(result.error->length, marks);
    QVERIFY2(result.error->message.contains(said), qPrintable(result.error->message));
}

void FilterErrorsTest::whatOnlyRecordsHaveIsNamedOtherwise_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");

    QTest::newRow("from a user") << u"from:dan"_s << u"write user:dan."_s;
    QTest::newRow("to a user of two words") << u"to:\"dan d\""_s << u"write user:\"dan d\"."_s;
    QTest::newRow("from a connection") << u"from:#17"_s << u"write conn:17."_s;
    QTest::newRow("from nobody yet") << u"from:"_s << u"write user:ann."_s;
}

void FilterErrorsTest::whatOnlyRecordsHaveIsNamedOtherwise()
{
    QFETCH(const QString, text);
    QFETCH(const QString, said);

    const auto result = Filter::compile(text, FilterFields::ofConnections());
    QVERIFY(result.error);
    QCOMPARE(result.error->position, 0);
    QCOMPARE(result.error->length, text.indexOf(u':'));
    QVERIFY2(result.error->message.contains(said), qPrintable(result.error->message));
}

void FilterErrorsTest::limitsHold_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isFilter");

    const auto nested = [](int depth) {
        return QString(depth, u'(') + u'a' + QString(depth, u')');
    };
    QTest::newRow("as many parentheses as allowed") << nested(Filter::MaxDepth) << true;
    QTest::newRow("one more") << nested(Filter::MaxDepth + 1) << false;
    QTest::newRow("parentheses without end") << QString(Filter::MaxLength, u'(') << false;
    QTest::newRow("as many terms as allowed") << u"a "_s.repeated(Filter::MaxTerms) << true;
    QTest::newRow("one more term") << u"a "_s.repeated(Filter::MaxTerms + 1) << false;
    QTest::newRow("as long as allowed") << QString(Filter::MaxLength, u'a') << true;
    QTest::newRow("one character more") << QString(Filter::MaxLength + 1, u'a') << false;
    QTest::newRow("not, over and over") << QString(Filter::MaxLength - 1, u'!') + u'a' << true;
}

void FilterErrorsTest::limitsHold()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isFilter);

    QCOMPARE(bool(Filter::compile(text, FilterFields::ofRecords())), isFilter);
}

QTEST_GUILESS_MAIN(FilterErrorsTest)
#include "tst_filter_errors.moc"
