// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hub_fixture.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

RoomName room(const char *name)
{
    return RoomName::parse(QByteArrayView(name)).value();
}

SendMessage textTo(const Target &target)
{
    SendMessage command;
    command.target = target;
    command.payload = "hello";
    return command;
}

} // namespace

class TestOperatorDesk : public QObject
{
    Q_OBJECT

private slots:
    void sendsToItsTargetOnly_data();
    void sendsToItsTargetOnly();
    void countsWhatBecameOfIt();
    void listsThoseNotReachedFirst();
    void refusesWhatCannotBeSent_data();
    void refusesWhatCannotBeSent();
    void reachesNobodyAndSucceeds();
    void countsAMessageOfTheRoom();
    void kicksWithCodeAndReason();
    void whoBreaksAtTheFlushIsGone_data();
    void whoBreaksAtTheFlushIsGone();
    void refusesABadKick_data();
    void refusesABadKick();
    void joinsAsIfTheClientHadAsked();
    void doesNotJoinWhereItCannot();
    void leavesAsIfTheClientHadAsked();
    void aMessageThatEndsConnectionsReachesTheOthers();
};

void TestOperatorDesk::sendsToItsTargetOnly_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QList<quint64>>("reached");
    QTest::newRow("all") << 0 << QList<quint64>{1, 2, 3};
    QTest::newRow("an endpoint") << 1 << QList<quint64>{3};
    QTest::newRow("a room") << 2 << QList<quint64>{1};
    QTest::newRow("connections") << 3 << QList<quint64>{2, 3};
}

void TestOperatorDesk::sendsToItsTargetOnly()
{
    QFETCH(const int, kind);
    QFETCH(const QList<quint64>, reached);
    HubFixture fixture;
    fixture.member("lobby", "anna");
    fixture.transport.open();
    fixture.transport.open("/echo");
    fixture.transport.forgetFrames();
    const QList<Target> targets{ToAll{}, ToEndpoint{"/echo"}, ToRoom{room("lobby")},
                                ToConnections{{{2}, {3}}}};
    const auto outcome = fixture.desk.send(textTo(targets.at(kind)));
    QVERIFY(outcome);
    QCOMPARE(outcome->sent, reached.size());
    QCOMPARE(outcome->total(), reached.size());
    for (quint64 id = 1; id <= 3; ++id)
        QCOMPARE(fixture.transport.payloads({id}).contains("hello"), reached.contains(id));
}

void TestOperatorDesk::countsWhatBecameOfIt()
{
    HubFixture fixture;
    for (int i = 0; i < 4; ++i)
        fixture.transport.open();
    fixture.transport.setBuffered({2}, 100);
    fixture.transport.setFull({3}, FakeTransport::Full::Drops);
    fixture.transport.setWaitsForPeer(true);
    fixture.outbox.close({4}, {1000, {}, ClosedBy::Server});
    const auto outcome = fixture.desk.send(textTo(ToConnections{{{1}, {2}, {3}, {4}, {99}}}));
    QVERIFY(outcome);
    QCOMPARE(outcome->sent, 1);
    QCOMPARE(outcome->buffered, 1);
    QCOMPARE(outcome->dropped, 1);
    QCOMPARE(outcome->gone, 2);
    for (const auto &row : outcome->connections) {
        const bool reached =
            row.outcome == DeliveryOutcome::Sent || row.outcome == DeliveryOutcome::Buffered;
        QCOMPARE(row.why.isEmpty(), reached);
    }
}

void TestOperatorDesk::listsThoseNotReachedFirst()
{
    HubFixture fixture;
    QList<ConnectionId> ids;
    for (int i = 0; i < Delivery::MaxListed + 10; ++i)
        ids.append(fixture.transport.open());
    ids.append(ConnectionId{99'999});
    const auto outcome = fixture.desk.send(textTo(ToConnections{ids}));
    QVERIFY(outcome);
    QCOMPARE(outcome->total(), ids.size());
    QCOMPARE(outcome->connections.size(), Delivery::MaxListed);
    QCOMPARE(outcome->connections.first().connection, ConnectionId{99'999});
}

void TestOperatorDesk::refusesWhatCannotBeSent_data()
{
    QTest::addColumn<Opcode>("opcode");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("kind");
    QTest::addColumn<Error::Code>("code");
    QTest::newRow("a ping") << Opcode::Ping << QByteArray() << 0 << Error::Code::InvalidArgument;
    QTest::newRow("text that is not UTF-8")
        << Opcode::Text << QByteArray("\xff") << 0 << Error::Code::InvalidArgument;
    QTest::newRow("an endpoint that does not exist")
        << Opcode::Text << QByteArray() << 1 << Error::Code::NotFound;
    QTest::newRow("a room that does not exist")
        << Opcode::Text << QByteArray() << 2 << Error::Code::NotFound;
}

void TestOperatorDesk::refusesWhatCannotBeSent()
{
    QFETCH(const Opcode, opcode);
    QFETCH(const QByteArray, payload);
    QFETCH(const int, kind);
    QFETCH(const Error::Code, code);
    HubFixture fixture;
    const QList<Target> targets{ToAll{}, ToEndpoint{"/nowhere"}, ToRoom{room("nowhere")}};
    const auto outcome = fixture.desk.send({targets.at(kind), opcode, payload});
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, code);
}

void TestOperatorDesk::reachesNobodyAndSucceeds()
{
    HubFixture fixture;
    const auto outcome = fixture.desk.send(textTo(ToAll{}));
    QVERIFY(outcome);
    QCOMPARE(outcome->total(), 0);
    QVERIFY(fixture.desk.send(textTo(ToEndpoint{"/echo"})));
}

void TestOperatorDesk::countsAMessageOfTheRoom()
{
    HubFixture fixture;
    fixture.member("lobby", "anna");
    QVERIFY(fixture.desk.send(textTo(ToRoom{room("lobby")})));
    QCOMPARE(fixture.rooms.find(room("lobby"))->status().messages, 1U);
    QCOMPARE(fixture.rooms.find(room("lobby"))->status().lastPayload, "hello");
}

void TestOperatorDesk::kicksWithCodeAndReason()
{
    HubFixture fixture;
    const auto id = fixture.member("lobby", "anna");
    const auto outcome = fixture.desk.kick({{id, {99}}, 4000, u"bye"_s});
    QVERIFY(outcome);
    QCOMPARE(outcome->sent, 1);
    QCOMPARE(outcome->gone, 1);
    QCOMPARE(fixture.transport.closes().size(), 1);
    const auto info = fixture.transport.closes().first().second;
    QCOMPARE(info.code, 4000);
    QCOMPARE(info.reason, u"bye"_s);
    QCOMPARE(info.by, ClosedBy::Operator);
    QVERIFY(!fixture.rooms.contains(room("lobby")));
}

void TestOperatorDesk::whoBreaksAtTheFlushIsGone_data()
{
    QTest::addColumn<bool>("kicks");
    QTest::addColumn<bool>("refused");
    QTest::newRow("a message that was queued") << false << false;
    QTest::newRow("a message that could not even be queued") << false << true;
    QTest::newRow("a kick") << true << false;
}

void TestOperatorDesk::whoBreaksAtTheFlushIsGone()
{
    QFETCH(const bool, kicks);
    QFETCH(const bool, refused);
    HubFixture fixture;
    const auto broken = fixture.transport.open();
    const auto well = fixture.transport.open();
    fixture.transport.setWaitsForPeer(true);
    if (refused)
        fixture.transport.setFull(broken, FakeTransport::Full::Drops);
    fixture.transport.breakAtFlush(broken);
    const auto outcome = kicks ? fixture.desk.kick({{broken, well}, 4000, {}})
                               : fixture.desk.send(textTo(ToConnections{{broken, well}}));
    QVERIFY(outcome);
    QCOMPARE(outcome->sent, 1);
    QCOMPARE(outcome->gone, 1);
    QCOMPARE(outcome->total(), 2);
    QCOMPARE(outcome->connections.first().connection, broken); // those not reached come first
    QCOMPARE(outcome->connections.first().outcome, DeliveryOutcome::Gone);
    QVERIFY(!outcome->connections.first().why.isEmpty());
}

void TestOperatorDesk::refusesABadKick_data()
{
    QTest::addColumn<int>("kickCode");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<Error::Code>("code");
    QTest::newRow("a code that is never sent") << 1006 << QString() << Error::Code::InvalidArgument;
    QTest::newRow("1003, of types") << 1003 << QString() << Error::Code::InvalidArgument;
    QTest::newRow("1010, a client's") << 1010 << QString() << Error::Code::InvalidArgument;
    QTest::newRow("1013, for which there is 503")
        << 1013 << QString() << Error::Code::InvalidArgument;
    QTest::newRow("a code below all") << 999 << QString() << Error::Code::InvalidArgument;
    QTest::newRow("a reason over 123 bytes")
        << 4000 << QString(62, u'é') << Error::Code::OutOfRange;
}

void TestOperatorDesk::refusesABadKick()
{
    QFETCH(const int, kickCode);
    QFETCH(const QString, reason);
    QFETCH(const Error::Code, code);
    HubFixture fixture;
    const auto id = fixture.transport.open();
    const auto outcome = fixture.desk.kick({{id}, static_cast<quint16>(kickCode), reason});
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, code);
    QVERIFY(fixture.connections.isOpen(id));
}

void TestOperatorDesk::joinsAsIfTheClientHadAsked()
{
    HubFixture fixture;
    const auto anna = fixture.member("lobby", "anna");
    const auto known = fixture.member("other", "bert");
    const auto unknown = fixture.transport.open();
    fixture.transport.forgetFrames();
    const auto outcome = fixture.desk.join({{known, unknown}, room("lobby")});
    QVERIFY(outcome);
    QCOMPARE(outcome->sent, 2);
    QCOMPARE(fixture.types(anna), (QStringList{u"user_joined"_s, u"user_joined"_s}));
    QCOMPARE(fixture.types(known), (QStringList{u"room_joined"_s, u"user_joined"_s}));
    QCOMPARE(fixture.rooms.find(room("lobby"))->userOf(known)->utf8(), "bert");
    QCOMPARE(fixture.rooms.find(room("lobby"))->userOf(unknown)->utf8(), "connection-3");
}

void TestOperatorDesk::doesNotJoinWhereItCannot()
{
    ServerOptions options;
    options.maxRoomsPerConnection = 1;
    HubFixture fixture(options);
    const auto echo = fixture.transport.open("/echo");
    const auto full = fixture.member("other", "bert");
    const auto outcome = fixture.desk.join({{echo, full, {99}}, room("lobby")});
    QVERIFY(outcome);
    QCOMPARE(outcome->dropped, 2);
    QCOMPARE(outcome->gone, 1);
    QVERIFY(!fixture.rooms.contains(room("lobby")));
    QVERIFY(!fixture.desk.join({{full}, RoomName()}));
}

void TestOperatorDesk::leavesAsIfTheClientHadAsked()
{
    HubFixture fixture;
    const auto anna = fixture.member("lobby", "anna");
    const auto bert = fixture.member("lobby", "bert");
    const auto stranger = fixture.transport.open();
    fixture.transport.forgetFrames();
    const auto outcome = fixture.desk.leave({{bert, stranger}, room("lobby")});
    QVERIFY(outcome);
    QCOMPARE(outcome->sent, 1);
    QCOMPARE(outcome->dropped, 1);
    QCOMPARE(fixture.types(anna), QStringList{u"user_left"_s});
    QCOMPARE(fixture.types(bert), QStringList{u"room_left"_s});
}

void TestOperatorDesk::aMessageThatEndsConnectionsReachesTheOthers()
{
    HubFixture fixture;
    const auto first = fixture.member("lobby", "anna");
    const auto slow = fixture.member("lobby", "bert");
    const auto last = fixture.member("lobby", "carl");
    fixture.transport.forgetFrames();
    fixture.transport.setFull(slow, FakeTransport::Full::Closes);
    const auto outcome = fixture.desk.send(textTo(ToRoom{room("lobby")}));
    QVERIFY(outcome);
    QCOMPARE(outcome->sent, 2);
    QCOMPARE(outcome->dropped, 1);
    // Both see the message first and the departure second.
    QCOMPARE(fixture.types(first), (QStringList{QString(), u"user_left"_s}));
    QCOMPARE(fixture.types(last), (QStringList{QString(), u"user_left"_s}));
}

QTEST_GUILESS_MAIN(TestOperatorDesk)
#include "tst_operator_desk.moc"
