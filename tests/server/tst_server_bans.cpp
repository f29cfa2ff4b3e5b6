// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/json_client.h"
#include "tests/support/raw_client.h"
#include "tests/support/running_server.h"

#include <QDateTime>
#include <QTest>
#include <QUrl>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 20'000; // milliseconds; only a failure takes so long

BanSubject user(const char *name)
{
    return UserId::parse(QByteArrayView(name)).value();
}

BanSubject address(const QString &text)
{
    return AddressRange::parse(text).value();
}

AddBan banOf(const QList<BanSubject> &subjects, const QString &reason = {})
{
    return {subjects, 0, reason, true};
}

ServerOptions optionsOfRow()
{
    QFETCH_GLOBAL(const TransportKind, transport);
    auto options = RunningServer::options();
    options.transport = transport;
    return options;
}

quint16 portOf(const RunningServer &server)
{
    return static_cast<quint16>(QUrl(server.state().url).port());
}

} // namespace

/// Bans as clients meet them, on each transport.
class TestServerBans : public QObject
{
    Q_OBJECT

private slots:
    static void initTestCase_data();

    static void aBannedAddressIsRefusedBeforeTheUpgrade_data();
    static void aBannedAddressIsRefusedBeforeTheUpgrade();
    static void aBannedUserIsClosedWhenJoining();
    static void settingABanClosesThoseItMeans_data();
    static void settingABanClosesThoseItMeans();
    static void aBanMayLeaveThoseWhoAreThere();
    static void liftingLetsThemIn();
    static void aBanThatIsOverLetsThemIn();
    static void bansOutliveTheServersRestart();
};

void TestServerBans::initTestCase_data()
{
    QTest::addColumn<TransportKind>("transport");
    QTest::newRow("wire") << TransportKind::Wire;
    QTest::newRow("wire-qt") << TransportKind::WireQt;
    QTest::newRow("qt") << TransportKind::Qt;
}

void TestServerBans::aBannedAddressIsRefusedBeforeTheUpgrade_data()
{
    QTest::addColumn<QString>("banned");
    QTest::addColumn<int>("status");
    QTest::newRow("the address") << u"127.0.0.1"_s << 403;
    QTest::newRow("the address, mapped") << u"::ffff:127.0.0.1"_s << 403;
    QTest::newRow("its network") << u"127.0.0.0/8"_s << 403;
    QTest::newRow("another address") << u"127.0.0.2"_s << 101;
    QTest::newRow("IPv6") << u"::/0"_s << 101;
}

void TestServerBans::aBannedAddressIsRefusedBeforeTheUpgrade()
{
    QFETCH(const QString, banned);
    QFETCH(const int, status);
    RunningServer server;
    QVERIFY(server.start(optionsOfRow()));
    QVERIFY(server.execute(banOf({address(banned)}, u"too loud"_s)));
    RawClient client(portOf(server));
    client.write(RawClient::upgradeHead());
    QTRY_COMPARE_WITH_TIMEOUT(client.status(), status, Patience);
    if (status == 101)
        return;
    QTRY_VERIFY_WITH_TIMEOUT(client.isEnded(), Patience);
    QCOMPARE(client.body(), "This address is banned: too loud\n");
    QTRY_COMPARE_WITH_TIMEOUT(server.refused().size(), 1, Patience);
    QCOMPARE(server.refused().constFirst().status, 403);
    QVERIFY(server.refused().constFirst().cause.contains(u"too loud"_s));
    QCOMPARE(server.totals().connections, 0);
}

void TestServerBans::aBannedUserIsClosedWhenJoining()
{
    RunningServer server;
    QVERIFY(server.start(optionsOfRow()));
    QVERIFY(server.execute(banOf({user("ann")}, u"spam"_s)));
    const auto ann = server.client();
    const auto bob = server.client();
    bob->join("lobby", "bob");
    QVERIFY(!bob->take(u"room_joined"_s).isEmpty());
    ann->join("lobby", "ann");
    QVERIFY(ann->waitForClose());
    QCOMPARE(ann->closeCode(), 4001);
    QCOMPARE(ann->closeReason(), u"spam"_s);
    QTRY_COMPARE_WITH_TIMEOUT(server.closed().size(), 1, Patience);
    QCOMPARE(server.closed().constFirst().info.by, ClosedBy::Operator);
    QVERIFY(bob->isOpen());
    QVERIFY(bob->texts().isEmpty()); // nobody had joined
}

void TestServerBans::settingABanClosesThoseItMeans_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<bool>("isUser");
    QTest::addColumn<int>("closed");
    QTest::newRow("the last name that it gave") << u"ann2"_s << true << 1;
    QTest::newRow("a name that it joined a room with") << u"ann"_s << true << 1;
    QTest::newRow("a stranger") << u"eve"_s << true << 0;
    QTest::newRow("the address") << u"127.0.0.1"_s << false << 2;
}

void TestServerBans::settingABanClosesThoseItMeans()
{
    QFETCH(const QString, subject);
    QFETCH(const bool, isUser);
    QFETCH(const int, closed);
    RunningServer server;
    QVERIFY(server.start(optionsOfRow()));
    const auto ann = server.client();
    const auto silent = server.client(u"/echo"_s);
    ann->join("lobby", "ann");
    ann->join("ops", "ann2");
    QVERIFY(!ann->take(u"room_joined"_s).isEmpty());
    QVERIFY(!ann->take(u"room_joined"_s).isEmpty());
    const BanSubject banned =
        isUser ? BanSubject(UserId::parse(subject).value()) : address(subject);
    const auto outcome = server.execute(banOf({banned}));
    QVERIFY(outcome);
    QCOMPARE(outcome->sent + outcome->buffered, closed);
    QCOMPARE(outcome->connections.size(), closed);
    if (closed == 0)
        return;
    QVERIFY(ann->waitForClose());
    QCOMPARE(ann->closeCode(), 4001);
    QCOMPARE(ann->closeReason(), u"banned"_s);
    QVERIFY(closed == 1 ? silent->isOpen() : silent->waitForClose());
}

void TestServerBans::aBanMayLeaveThoseWhoAreThere()
{
    RunningServer server;
    QVERIFY(server.start(optionsOfRow()));
    const auto ann = server.client();
    const auto outcome = server.execute(AddBan{{address(u"127.0.0.1"_s)}, 0, {}, false});
    QVERIFY(outcome);
    QCOMPARE(outcome->total(), 0);
    ann->join("lobby", "ann");
    QVERIFY(!ann->take(u"room_joined"_s).isEmpty());
}

void TestServerBans::liftingLetsThemIn()
{
    RunningServer server;
    QVERIFY(server.start(optionsOfRow()));
    QVERIFY(server.execute(banOf({address(u"127.0.0.0/8"_s), user("ann")})));
    QTRY_COMPARE_WITH_TIMEOUT(server.bans().size(), 2, Patience);
    QVERIFY(server.execute(LiftBan{{server.bans().at(0).id, server.bans().at(1).id}}));
    const auto ann = server.client();
    QVERIFY(ann);
    ann->join("lobby", "ann");
    QVERIFY(!ann->take(u"room_joined"_s).isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(server.bans().isEmpty(), Patience);
}

void TestServerBans::aBanThatIsOverLetsThemIn()
{
    RunningServer server;
    QVERIFY(server.start(optionsOfRow()));
    const auto until = QDateTime::currentMSecsSinceEpoch() + 400;
    QVERIFY(server.execute(AddBan{{address(u"127.0.0.1"_s)}, until, {}, true}));
    RawClient early(portOf(server));
    early.write(RawClient::upgradeHead());
    QTRY_COMPARE_WITH_TIMEOUT(early.status(), 403, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(server.bans().isEmpty() && !server.bansSeen().isEmpty(), Patience);
    QVERIFY(QDateTime::currentMSecsSinceEpoch() >= until);
    RawClient late(portOf(server));
    QVERIFY(late.upgrade());
}

void TestServerBans::bansOutliveTheServersRestart()
{
    RunningServer server;
    QVERIFY(server.execute(banOf({address(u"127.0.0.1"_s)}))); // not running yet
    QVERIFY(server.start(optionsOfRow()));
    for (int run = 0; run < 2; ++run) {
        RawClient client(portOf(server));
        client.write(RawClient::upgradeHead());
        QTRY_COMPARE_WITH_TIMEOUT(client.status(), 403, Patience);
        QVERIFY(server.execute(StopServer{}));
        QTRY_COMPARE_WITH_TIMEOUT(server.state().state, ServerState::Stopped, Patience);
        QVERIFY(server.start(optionsOfRow())); // on another port
    }
    QTRY_COMPARE_WITH_TIMEOUT(server.bans().size(), 1, Patience);
}

QTEST_GUILESS_MAIN(TestServerBans)
#include "tst_server_bans.moc"
