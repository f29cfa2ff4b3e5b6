// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filter_completion.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// What is offered while somebody writes a filter.
class FilterCompletionTest : public QObject
{
    Q_OBJECT

private slots:
    void theCursorSaysWhatFits_data();
    void theCursorSaysWhatFits();
    void fieldsComeWithTheirHelp();
    void theListIsBounded();
};

namespace {

QStringList known(FilterField field)
{
    switch (field) {
    case FilterField::Room:
        return {u"lobby"_s, u"ops room"_s, u"slobby"_s, u"t\u202ex/\\\n"_s};
    case FilterField::User:
        return {u"ann"_s, u"annette"_s, u"say \"hi\""_s};
    default:
        return {};
    }
}

QStringList textsOf(const FilterCompletions &completions)
{
    QStringList texts;
    for (const FilterCompletion &completion : completions.list)
        texts += completion.text;
    return texts;
}

} // namespace

void FilterCompletionTest::theCursorSaysWhatFits_data()
{
    QTest::addColumn<QString>("text"); // `¦` is the cursor
    QTest::addColumn<QString>("first"); // a few of the list's beginning
    QTest::addColumn<QString>("replaced");

    const auto row = [](const char *name, const QString &text, const QString &first,
                        const QString &replaced) {
        QTest::newRow(name) << text << first << replaced;
    };
    row("an empty text: the fields", u"¦"_s, u"room: user: conn:"_s, QString());
    row("a field's beginning", u"ty¦"_s, u"type:"_s, u"ty"_s);
    row("sizes are compared", u"len¦"_s, u"length>"_s, u"len"_s);
    row("the values of a field", u"room:¦"_s, u"lobby \"ops room\" slobby"_s, QString());
    row("those that begin so come first", u"room:lob¦"_s, u"lobby slobby"_s, u"lob"_s);
    row("a value in quotes", u"room:\"ops r¦"_s, u"\"ops room\""_s, u"\"ops r"_s);
    row("quotes are escaped", u"user:say¦"_s, u"\"say \\\"hi\\\"\""_s, u"say"_s);
    row("what acts is written by its number", u"room:t¦"_s, uR"("t\u{202e}x/\\\u{a}")"_s, u"t"_s);
    row("the words of a choice", u"direction=¦"_s, u"client server"_s, QString());
    row("a choice's beginning", u"kind:cl¦"_s, u"closed"_s, u"cl"_s);
    row("after a term: fields, then keywords", u"room:lobby o¦"_s, u"opcode: or"_s, u"o"_s);
    row("no keyword joins nothing", u"an¦"_s, u"user:ann user:annette"_s, u"an"_s);
    row("a value alone brings its field", u"lob¦"_s, u"room:lobby"_s, u"lob"_s);
    row("in the midst of a text", u"room:lo¦ user:ann"_s, u"lobby slobby"_s, u"lo"_s);
    row("behind a minus", u"-ro¦"_s, u"room:"_s, u"ro"_s);
    row("behind a parenthesis", u"(us¦"_s, u"user:"_s, u"us"_s);
    row("numbers have no values", u"conn:¦"_s, QString(), QString());
    row("an unknown field has none", u"rom:¦"_s, QString(), QString());
    row("an expression has none", u"room:/lob/¦"_s, QString(), QString());
    row("a field of something else is not offered", u"rt¦"_s, QString(), u"rt"_s);
}

void FilterCompletionTest::theCursorSaysWhatFits()
{
    QFETCH(QString, text);
    QFETCH(const QString, first);
    QFETCH(const QString, replaced);

    const qsizetype cursor = text.indexOf(u'¦');
    text.remove(cursor, 1);
    const auto completions = completeFilter(text, cursor, FilterFields::ofRecords(), known);
    const QString texts = textsOf(completions).join(u' ');
    QVERIFY2(first.isEmpty() ? texts.isEmpty() : texts.startsWith(first), qPrintable(texts));
    QCOMPARE(text.sliced(completions.position, completions.length), replaced);
}

void FilterCompletionTest::fieldsComeWithTheirHelp()
{
    const auto completions = completeFilter(u"roo", 3, FilterFields::ofRecords());
    QCOMPARE(completions.list.size(), 1);
    QCOMPARE(completions.list.constFirst().kind, FilterCompletion::Kind::Field);
    QCOMPARE(completions.list.constFirst().help,
             filterFieldHelp(filterFieldRow(FilterField::Room)));
}

void FilterCompletionTest::theListIsBounded()
{
    const auto many = [](FilterField /*field*/) {
        QStringList values;
        for (int i = 0; i < 1000; ++i)
            values += u"value%1"_s.arg(i);
        return values;
    };
    const auto completions = completeFilter(u"room:", 5, FilterFields::ofRecords(), many);
    QCOMPARE(completions.list.size(), FilterCompletions::MaxCount);
}

QTEST_GUILESS_MAIN(FilterCompletionTest)
#include "tst_filter_completion.moc"
