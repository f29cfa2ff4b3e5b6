// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hub_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

/// With a delay that no test waits for.
ServerOptions batching(qint64 size, std::chrono::milliseconds delay = std::chrono::hours(1))
{
    ServerOptions options;
    options.batchSize = size;
    options.batchDelay = delay;
    return options;
}

QByteArray status(int number)
{
    return R"({"type":"status","content":"","id":)" + QByteArray::number(number) + '}';
}

/// The ids of the messages in a batch.
QList<int> idsOf(const QByteArray &batch)
{
    QList<int> ids;
    const auto messages = QJsonDocument::fromJson(batch).object().value("messages"_L1).toArray();
    for (const auto &message : messages)
        ids.append(message.toObject().value("id"_L1).toInt());
    return ids;
}

/// A connection on `/` whose greeting has gone out.
ConnectionId greeted(HubFixture &fixture)
{
    const auto id = fixture.transport.open();
    fixture.batcher.flush();
    fixture.transport.forgetFrames();
    return id;
}

} // namespace

class TestMessageBatcher : public QObject
{
    Q_OBJECT

private slots:
    void size0SendsEachMessageByItself();
    void aFullBatchGoesOut();
    void aBatchGoesOutAfterTheDelay();
    void aBigBatchGoesOutBeforeItIsFull();
    void whateverElseIsSentFlushesFirst_data();
    void whateverElseIsSentFlushesFirst();
    void aCloseFlushesFirst();
    void handlersThatDoNotSpeakJsonAreNotGathered();
    void gatheredBytesAreBuffered();
    void countsMessagesNotBatches();
    void countsADroppedBatch();
    void anEndForgetsTheBatch();
    void switchingOffKeepsTheOrder();
};

void TestMessageBatcher::size0SendsEachMessageByItself()
{
    HubFixture fixture(batching(0));
    const auto id = greeted(fixture);
    fixture.transport.receive(id, status(1));
    fixture.transport.receive(id, status(2));
    QCOMPARE(fixture.types(id), (QStringList{u"status_response"_s, u"status_response"_s}));
}

void TestMessageBatcher::aFullBatchGoesOut()
{
    HubFixture fixture(batching(3));
    const auto id = greeted(fixture);
    for (int i = 1; i <= 7; ++i)
        fixture.transport.receive(id, status(i));
    const auto payloads = fixture.transport.payloads(id);
    QCOMPARE(payloads.size(), 2);
    QVERIFY(payloads.first().startsWith(R"({"type":"batch","messages":[)"));
    QCOMPARE(idsOf(payloads.at(0)), (QList{1, 2, 3}));
    QCOMPARE(idsOf(payloads.at(1)), (QList{4, 5, 6}));
}

void TestMessageBatcher::aBatchGoesOutAfterTheDelay()
{
    HubFixture fixture(batching(100, std::chrono::milliseconds(20)));
    const auto first = greeted(fixture);
    const auto second = greeted(fixture);
    fixture.transport.receive(first, status(1));
    fixture.transport.receive(first, status(2));
    fixture.transport.receive(second, status(3));
    QVERIFY(fixture.transport.payloads(first).isEmpty());
    QTRY_COMPARE(fixture.transport.payloads(first).size(), 1);
    QTRY_COMPARE(fixture.transport.payloads(second).size(), 1);
    QCOMPARE(idsOf(fixture.transport.payloads(first).constFirst()), (QList{1, 2}));
    QCOMPARE(idsOf(fixture.transport.payloads(second).constFirst()), QList{3});
}

void TestMessageBatcher::aBigBatchGoesOutBeforeItIsFull()
{
    HubFixture fixture(batching(100));
    const auto id = greeted(fixture);
    const QByteArray content(MessageBatcher::MaxBatchBytes / 2, 'x');
    for (int i = 0; i < 2; ++i)
        fixture.transport.receive(id, R"({"type":"chat","content":")" + content + R"("})");
    QCOMPARE(fixture.transport.payloads(id).size(), 1);
}

void TestMessageBatcher::whateverElseIsSentFlushesFirst_data()
{
    QTest::addColumn<bool>("toMany");
    QTest::addColumn<Opcode>("opcode");
    QTest::newRow("an operator's message to one") << false << Opcode::Text;
    QTest::newRow("an operator's message to many") << true << Opcode::Text;
    QTest::newRow("a binary message") << false << Opcode::Binary;
    QTest::newRow("a ping") << false << Opcode::Ping;
}

void TestMessageBatcher::whateverElseIsSentFlushesFirst()
{
    QFETCH(const bool, toMany);
    QFETCH(const Opcode, opcode);
    HubFixture fixture(batching(100));
    const auto id = greeted(fixture);
    fixture.transport.receive(id, status(1));
    if (toMany)
        fixture.outbox.send(std::vector{id}, opcode, "else", {});
    else
        fixture.outbox.send(id, opcode, "else");
    const auto frames = fixture.transport.frames(id);
    QCOMPARE(frames.size(), 2);
    QCOMPARE(idsOf(frames.first().payload), QList{1});
    QCOMPARE(frames.last().payload, "else");
    QCOMPARE(frames.last().opcode, opcode);
}

void TestMessageBatcher::aCloseFlushesFirst()
{
    HubFixture fixture(batching(100));
    const auto id = greeted(fixture);
    fixture.transport.receive(id, status(1));
    fixture.outbox.close(id, {4000, {}, ClosedBy::Operator});
    QCOMPARE(fixture.transport.payloads(id).size(), 1);
    QCOMPARE(fixture.transport.closes().size(), 1);
}

void TestMessageBatcher::handlersThatDoNotSpeakJsonAreNotGathered()
{
    HubFixture fixture(batching(100));
    const auto echo = fixture.transport.open("/echo");
    const auto prefix = fixture.transport.open("/prefix");
    fixture.transport.receive(echo, "a");
    fixture.transport.receive(prefix, "a");
    QCOMPARE(fixture.transport.payloads(echo), QList<QByteArray>{"a"});
    QCOMPARE(fixture.transport.payloads(prefix), QList<QByteArray>{"Echo: a"});
}

void TestMessageBatcher::gatheredBytesAreBuffered()
{
    HubFixture fixture(batching(100));
    const auto id = greeted(fixture);
    QCOMPARE(fixture.outbox.bufferedBytes(id), 0);
    fixture.transport.receive(id, status(1));
    QVERIFY(fixture.outbox.bufferedBytes(id) > 0);
    fixture.outbox.flush();
    QCOMPARE(fixture.outbox.bufferedBytes(id), 0);
}

void TestMessageBatcher::countsMessagesNotBatches()
{
    HubFixture fixture(batching(3));
    const auto id = greeted(fixture);
    const auto before = fixture.connections.find(id)->traffic.messagesToClient;
    for (int i = 1; i <= 3; ++i)
        fixture.transport.receive(id, status(i));
    QCOMPARE(fixture.connections.find(id)->traffic.messagesToClient - before, 3U);
}

void TestMessageBatcher::countsADroppedBatch()
{
    HubFixture fixture(batching(3));
    const auto id = greeted(fixture);
    fixture.transport.setFull(id, FakeTransport::Full::Drops);
    for (int i = 1; i <= 3; ++i)
        fixture.transport.receive(id, status(i));
    QCOMPARE(fixture.connections.find(id)->traffic.dropped, 3U);
    QCOMPARE(fixture.connections.totals().dropped, 3U);
}

void TestMessageBatcher::anEndForgetsTheBatch()
{
    HubFixture fixture(batching(100, std::chrono::milliseconds(1)));
    const auto id = greeted(fixture);
    const auto other = greeted(fixture);
    fixture.transport.receive(id, status(1));
    fixture.transport.end(id);
    fixture.transport.receive(other, status(2));
    QTRY_COMPARE(fixture.transport.payloads(other).size(), 1);
    QVERIFY(fixture.transport.payloads(id).isEmpty());
    QCOMPARE(fixture.connections.totals().dropped, 0U);
}

void TestMessageBatcher::switchingOffKeepsTheOrder()
{
    HubFixture fixture(batching(100));
    const auto id = greeted(fixture);
    fixture.transport.receive(id, status(1));
    fixture.options.batchSize = 0;
    fixture.transport.receive(id, status(2));
    const auto payloads = fixture.transport.payloads(id);
    QCOMPARE(payloads.size(), 2);
    QCOMPARE(idsOf(payloads.first()), QList{1});
    QVERIFY(payloads.last().contains(R"("id":2)"));
}

QTEST_GUILESS_MAIN(TestMessageBatcher)
#include "tst_message_batcher.moc"
