// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/address_range.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// Addresses and networks as people write them, and who is in them.
class TestAddressRange : public QObject
{
    Q_OBJECT

private slots:
    void readsAndWrites_data();
    void readsAndWrites();
    void refuses_data();
    void refuses();
    void contains_data();
    void contains();
};

void TestAddressRange::readsAndWrites_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    QTest::newRow("IPv4") << u"192.0.2.1"_s << u"192.0.2.1"_s;
    QTest::newRow("blanks around it") << u" 192.0.2.1 "_s << u"192.0.2.1"_s;
    QTest::newRow("a network of IPv4") << u"192.0.2.0/24"_s << u"192.0.2.0/24"_s;
    QTest::newRow("bits behind the prefix go") << u"192.0.2.77/24"_s << u"192.0.2.0/24"_s;
    QTest::newRow("a prefix within a byte") << u"10.0.255.1/20"_s << u"10.0.240.0/20"_s;
    QTest::newRow("a prefix of all bits is one address") << u"192.0.2.1/32"_s << u"192.0.2.1"_s;
    QTest::newRow("all of IPv4") << u"0.0.0.0/0"_s << u"0.0.0.0/0"_s;
    QTest::newRow("mapped IPv4 is IPv4") << u"::ffff:192.0.2.1"_s << u"192.0.2.1"_s;
    QTest::newRow("mapped IPv4 in hex") << u"::FFFF:c000:0201"_s << u"192.0.2.1"_s;
    QTest::newRow("a mapped network counts 128 bits")
        << u"::ffff:192.0.2.1/120"_s << u"192.0.2.0/24"_s;
    QTest::newRow("IPv6") << u"2001:DB8::1"_s << u"2001:db8::1"_s;
    QTest::newRow("IPv6 in full") << u"2001:0db8:0:0:0:0:0:1"_s << u"2001:db8::1"_s;
    QTest::newRow("one zero group stays") << u"1:0:2:3:4:5:6:7"_s << u"1:0:2:3:4:5:6:7"_s;
    QTest::newRow("the longest row of zeros") << u"1:0:0:2:0:0:0:3"_s << u"1:0:0:2::3"_s;
    QTest::newRow("loopback") << u"::1"_s << u"::1"_s;
    QTest::newRow("nothing but zeros") << u"::"_s << u"::"_s;
    QTest::newRow("zeros at the end") << u"fe80::"_s << u"fe80::"_s;
    QTest::newRow("a zone is left out") << u"fe80::1%eth0"_s << u"fe80::1"_s;
    QTest::newRow("a network of IPv6") << u"2001:db8:ffff::/33"_s << u"2001:db8:8000::/33"_s;
    QTest::newRow("all of IPv6") << u"::/0"_s << u"::/0"_s;
}

void TestAddressRange::readsAndWrites()
{
    QFETCH(const QString, text);
    const auto range = AddressRange::parse(text);
    QVERIFY(range);
    QTEST(range->toString(), "written");
    QVERIFY(*AddressRange::parse(range->toString()) == *range);
}

void TestAddressRange::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const auto *text : {"",
                             "ann",
                             "192.0.2",
                             "192.0.2.256",
                             "192.0.2.01",
                             "192.0.2.1.",
                             "+1.2.3.4",
                             "1.2.3.4/33",
                             "1.2.3.4/",
                             "1.2.3.4/-1",
                             "1.2.3.4/8/9",
                             "1.2.3.4%eth0",
                             ":",
                             ":::",
                             "1::2::3",
                             "1:2:3:4:5:6:7",
                             "1:2:3:4:5:6:7:8:9",
                             "1:2:3:4:5:6:7::8",
                             "12345::",
                             "g::",
                             "::1/129",
                             "1.2.3.4::",
                             "::1.2.3",
                             "[::1]",
                             "::1 ::2"})
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("digits of another script") << u"١.2.3.4"_s;
}

void TestAddressRange::refuses()
{
    QFETCH(const QString, text);
    const auto range = AddressRange::parse(text);
    QVERIFY(!range);
    QCOMPARE(range.error().code, Error::Code::Parse);
    QVERIFY(!range.error().message.isEmpty());
}

void TestAddressRange::contains_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("is");
    QTest::newRow("first") << u"192.0.2.0/24"_s << u"192.0.2.0"_s << true;
    QTest::newRow("last") << u"192.0.2.0/24"_s << u"192.0.2.255"_s << true;
    QTest::newRow("beside") << u"192.0.2.0/24"_s << u"192.0.3.0"_s << false;
    QTest::newRow("itself") << u"192.0.2.1"_s << u"::ffff:192.0.2.1"_s << true;
    QTest::newRow("a smaller network") << u"10.0.0.0/8"_s << u"10.1.0.0/16"_s << true;
    QTest::newRow("a larger network") << u"10.1.0.0/16"_s << u"10.0.0.0/8"_s << false;
    QTest::newRow("IPv6") << u"2001:db8::/33"_s << u"2001:db8:7fff::1"_s << true;
    QTest::newRow("beside in IPv6") << u"2001:db8::/33"_s << u"2001:db8:8000::1"_s << false;
    QTest::newRow("IPv6 holds no IPv4") << u"::/0"_s << u"192.0.2.1"_s << false;
    QTest::newRow("IPv4 holds no IPv6") << u"0.0.0.0/0"_s << u"::1"_s << false;
}

void TestAddressRange::contains()
{
    QFETCH(const QString, network);
    QFETCH(const QString, address);
    QTEST(AddressRange::parse(network)->contains(*AddressRange::parse(address)), "is");
}

QTEST_APPLESS_MAIN(TestAddressRange)
#include "tst_address_range.moc"
