// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/load_output.h"

#include "client/load/load_mask.h"
#include "client/load/load_payload.h"
#include "wire/frame/frame_encoder.h"

#include <QTest>

#include <algorithm>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

/// Takes so many bytes at a time, and blocks in between.
class NarrowChannel final : public ByteChannel
{
public:
    explicit NarrowChannel(qsizetype width)
        : m_width(width)
    { }

    [[nodiscard]] const QByteArray &taken() const { return m_taken; }

    void setObserver(ChannelObserver * /*observer*/) override { }
    void setReading(bool /*wanted*/) override { }
    IoResult read(std::span<const std::span<char>> /*parts*/) override { return {}; }
    IoResult write(std::span<const QByteArrayView> parts) override
    {
        qsizetype room = m_width;
        for (const QByteArrayView part : parts) {
            const auto piece = part.first(std::min(room, part.size()));
            m_taken.append(piece);
            room -= piece.size();
        }
        return {IoResult::State::Done, m_width - room};
    }
    void tellWritableLater() override { }
    [[nodiscard]] qint64 unsentBytes() const override { return 0; }
    void endSending() override { }
    [[nodiscard]] PeerName peerName() const override { return {}; }

private:
    qsizetype m_width;
    QByteArray m_taken;
};

QByteArray flushedThrough(LoadOutput &output, qsizetype width)
{
    NarrowChannel channel(width);
    qint64 written = 0;
    while (output.flush(channel, written) == IoResult::State::WouldBlock) { }
    return written == channel.taken().size() ? channel.taken() : "miscounted"_ba;
}

} // namespace

/// What is queued, and what the channel gets.
class LoadOutputTest : public QObject
{
    Q_OBJECT

private slots:
    void framesAreRepeated_data();
    void framesAreRepeated();
    void ownBytesGoBetweenFrames_data();
    void ownBytesGoBetweenFrames();
    void aFailureIsTold();
    void repetitionsAreBounded_data();
    void repetitionsAreBounded();
};

void LoadOutputTest::framesAreRepeated_data()
{
    QTest::addColumn<qint64>("payload");
    QTest::addColumn<qsizetype>("together");
    QTest::addColumn<qsizetype>("count");
    QTest::addColumn<qsizetype>("width");

    for (const qsizetype width : {1, 7, 70, 1'000, 1'000'000}) {
        const auto row = [width](const char *name) -> QTestData & {
            return QTest::addRow("%s, %lld bytes at a time", name, static_cast<long long>(width));
        };
        row("one frame") << qint64(5) << qsizetype(1) << qsizetype(1) << width;
        row("fewer than are laid out") << qint64(5) << qsizetype(8) << qsizetype(3) << width;
        row("more than are laid out") << qint64(5) << qsizetype(2) << qsizetype(100) << width;
        row("frames without payload") << qint64(0) << qsizetype(3) << qsizetype(10) << width;
        row("frames larger than the layout")
            << qint64(70'000) << qsizetype(4) << qsizetype(3) << std::max(width, qsizetype(70));
    }
}

void LoadOutputTest::framesAreRepeated()
{
    QFETCH(const qint64, payload);
    QFETCH(const qsizetype, together);
    QFETCH(const qsizetype, count);
    QFETCH(const qsizetype, width);
    const QByteArray text = textPayload(payload);
    const RepeatedFrame frame(Opcode::Text, text, together);
    LoadOutput output;
    output.setFrame(frame);

    output.repeat(count);

    QCOMPARE(flushedThrough(output, width),
             encodeMaskedFrame(Opcode::Text, text, LoadMaskKey).repeated(count));
    QVERIFY(output.isEmpty());
}

void LoadOutputTest::ownBytesGoBetweenFrames_data()
{
    QTest::addColumn<qsizetype>("before");

    const qsizetype frame = encodeMaskedFrame(Opcode::Text, "abcde", LoadMaskKey).size();
    for (qsizetype bytes = 0; bytes <= 2 * frame; ++bytes)
        QTest::addRow("after %lld bytes", static_cast<long long>(bytes)) << bytes;
}

void LoadOutputTest::ownBytesGoBetweenFrames()
{
    QFETCH(const qsizetype, before);
    const QByteArray one = encodeMaskedFrame(Opcode::Text, "abcde", LoadMaskKey);
    const RepeatedFrame frame(Opcode::Text, "abcde", 2);
    LoadOutput output;
    output.setFrame(frame);
    output.repeat(3);
    QByteArray bytes;
    if (before > 0) {
        NarrowChannel first(before);
        qint64 written = 0;
        QCOMPARE(output.flush(first, written), IoResult::State::WouldBlock);
        bytes = first.taken().first(before);
        // The loop in flush() goes on as long as all was taken; here it never is.
        QCOMPARE(written, qint64(before));
    }

    output.append("OWN");
    bytes += flushedThrough(output, 4);

    const qsizetype whole = (before + one.size() - 1) / one.size();
    QCOMPARE(bytes, one.repeated(whole) + "OWN" + one.repeated(3 - whole));
}

void LoadOutputTest::aFailureIsTold()
{
    class BrokenChannel final : public ByteChannel
    {
        void setObserver(ChannelObserver * /*observer*/) override { }
        void setReading(bool /*wanted*/) override { }
        IoResult read(std::span<const std::span<char>> /*parts*/) override { return {}; }
        IoResult write(std::span<const QByteArrayView> /*parts*/) override
        {
            return {IoResult::State::Failed, 0};
        }
        void tellWritableLater() override { }
        [[nodiscard]] qint64 unsentBytes() const override { return 0; }
        void endSending() override { }
        [[nodiscard]] PeerName peerName() const override { return {}; }
    };
    BrokenChannel channel;
    LoadOutput output;
    output.append("x");
    qint64 written = 0;

    QCOMPARE(output.flush(channel, written), IoResult::State::Failed);
    QCOMPARE(written, qint64(0));
}

void LoadOutputTest::repetitionsAreBounded_data()
{
    QTest::addColumn<qint64>("payload");
    QTest::addColumn<qsizetype>("together");
    QTest::addColumn<qsizetype>("repetitions");

    QTest::newRow("as many as go together") << qint64(64) << qsizetype(16) << qsizetype(16);
    QTest::newRow("at least one") << qint64(64) << qsizetype(0) << qsizetype(1);
    QTest::newRow("at most 64 KiB") << qint64(4'088) << qsizetype(1'000) << qsizetype(16);
    QTest::newRow("one that is larger") << qint64(100'000) << qsizetype(1'000) << qsizetype(1);
}

void LoadOutputTest::repetitionsAreBounded()
{
    QFETCH(const qint64, payload);
    QFETCH(const qsizetype, together);
    QFETCH(const qsizetype, repetitions);

    const RepeatedFrame frame(Opcode::Binary, binaryPayload(payload), together);

    QCOMPARE(frame.repetitions(), repetitions);
    QCOMPARE(frame.run(0, repetitions).size(), repetitions * frame.size());
}

QTEST_GUILESS_MAIN(LoadOutputTest)
#include "tst_load_output.moc"
