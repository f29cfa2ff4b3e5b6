// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filter.h"
#include "core/filter/filter_hint.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// What is said about a filter that is valid and finds nothing.
class FilterHintTest : public QObject
{
    Q_OBJECT

private slots:
    void hintsNameTheTermThatWasMeant_data();
    void hintsNameTheTermThatWasMeant();
    void manyTermsAreNoProblem();
};

void FilterHintTest::hintsNameTheTermThatWasMeant_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("meant"); // `^` under each character of the term
    QTest::addColumn<QString>("instead");

    const auto row = [](const char *name, const QString &text, const QString &meant,
                        const QString &instead) {
        QTest::newRow(name) << text << meant << instead;
    };
    row("a user's name", u"from:dan"_s, u"^^^^^^^^"_s, u"user:dan"_s);
    row("the same to the letter", u"from=dan"_s, u"^^^^^^^^"_s, u"user:dan"_s);
    row("in quotes", u"from:\"dan d\""_s, u"^^^^^^^^^^^^"_s, u"user:\"dan d\""_s);
    row("who got it", u"type:a to:dan"_s, u"       ^^^^^^"_s, u"user:dan"_s);
    row("a connection's number", u"from:17"_s, u"^^^^^^^"_s, u"conn:17"_s);
    row("as the table shows it", u"from:#17"_s, u"^^^^^^^^"_s, u"conn:17"_s);
    row("digits in quotes are a name", u"from:\"17\""_s, u"^^^^^^^^^"_s, u"user:17"_s);
    row("a sign alone is a name", u"from:#"_s, u"^^^^^^"_s, u"user:#"_s);
    row("a name of digits that are not ours", u"from:١٧"_s, u"^^^^^^^"_s, u"user:١٧"_s);
    row("a side is meant as it is", u"from:Client to:server"_s, {}, {});
    row("the first name counts", u"from:client to:dan from:ann"_s, u"            ^^^^^^"_s,
        u"user:dan"_s);
    row("in quotes a side is a name", u"from:\"client\""_s, u"^^^^^^^^^^^^^"_s, u"user:client"_s);
    row("not from somebody", u"-from:dan"_s, {}, {});
    row("in a group that is not wanted", u"-(type:a or from:dan)"_s, {}, {});
    row("in a group within one", u"not ((from:dan))"_s, {}, {});
    row("behind a group that is not wanted", u"-(type:a) from:dan"_s, u"          ^^^^^^^^"_s,
        u"user:dan"_s);
    row("more digits than a number has", u"from:1234567890123456789"_s,
        u"^^^^^^^^^^^^^^^^^^^^^^^^"_s, u"user:1234567890123456789"_s);
    row("not equal", u"from!=dan"_s, {}, {});
    row("an expression", u"from:/d.n/"_s, {}, {});
    row("a term of something else", u"user:dan room:lobby"_s, {}, {});
    row("a text alone", u"from"_s, {}, {});
    row("nothing", {}, {}, {});
}

void FilterHintTest::hintsNameTheTermThatWasMeant()
{
    QFETCH(const QString, text);
    QFETCH(const QString, meant);
    QFETCH(const QString, instead);

    const auto hint = filterHint(text);
    QCOMPARE(hint.has_value(), !instead.isEmpty());
    if (!hint)
        return;
    const qsizetype marks = meant.count(u'^');
    QCOMPARE(hint->span, (FilterSpan{meant.size() - marks, marks}));
    QCOMPARE(hint->instead, instead);
    QVERIFY2(hint->sentence.contains(u"takes client, server, "), qPrintable(hint->sentence));
    QVERIFY(Filter::compile(hint->instead, FilterFields::ofRecords()));
}

void FilterHintTest::manyTermsAreNoProblem()
{
    QVERIFY(!filterHint(u"("_s.repeated(Filter::MaxLength)));
    QVERIFY(!filterHint(u"from:\""_s + u'a' + u"("_s.repeated(Filter::MaxLength)));
}

QTEST_GUILESS_MAIN(FilterHintTest)
#include "tst_filter_hint.moc"
