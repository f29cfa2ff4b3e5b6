// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hub_fixture.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

/// A hub with many in one room, and what they were sent forgotten.
class RoomFixture : public HubFixture
{
public:
    explicit RoomFixture(int count)
    {
        for (int i = 0; i < count; ++i) {
            const auto id = transport.open();
            rooms.join(id, RoomName::parse(u"lobby").value(),
                       UserId::parse(QString::number(i)).value());
            members.append(id);
            transport.forgetFrames();
        }
    }

    QList<ConnectionId> members;
};

} // namespace

/// What is announced of connections that end, alone and many in one turn.
class TestHubEndings : public QObject
{
    Q_OBJECT

private slots:
    void outsideOfATurnAnEndIsAnnouncedAtOnce();
    void allThatEndInATurnAreAnnouncedToThoseThatStay();
    void anEndIsAnnouncedBeforeWhatComesAfterIt_data();
    void anEndIsAnnouncedBeforeWhatComesAfterIt();
    void whoIsKickedWithOthersHearsNothingOfThem();
    void everybodyMayEndInOneTurn();
    void whoIsClosingHasLeft();
    void whoHasGoneUnnoticedLosesNothing();
};

void TestHubEndings::outsideOfATurnAnEndIsAnnouncedAtOnce()
{
    RoomFixture fixture(3);
    fixture.transport.end(fixture.members.at(0));
    fixture.transport.end(fixture.members.at(1));
    QCOMPARE(fixture.types(fixture.members.at(1)), QStringList{u"user_left"_s});
    QCOMPARE(fixture.types(fixture.members.at(2)), (QStringList{u"user_left"_s, u"user_left"_s}));
}

void TestHubEndings::allThatEndInATurnAreAnnouncedToThoseThatStay()
{
    RoomFixture fixture(5);
    fixture.hub.turnStarted();
    for (int i = 0; i < 3; ++i)
        fixture.transport.end(fixture.members.at(i));
    QVERIFY(fixture.types(fixture.members.at(4)).isEmpty());
    fixture.hub.turnEnded();
    for (int i = 0; i < 3; ++i)
        QVERIFY(fixture.types(fixture.members.at(i)).isEmpty());
    for (int i = 3; i < 5; ++i) {
        const auto payloads = fixture.transport.payloads(fixture.members.at(i));
        QCOMPARE(payloads.size(), 3);
        for (int left = 0; left < 3; ++left) {
            const auto user = R"("userId":")" + QByteArray::number(left) + '"';
            QVERIFY(payloads.at(left).contains(user));
        }
    }
}

void TestHubEndings::anEndIsAnnouncedBeforeWhatComesAfterIt_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("type");
    QTest::newRow("a message of another member")
        << chatMessage("lobby", "0", "hello") << u"chat_message"_s;
    QTest::newRow("another member leaves") << leaveMessage("lobby", "0") << u"user_left"_s;
}

void TestHubEndings::anEndIsAnnouncedBeforeWhatComesAfterIt()
{
    QFETCH(const QByteArray, message);
    QFETCH(const QString, type);
    RoomFixture fixture(3);
    fixture.hub.turnStarted();
    fixture.transport.end(fixture.members.at(2));
    fixture.transport.receive(fixture.members.at(0), message);
    fixture.hub.turnEnded();
    QCOMPARE(fixture.types(fixture.members.at(1)), (QStringList{u"user_left"_s, type}));
    const auto first = fixture.transport.payloads(fixture.members.at(1)).constFirst();
    QVERIFY(first.contains(R"("userId":"2")"));
}

void TestHubEndings::whoIsKickedWithOthersHearsNothingOfThem()
{
    RoomFixture fixture(4);
    fixture.transport.setWaitsForPeer(true);
    const auto kicked = fixture.members.first(3);
    QVERIFY(fixture.desk.kick({kicked, 4000, {}}));
    for (const auto id : kicked)
        QVERIFY(fixture.transport.payloads(id).isEmpty());
    QCOMPARE(fixture.transport.payloads(fixture.members.last()).size(), 3);
}

void TestHubEndings::everybodyMayEndInOneTurn()
{
    RoomFixture fixture(500);
    const auto before = fixture.connections.totals().messagesToClients;
    fixture.hub.turnStarted();
    for (const auto id : std::as_const(fixture.members))
        fixture.transport.end(id);
    fixture.hub.turnEnded();
    QCOMPARE(fixture.rooms.count(), 0);
    QCOMPARE(fixture.connections.count(), 0);
    QCOMPARE(fixture.connections.totals().messagesToClients, before); // nobody is there to be told
}

void TestHubEndings::whoIsClosingHasLeft()
{
    RoomFixture fixture(2);
    const auto leaver = fixture.members.first();
    fixture.transport.setWaitsForPeer(true);
    fixture.outbox.close(leaver, {4000, {}, ClosedBy::Operator});
    QVERIFY(fixture.rooms.roomsOf(leaver).isEmpty());
    QCOMPARE(fixture.connections.find(leaver)->lastRooms, QList{RoomName::parse(u"lobby").value()});
    fixture.transport.receive(fixture.members.last(), chatMessage("lobby", "1", "hello"));
    QVERIFY(fixture.transport.payloads(leaver).isEmpty());
    QCOMPARE(fixture.connections.totals().dropped, 0U);
}

void TestHubEndings::whoHasGoneUnnoticedLosesNothing()
{
    RoomFixture fixture(3);
    fixture.transport.vanish(fixture.members.at(0)); // tells of it in a later turn
    fixture.transport.end(fixture.members.at(1));
    QCOMPARE(fixture.types(fixture.members.at(2)), QStringList{u"user_left"_s});
    QVERIFY(fixture.transport.payloads(fixture.members.at(0)).isEmpty());
    QCOMPARE(fixture.connections.totals().dropped, 0U);
    QCOMPARE(fixture.connections.find(fixture.members.at(0))->traffic.dropped, 0U);
    fixture.transport.receive(fixture.members.at(2), chatMessage("lobby", "2", "hello"));
    QCOMPARE(fixture.connections.totals().dropped, 0U);
}

QTEST_GUILESS_MAIN(TestHubEndings)
#include "tst_hub_endings.moc"
