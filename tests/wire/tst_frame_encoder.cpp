// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wire/stream_decoding.h"
#include "wire/frame/frame_encoder.h"
#include "wire/frame/masking.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <limits>

using namespace signalbox;

namespace {

constexpr MaskKey Key{'\x37', '\xfa', '\x21', '\x3d'};

QByteArray headerOf(FrameHeader header)
{
    std::array<char, FrameHeader::MaxSize> bytes{};
    const qsizetype size = writeFrameHeader(bytes.data(), header);
    return {bytes.data(), size};
}

/// Bytes that differ from one to the next, some of them above 0x7f.
QByteArray patternOf(qsizetype size)
{
    QByteArray bytes(size, '\0');
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = static_cast<char>(i * 7);
    return bytes;
}

/// As RFC 6455 section 5.3 defines it.
QByteArray maskedByDefinition(QByteArray bytes, qsizetype offset)
{
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>(bytes[i] ^ Key.at(static_cast<std::size_t>((i + offset) % 4)));
    return bytes;
}

} // namespace

/// What we write (RFC 6455 sections 5.2 and 5.3).
class TestFrameEncoder : public QObject
{
    Q_OBJECT

private slots:
    static void writesAHeader_data();
    static void writesAHeader();
    static void encodesAFrame_data();
    static void encodesAFrame();
    static void masksAtAnyOffset();
    static void masksAnywhereInMemory();
    static void knowsWhetherItWroteAscii();
};

void TestFrameEncoder::writesAHeader_data()
{
    QTest::addColumn<quint64>("length");
    QTest::addColumn<QByteArray>("unmasked"); // of a text frame
    QTest::addColumn<QByteArray>("masked");

    const auto hex = [](const char *digits) { return QByteArray::fromHex(digits); };
    QTest::newRow("0") << quint64{0} << hex("8100") << hex("818037fa213d");
    QTest::newRow("125 is the longest in the second byte")
        << quint64{125} << hex("817d") << hex("81fd37fa213d");
    QTest::newRow("126 is the shortest in 16 bits")
        << quint64{126} << hex("817e007e") << hex("81fe007e37fa213d");
    QTest::newRow("65535 is the longest in 16 bits")
        << quint64{65535} << hex("817effff") << hex("81feffff37fa213d");
    QTest::newRow("65536 is the shortest in 64 bits")
        << quint64{65536} << hex("817f0000000000010000") << hex("81ff000000000001000037fa213d");
    QTest::newRow("2^63-1 is the longest")
        << quint64{std::numeric_limits<qint64>::max()} << hex("817f7fffffffffffffff")
        << hex("81ff7fffffffffffffff37fa213d");
}

void TestFrameEncoder::writesAHeader()
{
    QFETCH(const quint64, length);
    QFETCH(const QByteArray, unmasked);
    QFETCH(const QByteArray, masked);
    FrameHeader header;
    header.payloadLength = length;
    QCOMPARE(headerOf(header), unmasked);
    QCOMPARE(frameHeaderSize(length, false), unmasked.size());
    header.masked = true;
    header.maskKey = Key;
    QCOMPARE(headerOf(header), masked);
    QCOMPARE(frameHeaderSize(length, true), masked.size());
    header = {};
    header.fin = false;
    header.rsv = 5;
    header.opcode = Opcode::Pong;
    QCOMPARE(headerOf(header), QByteArray::fromHex("5a00"));
}

void TestFrameEncoder::encodesAFrame_data()
{
    QTest::addColumn<Opcode>("opcode");
    QTest::addColumn<QByteArray>("payload");

    QTest::newRow("an empty text") << Opcode::Text << QByteArray();
    QTest::newRow("a text") << Opcode::Text << QByteArray("Hello");
    QTest::newRow("an empty pong") << Opcode::Pong << QByteArray();
    QTest::newRow("a ping") << Opcode::Ping << patternOf(125);
    QTest::newRow("an empty close") << Opcode::Close << QByteArray();
    for (const qsizetype size : {1, 3, 125, 126, 1000, 65535, 65536, 1 << 20}) {
        QTest::addRow("%lld bytes", static_cast<long long>(size))
            << Opcode::Binary << patternOf(size);
    }
}

void TestFrameEncoder::encodesAFrame()
{
    QFETCH(const Opcode, opcode);
    QFETCH(const QByteArray, payload);
    StreamDecoding server({.role = FrameRole::Server, .limits = {}});
    server.feed(encodeMaskedFrame(opcode, payload, Key));
    StreamDecoding client({.role = FrameRole::Client, .limits = {}});
    client.feed(encodeFrame(opcode, payload));
    for (const StreamDecoding *decoding : {&server, &client}) {
        QCOMPARE(decoding->events().size(), 1);
        QCOMPARE(decoding->events().first().opcode, opcode);
        QCOMPARE(decoding->events().first().payload, payload);
    }
}

void TestFrameEncoder::masksAtAnyOffset()
{
    for (qsizetype size = 0; size <= 70; ++size) {
        for (qsizetype offset = 0; offset <= 9; ++offset) {
            QByteArray bytes = patternOf(size);
            const QByteArray masked = maskedByDefinition(bytes, offset);
            copyMasked(bytes.data(), bytes.data(), size, Key, offset);
            QCOMPARE(bytes, masked);
            copyMasked(bytes.data(), bytes.data(), size, Key, offset);
            QCOMPARE(bytes, patternOf(size));
        }
    }
}

void TestFrameEncoder::masksAnywhereInMemory()
{
    for (qsizetype at = 0; at < 20; ++at) {
        for (qsizetype size = 0; size <= 70; ++size) {
            QByteArray bytes = patternOf(100);
            copyMasked(bytes.data() + at, bytes.data() + at, size, Key, 0);
            QCOMPARE(bytes.first(at), patternOf(100).first(at));
            QCOMPARE(bytes.sliced(at, size),
                     maskedByDefinition(patternOf(100).sliced(at, size), 0));
            QCOMPARE(bytes.sliced(at + size), patternOf(100).sliced(at + size));
        }
    }
}

void TestFrameEncoder::knowsWhetherItWroteAscii()
{
    for (qsizetype size = 0; size <= 70; ++size) {
        const QByteArray ascii(size, 'a');
        QByteArray to(size, '\0');
        QByteArray masked = maskedByDefinition(ascii, 3);
        QVERIFY(copyMasked(to.data(), masked.constData(), size, Key, 3));
        QCOMPARE(to, ascii);
        for (qsizetype at = 0; at < size; ++at) {
            QByteArray other = ascii;
            other[at] = '\x80';
            masked = maskedByDefinition(other, 3);
            QVERIFY(!copyMasked(to.data(), masked.constData(), size, Key, 3));
        }
    }
}

QTEST_GUILESS_MAIN(TestFrameEncoder)
#include "tst_frame_encoder.moc"
