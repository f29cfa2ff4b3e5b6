// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hub_fixture.h"

#include <QSignalSpy>
#include <QTest>

#include <stdexcept>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

RoomName room(const char *name)
{
    return RoomName::parse(QByteArrayView(name)).value();
}

/// Throws at every message.
class ThrowingHandler final : public Handler
{
public:
    [[nodiscard]] QByteArray name() const override { return "throwing"; }
    [[nodiscard]] SendResult opened(ConnectionId /*id*/) override { return SendResult::Accepted; }
    void messageReceived(ConnectionId /*id*/, Opcode /*opcode*/,
                         QByteArrayView /*payload*/) override
    {
        throw std::runtime_error("cannot");
    }
    void closed(ConnectionId /*id*/) override { }
};

/// Answers the last message only when the test says so, and knows who has gone.
class LateHandler final : public Handler
{
public:
    explicit LateHandler(Outbox &outbox)
        : m_outbox(outbox)
    { }
    [[nodiscard]] QByteArray name() const override { return "late"; }
    [[nodiscard]] SendResult opened(ConnectionId /*id*/) override { return SendResult::Accepted; }
    void messageReceived(ConnectionId id, Opcode /*opcode*/, QByteArrayView payload) override
    {
        m_waiting = id;
        m_payload = payload.toByteArray();
    }
    void closed(ConnectionId id) override
    {
        if (m_waiting == id)
            m_waiting = {};
    }
    SendResult answer() { return m_outbox.send(m_waiting, Opcode::Text, m_payload); }
    [[nodiscard]] bool isWaiting() const { return m_waiting.isValid(); }

private:
    Outbox &m_outbox;
    ConnectionId m_waiting;
    QByteArray m_payload;
};

} // namespace

class TestHub : public QObject
{
    Q_OBJECT

private slots:
    void aMessageGoesToTheHandlerOfItsEndpoint();
    void anEndpointThatIsGoneCloses1011();
    void aGreetingThatCannotBeSentCloses1011();
    void aHandlerThatThrowsCloses1011();
    void aHandlerMayAnswerLater();
    void aHandlerIsToldWhoHasGone();
    void anEndpointThatIsTakenAwayServesWhoIsThere();
    void onePublicationIsEncodedOnceForAll();
    void whoEndsLeavesEveryRoom_data();
    void whoEndsLeavesEveryRoom();
    void whoIsClosingIsNotHeardAnyMore();
    void whoIsClosingHearsNothingAnyMore();
    void allMembersSeeOneOrderWhenASendEndsAnother();
    void allMembersSeeOneOrderWhenTheSenderHasItsOwnCopy();
    void everyMemberMayEndAtOnce();
    void countsTrafficOfEachMember();
    void countsWhatIsDropped();
    void passesPongsOn();
};

void TestHub::aMessageGoesToTheHandlerOfItsEndpoint()
{
    HubFixture fixture;
    const auto echo = fixture.transport.open("/echo");
    const auto prefix = fixture.transport.open("/prefix");
    fixture.transport.receive(echo, "a");
    fixture.transport.receive(prefix, "a");
    QCOMPARE(fixture.transport.payloads(echo), QList<QByteArray>{"a"});
    QCOMPARE(fixture.transport.payloads(prefix), QList<QByteArray>{"Echo: a"});
}

void TestHub::anEndpointThatIsGoneCloses1011()
{
    HubFixture fixture;
    fixture.transport.open("/gone");
    QCOMPARE(fixture.transport.closes().size(), 1);
    QCOMPARE(fixture.transport.closes().first().second.code, 1011);
    QCOMPARE(fixture.connections.count(), 0);
}

void TestHub::aGreetingThatCannotBeSentCloses1011()
{
    HubFixture fixture;
    fixture.transport.setFullAtOpen(FakeTransport::Full::Drops);
    fixture.transport.open();
    QCOMPARE(fixture.transport.closes().size(), 1);
    QCOMPARE(fixture.transport.closes().first().second.code, 1011);
    QCOMPARE(fixture.transport.closes().first().second.reason, u"Internal error"_s);
}

void TestHub::aHandlerThatThrowsCloses1011()
{
    HubFixture fixture;
    fixture.endpoints.set("/throw", std::make_shared<ThrowingHandler>());
    const auto id = fixture.transport.open("/throw");
    QTest::ignoreMessage(QtWarningMsg, "handler of connection 1 failed: cannot");
    fixture.transport.receive(id, "a");
    QCOMPARE(fixture.transport.closes().size(), 1);
    QCOMPARE(fixture.transport.closes().first().second.code, 1011);
    QCOMPARE(fixture.transport.closes().first().second.by, ClosedBy::Server);
}

void TestHub::aHandlerMayAnswerLater()
{
    HubFixture fixture;
    const auto handler = std::make_shared<LateHandler>(fixture.outbox);
    fixture.endpoints.set("/late", handler);
    const auto id = fixture.transport.open("/late");
    fixture.transport.receive(id, "a");
    QVERIFY(fixture.transport.payloads(id).isEmpty());
    QCOMPARE(handler->answer(), SendResult::Accepted);
    QCOMPARE(fixture.transport.payloads(id), QList<QByteArray>{"a"});
}

void TestHub::aHandlerIsToldWhoHasGone()
{
    HubFixture fixture;
    const auto handler = std::make_shared<LateHandler>(fixture.outbox);
    fixture.endpoints.set("/late", handler);
    const auto id = fixture.transport.open("/late");
    fixture.transport.receive(id, "a");
    QVERIFY(handler->isWaiting());
    fixture.transport.end(id);
    QVERIFY(!handler->isWaiting());
    QCOMPARE(handler->answer(), SendResult::Gone);
}

void TestHub::anEndpointThatIsTakenAwayServesWhoIsThere()
{
    HubFixture fixture;
    const auto id = fixture.transport.open("/echo");
    fixture.endpoints.remove("/echo");
    fixture.transport.receive(id, "a");
    QCOMPARE(fixture.transport.payloads(id), QList<QByteArray>{"a"});
}

void TestHub::onePublicationIsEncodedOnceForAll()
{
    HubFixture fixture;
    const auto anna = fixture.member("lobby", "anna");
    const auto bert = fixture.member("lobby", "bert");
    fixture.transport.forgetFrames();
    const int before = fixture.transport.manySends();
    fixture.transport.receive(anna, chatMessage("lobby", "anna", "hello"));
    QCOMPARE(fixture.transport.manySends() - before, 1);
    QCOMPARE(fixture.transport.payloads(anna).constLast().constData(),
             fixture.transport.payloads(bert).constLast().constData());
}

void TestHub::whoEndsLeavesEveryRoom_data()
{
    QTest::addColumn<int>("end");
    QTest::newRow("the peer vanishes") << 0;
    QTest::newRow("the peer closes") << 1;
    QTest::newRow("the server closes") << 2;
    QTest::newRow("the operator kicks") << 3;
    QTest::newRow("terminated") << 4;
    QTest::newRow("its buffer is full") << 5;
}

void TestHub::whoEndsLeavesEveryRoom()
{
    QFETCH(const int, end);
    HubFixture fixture;
    const auto witness = fixture.member("a", "witness");
    fixture.transport.receive(witness, joinMessage("b", "witness"));
    const auto leaver = fixture.member("a", "first");
    fixture.transport.receive(leaver, joinMessage("b", "second"));
    fixture.transport.forgetFrames();
    switch (end) {
    case 0:
        fixture.transport.end(leaver);
        break;
    case 1:
        fixture.transport.end(leaver, {1000, {}, ClosedBy::Peer});
        break;
    case 2:
        fixture.outbox.close(leaver, {1011, {}, ClosedBy::Server});
        break;
    case 3:
        QVERIFY(fixture.desk.kick({{leaver}, 4000, {}}));
        break;
    case 4:
        fixture.outbox.terminate(leaver, {4009, {}, ClosedBy::Server});
        break;
    default:
        fixture.transport.setFull(leaver, FakeTransport::Full::Closes);
        fixture.transport.receive(leaver, "{");
        break;
    }
    QVERIFY(fixture.rooms.roomsOf(leaver).isEmpty());
    QCOMPARE(fixture.rooms.find(room("a"))->memberCount(), 1);
    QCOMPARE(fixture.types(witness), (QStringList{u"user_left"_s, u"user_left"_s}));
    const auto left = fixture.transport.payloads(witness);
    QVERIFY(left.first().contains(R"("userId":"first","roomId":"a")"));
    QVERIFY(left.last().contains(R"("userId":"second","roomId":"b")"));
    QCOMPARE(fixture.connections.count(), 1);
}

void TestHub::whoIsClosingIsNotHeardAnyMore()
{
    HubFixture fixture;
    const auto id = fixture.transport.open("/echo");
    fixture.transport.setWaitsForPeer(true);
    fixture.outbox.close(id, {4000, {}, ClosedBy::Operator});
    fixture.transport.receive(id, "a");
    QVERIFY(fixture.transport.payloads(id).isEmpty());
    QCOMPARE(fixture.connections.find(id)->traffic.messagesFromClient, 0U);
}

void TestHub::whoIsClosingHearsNothingAnyMore()
{
    HubFixture fixture;
    const auto anna = fixture.transport.open("/broadcast");
    const auto bert = fixture.transport.open("/broadcast");
    fixture.transport.setWaitsForPeer(true);
    fixture.outbox.close(bert, {4000, {}, ClosedBy::Operator});
    fixture.transport.receive(anna, "a");
    QCOMPARE(fixture.connections.totals().dropped, 0U);
}

void TestHub::allMembersSeeOneOrderWhenASendEndsAnother()
{
    HubFixture fixture;
    const auto anna = fixture.member("lobby", "anna");
    const auto slow = fixture.member("lobby", "slow");
    const auto carl = fixture.member("lobby", "carl");
    fixture.transport.forgetFrames();
    fixture.transport.setFull(slow, FakeTransport::Full::Closes);
    fixture.transport.receive(anna, chatMessage("lobby", "anna", "hello"));
    const QStringList expected{u"chat_message"_s, u"user_left"_s};
    QCOMPARE(fixture.types(anna), expected);
    QCOMPARE(fixture.types(carl), expected);
}

void TestHub::allMembersSeeOneOrderWhenTheSenderHasItsOwnCopy()
{
    HubFixture fixture;
    const auto anna = fixture.member("lobby", "anna");
    const auto slow = fixture.member("lobby", "slow");
    const auto carl = fixture.member("lobby", "carl");
    fixture.transport.forgetFrames();
    fixture.transport.setFull(slow, FakeTransport::Full::Closes);
    fixture.transport.receive(
        anna,
        R"({"type":"chat_message","roomId":"lobby","userId":"anna","content":"hello","id":7})");
    const QStringList expected{u"chat_message"_s, u"user_left"_s};
    QCOMPARE(fixture.types(anna), expected);
    QCOMPARE(fixture.types(carl), expected);
    QVERIFY(fixture.transport.payloads(anna).constFirst().contains(R"("id":7)"));
    QVERIFY(!fixture.transport.payloads(carl).constFirst().contains(R"("id")"));
}

void TestHub::everyMemberMayEndAtOnce()
{
    HubFixture fixture;
    QList<ConnectionId> ids;
    for (int i = 0; i < 20; ++i)
        ids.append(fixture.member("lobby", "user" + QByteArray::number(i)));
    for (const auto id : std::as_const(ids))
        fixture.transport.setFull(id, FakeTransport::Full::Closes);
    fixture.transport.receive(ids.first(), chatMessage("lobby", "user0", "hello"));
    QCOMPARE(fixture.connections.count(), 0);
    QCOMPARE(fixture.rooms.count(), 0);
}

void TestHub::countsTrafficOfEachMember()
{
    HubFixture fixture;
    const auto anna = fixture.member("lobby", "anna");
    const auto bert = fixture.member("lobby", "bert");
    const auto before = fixture.connections.find(bert)->traffic;
    fixture.transport.receive(anna, chatMessage("lobby", "anna", "hello"));
    const auto after = fixture.connections.find(bert)->traffic;
    QCOMPARE(after.messagesToClient - before.messagesToClient, 1U);
    QCOMPARE(after.bytesToClient - before.bytesToClient,
             static_cast<quint64>(fixture.transport.payloads(bert).constLast().size()));
    QCOMPARE(fixture.connections.find(anna)->traffic.messagesFromClient, 2U);
    QVERIFY(fixture.connections.find(bert)->lastMessage > 0);
    QCOMPARE(fixture.connections.find(anna)->user.utf8(), "anna");
}

void TestHub::countsWhatIsDropped()
{
    HubFixture fixture;
    const auto anna = fixture.member("lobby", "anna");
    const auto slow = fixture.member("lobby", "slow");
    fixture.transport.setFull(slow, FakeTransport::Full::Drops);
    fixture.transport.receive(anna, chatMessage("lobby", "anna", "hello"));
    QCOMPARE(fixture.connections.find(slow)->traffic.dropped, 1U);
    QCOMPARE(fixture.connections.find(anna)->traffic.dropped, 0U);
    QCOMPARE(fixture.connections.totals().dropped, 1U);
    QVERIFY(fixture.connections.isOpen(slow));
}

void TestHub::passesPongsOn()
{
    HubFixture fixture;
    const auto id = fixture.transport.open("/echo");
    const QSignalSpy pongs(&fixture.hub, &Hub::pongReceived);
    fixture.hub.controlReceived(id, Opcode::Pong, "x");
    QCOMPARE(pongs.size(), 1);
    QCOMPARE(pongs.first().at(1).value<QByteArrayView>(), "x");
}

QTEST_GUILESS_MAIN(TestHub)
#include "tst_hub.moc"
