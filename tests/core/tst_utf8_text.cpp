// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/utf8_text.h"

#include <QTest>

using namespace signalbox;

/// Texts that are counted and cut by code points.
class Utf8TextTest : public QObject
{
    Q_OBJECT

private slots:
    void countsCodePoints_data();
    void countsCodePoints();
    void cutsBetweenCodePoints_data();
    void cutsBetweenCodePoints();
};

void Utf8TextTest::countsCodePoints_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qsizetype>("count");

    QTest::newRow("none of nothing") << QByteArray() << qsizetype(0);
    QTest::newRow("a byte of ASCII is one") << QByteArray("abc") << qsizetype(3);
    QTest::newRow("2, 3 and 4 bytes are one each") << QByteArray("é€😀") << qsizetype(3);
}

void Utf8TextTest::countsCodePoints()
{
    QFETCH(const QByteArray, text);
    QTEST(codePointCount(text), "count");
}

void Utf8TextTest::cutsBetweenCodePoints_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qsizetype>("maxBytes");
    QTest::addColumn<QByteArray>("kept");

    QTest::newRow("what fits stays") << QByteArray("a€") << qsizetype(4) << QByteArray("a€");
    QTest::newRow("between two code points")
        << QByteArray("a€b") << qsizetype(4) << QByteArray("a€");
    QTest::newRow("not inside of one") << QByteArray("a€b") << qsizetype(3) << QByteArray("a");
    QTest::newRow("nothing fits into nothing") << QByteArray("€") << qsizetype(0) << QByteArray("");
    QTest::newRow("the first is too long") << QByteArray("😀") << qsizetype(3) << QByteArray("");
}

void Utf8TextTest::cutsBetweenCodePoints()
{
    QFETCH(const QByteArray, text);
    QFETCH(const qsizetype, maxBytes);
    QTEST(cutUtf8(text, maxBytes).toByteArray(), "kept");
}

QTEST_GUILESS_MAIN(Utf8TextTest)
#include "tst_utf8_text.moc"
