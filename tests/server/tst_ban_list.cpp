// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/bans/ban_list.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

BanSubject user(const char *name)
{
    return UserId::parse(QByteArrayView(name)).value();
}

BanSubject address(const QString &text)
{
    return AddressRange::parse(text).value();
}

} // namespace

/// Who is banned, until when, and how bans come and go.
class TestBanList : public QObject
{
    Q_OBJECT

private slots:
    static void findsAnAddressInItsNetworks_data();
    static void findsAnAddressInItsNetworks();
    static void findsAUser();
    static void aBanEndsByTheClock();
    static void anotherBanOfTheSameReplacesIt();
    static void liftsWhatIsThere();
    static void refuses_data();
    static void refuses();
    static void holdsSoManyAndNoMore();
    static void restoresWhatIsNotOver();
};

void TestBanList::findsAnAddressInItsNetworks_data()
{
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QString>("reason");
    QTest::newRow("the address itself") << u"192.0.2.1"_s << u"one"_s;
    QTest::newRow("mapped") << u"::ffff:192.0.2.1"_s << u"one"_s;
    QTest::newRow("another one") << u"192.0.2.2"_s << QString();
    QTest::newRow("in a network") << u"198.51.100.7"_s << u"four"_s;
    QTest::newRow("in a network of IPv6") << u"2001:db8::99"_s << u"six"_s;
    QTest::newRow("with a zone") << u"2001:db8::99%2"_s << u"six"_s;
    QTest::newRow("not an address") << u"somewhere"_s << QString();
}

void TestBanList::findsAnAddressInItsNetworks()
{
    QFETCH(const QString, peer);
    BanList bans;
    QVERIFY(bans.add({address(u"192.0.2.1"_s)}, 0, u"one"_s, 1));
    QVERIFY(bans.add({address(u"198.51.100.0/24"_s)}, 0, u"four"_s, 1));
    QVERIFY(bans.add({address(u"2001:db8::/32"_s)}, 0, u"six"_s, 1));
    const auto *ban = bans.ofAddress(peer, 2);
    QTEST(ban ? ban->reason : QString(), "reason");
}

void TestBanList::findsAUser()
{
    BanList bans;
    QVERIFY(!bans.ofUser(UserId::parse(u"ann").value(), 2));
    QVERIFY(bans.add({user("ann"), user("bob")}, 0, u"spam"_s, 1));
    QVERIFY(bans.ofUser(UserId::parse(u"bob").value(), 2));
    QVERIFY(!bans.ofUser(UserId::parse(u"Ann").value(), 2));
    QCOMPARE(bans.bans().size(), 2);
}

void TestBanList::aBanEndsByTheClock()
{
    BanList bans;
    const QSignalSpy changed(&bans, &BanList::changed);
    const auto now = QDateTime::currentMSecsSinceEpoch();
    QVERIFY(bans.add({user("ann")}, now + 150, {}, now));
    QVERIFY(bans.ofUser(UserId::parse(u"ann").value(), now + 149));
    QVERIFY(!bans.ofUser(UserId::parse(u"ann").value(), now + 150));
    QTRY_COMPARE(changed.size(), 2); // it is taken out by itself
    QVERIFY(bans.isEmpty());
}

void TestBanList::anotherBanOfTheSameReplacesIt()
{
    BanList bans;
    QVERIFY(bans.add({address(u"::ffff:10.0.0.1"_s)}, 0, u"first"_s, 1));
    QVERIFY(bans.add({address(u"10.0.0.1"_s)}, 500, u"second"_s, 2));
    QCOMPARE(bans.bans().size(), 1);
    QCOMPARE(bans.bans().constFirst().reason, u"second"_s);
    QCOMPARE(bans.bans().constFirst().until, 500);
}

void TestBanList::liftsWhatIsThere()
{
    BanList bans;
    QVERIFY(bans.add({user("ann"), address(u"10.0.0.0/8"_s)}, 0, {}, 1));
    const auto ids = bans.bans();
    QVERIFY(bans.lift({ids.at(1).id, BanId{99}}));
    QVERIFY(!bans.ofAddress(u"10.1.1.1"_s, 2));
    QVERIFY(bans.ofUser(UserId::parse(u"ann").value(), 2));
    const auto again = bans.lift({ids.at(1).id});
    QVERIFY(!again);
    QCOMPARE(again.error().code, Error::Code::NotFound);
}

void TestBanList::refuses_data()
{
    QTest::addColumn<int>("subjects");
    QTest::addColumn<qint64>("until");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<Error::Code>("code");
    QTest::newRow("nobody") << 0 << qint64(0) << QString() << Error::Code::InvalidArgument;
    QTest::newRow("over already") << 1 << qint64(10) << QString() << Error::Code::InvalidArgument;
    QTest::newRow("a reason that no close frame holds")
        << 1 << qint64(0) << QString(124, u'x') << Error::Code::OutOfRange;
}

void TestBanList::refuses()
{
    QFETCH(const int, subjects);
    QFETCH(const qint64, until);
    QFETCH(const QString, reason);
    BanList bans;
    const auto added = bans.add(QList<BanSubject>(subjects, user("ann")), until, reason, 10);
    QVERIFY(!added);
    QTEST(added.error().code, "code");
    QVERIFY(bans.isEmpty());
}

void TestBanList::holdsSoManyAndNoMore()
{
    BanList bans;
    QList<BanSubject> subjects;
    for (qsizetype i = 0; i < MaxBans; ++i)
        subjects.append(UserId::parse(QByteArrayView(QByteArray::number(i))).value());
    QVERIFY(bans.add(subjects, 0, {}, 1));
    const auto one = bans.add({user("ann")}, 0, {}, 1);
    QVERIFY(!one);
    QCOMPARE(one.error().code, Error::Code::OutOfRange);
    QVERIFY(one.error().message.contains(QString::number(MaxBans)));
    QVERIFY(bans.add({user("7")}, 0, u"again"_s, 1)); // takes no more room
    QCOMPARE(bans.bans().size(), MaxBans);
}

void TestBanList::restoresWhatIsNotOver()
{
    BanList bans;
    QVERIFY(bans.add({user("old")}, 0, {}, 1));
    bans.restore({{.subject = user("ann"), .until = 100, .set = 1},
                  {.subject = user("bob"), .until = 10'000'000'000'000, .reason = u"spam"_s}},
                 200);
    QCOMPARE(bans.bans().size(), 1);
    QVERIFY(bans.ofUser(UserId::parse(u"bob").value(), 200));
}

QTEST_GUILESS_MAIN(TestBanList)
#include "tst_ban_list.moc"
