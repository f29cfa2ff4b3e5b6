// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/channel/output_queue.h"
#include "wire/frame/frame_encoder.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace signalbox;

namespace {

constexpr qsizetype KiB = 1024;
constexpr qsizetype MiB = 1024 * KiB;
constexpr qsizetype Unlimited = std::numeric_limits<qsizetype>::max();

/// Takes so many bytes a call and blocks in between, or takes everything; counts what it is given.
class CountingChannel final : public ByteChannel
{
public:
    explicit CountingChannel(qsizetype width = Unlimited)
        : m_width(width)
    { }

    void setObserver(ChannelObserver * /*observer*/) override { }
    void setReading(bool /*wanted*/) override { }
    IoResult read(std::span<const std::span<char>> /*parts*/) override { return {}; }
    IoResult write(std::span<const QByteArrayView> parts) override
    {
        ++calls;
        qsizetype room = m_width;
        for (const QByteArrayView part : parts) {
            const auto piece = part.first(std::min(room, part.size()));
            partsTaken += piece.isEmpty() ? 0 : 1;
            taken.append(piece);
            room -= piece.size();
        }
        return {IoResult::State::Done, m_width - room};
    }
    void tellWritableLater() override { ++laterCalls; }
    [[nodiscard]] qint64 unsentBytes() const override { return 0; }
    void endSending() override { }
    [[nodiscard]] PeerName peerName() const override { return {}; }

    qint64 calls = 0;
    qint64 partsTaken = 0;
    qint64 laterCalls = 0;
    QByteArray taken;

private:
    qsizetype m_width;
};

QByteArray sharedFrame(qsizetype payload, char content = 's')
{
    return encodeFrame(Opcode::Binary, QByteArray(payload, content));
}

void drain(OutputQueue &queue, CountingChannel &channel)
{
    while (!queue.isEmpty())
        queue.writeTo(channel);
}

} // namespace

/// What waits for one peer: how much it takes to keep it and to get rid of it.
class TestOutputQueue : public QObject
{
    Q_OBJECT

private slots:
    static void keepsTheOrder_data();
    static void keepsTheOrder();
    static void copiesNoFrameThatIsSentAtOnce();
    static void copiesNoLargeFrame();
    static void tinyFramesDrainInLinearWork_data();
    static void tinyFramesDrainInLinearWork();
    static void countsAllThatItHolds_data();
    static void countsAllThatItHolds();
    static void aFlushIsBounded_data();
    static void aFlushIsBounded();
    static void discardsWholeFramesOnly_data();
    static void discardsWholeFramesOnly();
};

void TestOutputQueue::keepsTheOrder_data()
{
    QTest::addColumn<qsizetype>("width");
    QTest::newRow("a few bytes at a time") << qsizetype(7);
    QTest::newRow("a chunk at a time") << 4 * KiB;
    QTest::newRow("all at once") << Unlimited;
}

void TestOutputQueue::keepsTheOrder()
{
    QFETCH(const qsizetype, width);
    OutputQueue queue;
    CountingChannel channel(width);
    QByteArray sent;
    for (int i = 0; i < 300; ++i) {
        const auto content = static_cast<char>('a' + i % 26);
        const QByteArray payload(i % 7 == 0 ? 3000 : i % 11 == 0 ? 5000 : i % 90, content);
        const auto frame = encodeFrame(Opcode::Binary, payload);
        if (i % 3 == 0)
            queue.appendFrame(Opcode::Binary, payload);
        else
            queue.appendShared(frame);
        sent += frame;
        if (i % 5 == 0)
            queue.writeTo(channel);
        QCOMPARE(queue.bytes(), sent.size() - channel.taken.size());
    }
    drain(queue, channel);
    QCOMPARE(channel.taken, sent);
    QCOMPARE(queue.heldBytes(), 0);
}

void TestOutputQueue::copiesNoFrameThatIsSentAtOnce()
{
    OutputQueue queue;
    const auto frame = sharedFrame(10);
    queue.appendShared(frame);
    QVERIFY(!frame.isDetached());
    CountingChannel channel;
    queue.writeTo(channel);
    QVERIFY(frame.isDetached());
}

void TestOutputQueue::copiesNoLargeFrame()
{
    OutputQueue queue;
    for (int i = 0; i < 100; ++i)
        queue.appendShared(sharedFrame(10));
    const auto frame = sharedFrame(KiB);
    queue.appendShared(frame);
    QVERIFY(!frame.isDetached());
}

void TestOutputQueue::tinyFramesDrainInLinearWork_data()
{
    QTest::addColumn<qsizetype>("width");
    QTest::newRow("by a channel that takes all") << Unlimited;
    QTest::newRow("by a channel that takes little at a time") << 8 * KiB;
}

void TestOutputQueue::tinyFramesDrainInLinearWork()
{
    QFETCH(const qsizetype, width);
    OutputQueue queue;
    const auto frame = sharedFrame(0);
    QCOMPARE(frame.size(), 2);
    while (queue.bytes() < 3 * MiB)
        queue.appendShared(frame);
    QVERIFY2(queue.heldBytes() < 4 * MiB, QByteArray::number(queue.heldBytes()).constData());

    CountingChannel channel(width);
    drain(queue, channel);

    QCOMPARE(channel.taken.size(), 3 * MiB);
    QVERIFY2(channel.calls <= 3 * MiB / std::min(width, 128 * KiB) + 10,
             QByteArray::number(channel.calls).constData());
    QVERIFY2(channel.partsTaken <= channel.calls + 3 * MiB / (2 * KiB),
             QByteArray::number(channel.partsTaken).constData());
}

void TestOutputQueue::countsAllThatItHolds_data()
{
    QTest::addColumn<qsizetype>("payload");
    for (const qsizetype size : {0, 125, 250, 300, 1'000, 4'000, 100'000})
        QTest::addRow("shared frames of %lld bytes", static_cast<long long>(size)) << size;
}

void TestOutputQueue::countsAllThatItHolds()
{
    QFETCH(const qsizetype, payload);
    OutputQueue queue;
    const auto frame = sharedFrame(payload);
    qsizetype frames = 0;
    while (queue.heldBytes() < MiB) {
        queue.appendShared(frame);
        queue.appendFrame(Opcode::Pong, "pong"); // between them, it may take a chunk of its own
        ++frames;
    }
    QVERIFY(queue.bytes() <= queue.heldBytes());
    const auto held = queue.heldBytes();
    const auto bytes = queue.bytes();
    CountingChannel channel;
    drain(queue, channel);
    // Each part is a QByteArray, and memory with a head of its own.
    const auto overhead = qint64{sizeof(QByteArray) + 2 * sizeof(qsizetype)} * channel.partsTaken;
    QVERIFY(held >= bytes + overhead);
    QVERIFY(held - bytes <= 4 * overhead);
    QCOMPARE(channel.taken.size(), frames * (frame.size() + 6));
}

void TestOutputQueue::aFlushIsBounded_data()
{
    QTest::addColumn<qsizetype>("payload");
    QTest::addColumn<qsizetype>("width");
    QTest::newRow("many frames, which are taken at once") << 64 * KiB << Unlimited;
    QTest::newRow("one large frame") << 16 * MiB << Unlimited;
    QTest::newRow("small frames") << qsizetype(300) << Unlimited;
}

void TestOutputQueue::aFlushIsBounded()
{
    QFETCH(const qsizetype, payload);
    QFETCH(const qsizetype, width);
    OutputQueue queue;
    const auto frame = sharedFrame(payload);
    while (queue.bytes() < 16 * MiB)
        queue.appendShared(frame);

    CountingChannel channel(width);
    const auto result = queue.writeTo(channel);

    QCOMPARE(result.state, IoResult::State::Done);
    QVERIFY(!queue.isEmpty());
    QVERIFY(channel.taken.size() <= MiB);
    QVERIFY(channel.calls <= 64);
    QCOMPARE(channel.laterCalls, 1); // it goes on in a later turn
    drain(queue, channel);
    QCOMPARE(channel.taken.size() % frame.size(), 0);
}

void TestOutputQueue::discardsWholeFramesOnly_data()
{
    QTest::addColumn<qsizetype>("width");
    QTest::addColumn<qsizetype>("kept");
    QTest::newRow("nothing is written") << qsizetype(0) << qsizetype(0);
    QTest::newRow("whole frames are written") << qsizetype(204) << qsizetype(0);
    QTest::newRow("a part of one that is shared is written") << qsizetype(50) << qsizetype(52);
    QTest::newRow("a part of one that was copied is written") << qsizetype(7'812) << qsizetype(42);
}

void TestOutputQueue::discardsWholeFramesOnly()
{
    QFETCH(const qsizetype, width);
    QFETCH(const qsizetype, kept);
    OutputQueue queue;
    const auto frame = sharedFrame(100);
    for (int i = 0; i < 1'000; ++i)
        queue.appendShared(frame);
    CountingChannel narrow(width);
    if (width > 0)
        queue.writeTo(narrow);

    queue.discardWholeFrames();

    QCOMPARE(queue.bytes(), kept);
    queue.appendFrame(Opcode::Text, "next");
    CountingChannel channel;
    drain(queue, channel);
    QCOMPARE(channel.taken, frame.last(kept) + encodeFrame(Opcode::Text, "next"));
}

QTEST_GUILESS_MAIN(TestOutputQueue)
#include "tst_output_queue.moc"
