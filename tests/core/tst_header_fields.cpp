// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/header_fields.h"

#include <QTest>

using namespace signalbox;

namespace {

HeaderFields sample()
{
    HeaderFields fields;
    fields.append("Host", "example.org");
    fields.append("X-Empty", "");
    fields.append("Cookie", "a=1");
    fields.append("cookie", "b=2");
    return fields;
}

} // namespace

class TestHeaderFields : public QObject
{
    Q_OBJECT

private slots:
    static void keepsTheOrder();
    static void findsTheFirstOfAName_data();
    static void findsTheFirstOfAName();
    static void aNameThatIsNotThereIsNull();
    static void staysTheSameWhenSqueezed();
    static void isEqualFieldByField();
};

void TestHeaderFields::keepsTheOrder()
{
    const auto fields = sample();
    QByteArray text;
    for (const auto &[name, value] : fields)
        text.append(name).append('=').append(value).append(';');
    QCOMPARE(text, "Host=example.org;X-Empty=;Cookie=a=1;cookie=b=2;");
    QCOMPARE(fields.size(), 4);
    QVERIFY(!fields.isEmpty());
    QVERIFY(HeaderFields().isEmpty());
    QCOMPARE(fields.count("COOKIE"), 2);
    QCOMPARE(fields.count("Cook"), 0);
}

void TestHeaderFields::findsTheFirstOfAName_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("as written") << QByteArray("Host") << QByteArray("example.org");
    QTest::newRow("in any case") << QByteArray("COOKIE") << QByteArray("a=1");
}

void TestHeaderFields::findsTheFirstOfAName()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    QCOMPARE(sample().value(name).toByteArray(), value);
}

void TestHeaderFields::aNameThatIsNotThereIsNull()
{
    const auto fields = sample();
    QVERIFY(fields.value("Origin").isNull());
    QVERIFY(fields.value("X-Empty").isEmpty());
    QVERIFY(!fields.value("X-Empty").isNull());
}

void TestHeaderFields::staysTheSameWhenSqueezed()
{
    auto fields = sample();
    fields.squeeze();
    QVERIFY(fields == sample());
}

void TestHeaderFields::isEqualFieldByField()
{
    HeaderFields one;
    one.append("ab", "c");
    HeaderFields other;
    other.append("a", "bc");
    QVERIFY(one != other);
}

QTEST_GUILESS_MAIN(TestHeaderFields)
#include "tst_header_fields.moc"
