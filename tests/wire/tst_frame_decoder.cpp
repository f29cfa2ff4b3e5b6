// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wire/every_cut.h"
#include "tests/wire/frame_script.h"
#include "wire/message/message_decoder.h"

#include <QTest>

#include <algorithm>

using namespace signalbox;
using Kind = FrameEvent::Kind;
using Form = ScriptFrame::LengthForm;

namespace {

QByteArray rough()
{
    return {"\x00\xff\xfe\xfd\xfc\xfb\x00\xff", 8};
}

/// A stream in memory that the decoder may write to and read behind.
class Stream
{
public:
    explicit Stream(const FrameScript &script, FrameRole role = FrameRole::Server)
        : m_bytes(bytesOf(script, role))
        , m_size(m_bytes.size())
    {
        m_bytes.append(FrameDecoder::PaddingBytes, '\0');
    }

    /// The next bytes, as many as there are by default.
    std::span<char> take(qsizetype size = -1)
    {
        const qsizetype taken = size < 0 ? m_size - m_taken : size;
        const std::span<char> part(m_bytes.data() + m_taken, static_cast<std::size_t>(taken));
        m_taken += taken;
        return part;
    }

private:
    QByteArray m_bytes;
    qsizetype m_size;
    qsizetype m_taken = 0;
};

} // namespace

/// What well-behaved peers send (RFC 6455 sections 5 and 6).
class TestFrameDecoder : public QObject
{
    Q_OBJECT

private slots:
    static void decodesInEveryCut_data();
    static void decodesInEveryCut();
    static void aWholeMessageIsNotCopied_data();
    static void aWholeMessageIsNotCopied();
    static void aPayloadStaysUntilTheNextCall();
    static void roomIsForTheRestOfADataFrame();
    static void roomTakesTheRestAndTheBufferWhatFollows();
    static void anAnnouncementReservesLittle();
    static void knowsWhetherItIsInsideAFrame();
    static void anIdleDecoderIsSmall();
    static void aMessageIsPaddedForItsDecoder();
};

void TestFrameDecoder::decodesInEveryCut_data()
{
    QTest::addColumn<FrameScript>("script");
    QTest::addColumn<QByteArrayList>("events");

    QTest::newRow("no bytes are no event") << FrameScript{} << QByteArrayList{};
    QTest::newRow("an empty text message (1.1.1)")
        << FrameScript{text("")} << QByteArrayList{"text"};
    QTest::newRow("an empty binary message (1.2.1)")
        << FrameScript{binary("")} << QByteArrayList{"binary"};
    QTest::newRow("a short text") << FrameScript{text("Hello")} << QByteArrayList{"text Hello"};
    for (const qsizetype size : {125, 126, 127, 128, 65535, 65536}) {
        const QByteArray length = QByteArray::number(size);
        const QByteArray letters(size, '*');
        const QByteArray bytes = rough().repeated(size / 8 + 1).first(size);
        QTest::addRow("a text of %s bytes (1.1.2-1.1.8)", length.constData())
            << FrameScript{text(letters)} << QByteArrayList{"text " + letters};
        QTest::addRow("a binary message of %s bytes (1.2.2-1.2.8)", length.constData())
            << FrameScript{binary(bytes)} << QByteArrayList{"binary " + bytes};
    }

    QTest::newRow("an empty ping (2.1)") << FrameScript{ping()} << QByteArrayList{"ping"};
    QTest::newRow("a ping with a text (2.2)")
        << FrameScript{ping("Hello, world!")} << QByteArrayList{"ping Hello, world!"};
    QTest::newRow("a ping that is no UTF-8 (2.3)")
        << FrameScript{ping(rough())} << QByteArrayList{"ping " + rough()};
    QTest::newRow("a ping of 125 bytes (2.4, 2.6)")
        << FrameScript{ping(QByteArray(125, '\xfe'))}
        << QByteArrayList{"ping " + QByteArray(125, '\xfe')};
    QTest::newRow("pongs that nobody asked for (2.7-2.9)")
        << FrameScript{pong(), pong("unsolicited"), ping("payload")}
        << QByteArrayList{"pong", "pong unsolicited", "ping payload"};
    QTest::newRow("ten pings in their order (2.10, 2.11)")
        << FrameScript(10, ping("payload")) << QByteArrayList(10, "ping payload");

    QTest::newRow("a text in two fragments (5.3-5.5)")
        << FrameScript{first(text("fragment1")), last("fragment2")}
        << QByteArrayList{"text fragment1fragment2"};
    QTest::newRow("a binary message in three fragments")
        << FrameScript{first(binary(rough())), middle(rough()), last("\xff")}
        << QByteArrayList{"binary " + rough() + rough() + '\xff'};
    QTest::newRow("a ping between fragments comes first (5.6-5.8)")
        << FrameScript{first(text("fragment1")), ping("between"), last("fragment2")}
        << QByteArrayList{"ping between", "text fragment1fragment2"};
    QTest::newRow("pings between five fragments (5.19, 5.20)")
        << FrameScript{first(text("1")), middle("2"),       ping("pongme 1!"), middle("3"),
                       middle("4"),      ping("pongme 2!"), last("5")}
        << QByteArrayList{"ping pongme 1!", "ping pongme 2!", "text 12345"};
    QTest::newRow("a close between fragments")
        << FrameScript{first(text("1")), closing(1000, "bye")}
        << QByteArrayList{"close \x03\xe8"
                          "bye"};
    QTest::newRow("an unfragmented message after a fragmented one")
        << FrameScript{first(text("1")), last("2"), binary("3"), first(binary("4")), last("5")}
        << QByteArrayList{"text 12", "binary 3", "binary 45"};
    QTest::newRow("fragments that are all empty (6.1.2)")
        << FrameScript{first(text("")), middle(""), last("")} << QByteArrayList{"text"};
    QTest::newRow("only the fragment in the middle has bytes (6.1.3)")
        << FrameScript{first(text("")), middle("middle frame payload"), last("")}
        << QByteArrayList{"text middle frame payload"};
    QTest::newRow("a long control frame between fragments leaves the message whole")
        << FrameScript{first(text("begun ")), ping(QByteArray(125, 'p')), middle(""), pong(),
                       last("and ended")}
        << QByteArrayList{"ping " + QByteArray(125, 'p'), "pong", "text begun and ended"};
    QTest::newRow("bytes that look like the end of a text are kept")
        << FrameScript{text(QByteArray("a\0b\n", 4))}
        << QByteArrayList{QByteArray("text a\0b\n", 9)};
    QTest::newRow("a leading byte order mark is kept")
        << FrameScript{text("\xef\xbb\xbfHello")} << QByteArrayList{"text \xef\xbb\xbfHello"};
    QTest::newRow("a text of more than one buffer in fragments of 997 bytes")
        << fragments(text(QByteArray("0123456789").repeated(9000)), 997)
        << QByteArrayList{"text " + QByteArray("0123456789").repeated(9000)};
    QTest::newRow("a frame that is not complete is no event")
        << FrameScript{announcing(10, text("Hello"))} << QByteArrayList{};
    QTest::newRow("a message that is not complete is no event")
        << FrameScript{first(text("Hello"))} << QByteArrayList{};
}

void TestFrameDecoder::decodesInEveryCut()
{
    QFETCH(const FrameScript, script);
    QFETCH(const QByteArrayList, events);

    for (const FrameRole role : {FrameRole::Server, FrameRole::Client}) {
        const auto other =
            firstOtherOutcome({.role = role, .limits = {}}, bytesOf(script, role), events);
        QVERIFY2(other.isEmpty(), other.constData());
    }
}

void TestFrameDecoder::aWholeMessageIsNotCopied_data()
{
    QTest::addColumn<FrameScript>("script");
    QTest::addColumn<qsizetype>("firstCut");

    QTest::newRow("a text") << FrameScript{text("Hello")} << qsizetype{0};
    QTest::newRow("64 KiB") << FrameScript{binary(QByteArray(65536, 'x'))} << qsizetype{0};
    QTest::newRow("a ping") << FrameScript{ping("Hello")} << qsizetype{0};
    QTest::newRow("a text whose header began in another buffer")
        << FrameScript{text("Hello")} << qsizetype{1};
    QTest::newRow("a ping between fragments")
        << FrameScript{first(text("begun")), ping("Hello")} << qsizetype{0};
}

void TestFrameDecoder::aWholeMessageIsNotCopied()
{
    QFETCH(const FrameScript, script);
    QFETCH(const qsizetype, firstCut);

    Stream stream(script);
    FrameDecoder decoder(FrameRole::Server);
    auto before = stream.take(firstCut);
    QCOMPARE(decoder.next(before).kind, Kind::NeedMore);
    const auto bytes = stream.take();
    auto rest = bytes;
    const FrameEvent event = decoder.next(rest);
    QCOMPARE(event.payload, QByteArrayView(script.last().payload));
    QCOMPARE(event.payload.data() + event.payload.size(), bytes.data() + bytes.size());
    QVERIFY(rest.empty());
}

void TestFrameDecoder::aPayloadStaysUntilTheNextCall()
{
    Stream stream({first(text("one ")), ping("Hello"), last("and two"), pong()});
    FrameDecoder decoder(FrameRole::Server);
    FrameEvent event;
    // Whatever becomes of the caller's buffer in between.
    const auto feed = [&](qsizetype size) {
        QByteArray buffer(size + FrameDecoder::PaddingBytes, '\0');
        std::ranges::copy(stream.take(size), buffer.begin());
        std::span<char> bytes(buffer.data(), static_cast<std::size_t>(size));
        event = decoder.next(bytes);
        buffer.fill('#');
    };
    feed(17); // the first fragment, and the ping up to its first letter
    QCOMPARE(event.kind, Kind::NeedMore);
    feed(3);
    QCOMPARE(event.kind, Kind::NeedMore);
    feed(1);
    QCOMPARE(event.payload, QByteArrayView("Hello"));
    feed(13);
    QCOMPARE(event.payload, QByteArrayView("one and two"));
}

void TestFrameDecoder::roomIsForTheRestOfADataFrame()
{
    Stream stream({binary(QByteArray(1000, 'x')), ping("Hello")});
    FrameDecoder decoder(FrameRole::Server);
    QVERIFY(decoder.room().empty());
    const auto feed = [&](qsizetype size) {
        auto bytes = stream.take(size);
        return decoder.next(bytes).kind;
    };
    QCOMPARE(feed(7), Kind::NeedMore);
    QVERIFY(decoder.room().empty()); // inside of a header
    QCOMPARE(feed(1), Kind::NeedMore);
    QCOMPARE(std::ssize(decoder.room()), 1000);
    QCOMPARE(feed(400), Kind::NeedMore);
    QCOMPARE(std::ssize(decoder.room()), 600);
    QCOMPARE(feed(600), Kind::Message);
    QVERIFY(decoder.room().empty());
    QCOMPARE(feed(8), Kind::NeedMore);
    QVERIFY(decoder.room().empty()); // inside of a ping
    QCOMPARE(feed(3), Kind::Control);
    QVERIFY(decoder.room().empty());
}

void TestFrameDecoder::roomTakesTheRestAndTheBufferWhatFollows()
{
    Stream stream({text(QByteArray(1000, 'x')), ping("Hello")});
    FrameDecoder decoder(FrameRole::Server);
    auto begin = stream.take(108);
    QCOMPARE(decoder.next(begin).kind, Kind::NeedMore);

    std::ranges::copy(stream.take(900), decoder.room().begin());
    decoder.filled(900);
    auto behind = stream.take();
    FrameEvent event = decoder.next(behind);
    QCOMPARE(event.kind, Kind::Message);
    QCOMPARE(event.payload.toByteArray(), QByteArray(1000, 'x'));
    event = decoder.next(behind);
    QCOMPARE(event.kind, Kind::Control);
    QCOMPARE(event.payload, QByteArrayView("Hello"));
    QCOMPARE(decoder.next(behind).kind, Kind::NeedMore);
}

void TestFrameDecoder::anAnnouncementReservesLittle()
{
    static constexpr qsizetype Length = 16 << 20;
    static constexpr qsizetype Trusted = 64 << 10;
    FrameDecoder decoder(FrameRole::Client, {.maxPayloadLength = Length});
    Stream stream({announcing(Length, binary(""))}, FrameRole::Client);
    auto header = stream.take();
    QCOMPARE(decoder.next(header).kind, Kind::NeedMore);
    FrameEvent event;
    qsizetype received = 0;
    while (event.kind == Kind::NeedMore) {
        const auto room = decoder.room();
        QVERIFY(!room.empty());
        // Never more in all than twice what has come, for one read.
        QVERIFY(received + std::ssize(room) <= std::max(2 * received + Trusted, Trusted));
        std::ranges::fill(room, '\xfe');
        decoder.filled(std::ssize(room));
        received += std::ssize(room);
        std::span<char> none;
        event = decoder.next(none);
    }
    QCOMPARE(received, Length);
    QCOMPARE(event.payload.size(), Length);
    QVERIFY(std::ranges::all_of(event.payload, [](char c) { return c == '\xfe'; }));
}

void TestFrameDecoder::knowsWhetherItIsInsideAFrame()
{
    Stream stream({first(text("ab")), last("cd")});
    FrameDecoder decoder(FrameRole::Server);
    QVERIFY(!decoder.isInsideFrame());
    for (int byte = 1; byte <= 16; ++byte) {
        auto bytes = stream.take(1);
        decoder.next(bytes);
        const bool isBetween = byte == 8 || byte == 16;
        QVERIFY2(decoder.isInsideFrame() != isBetween, QByteArray::number(byte).constData());
    }
}

void TestFrameDecoder::anIdleDecoderIsSmall()
{
    QVERIFY(sizeof(FrameDecoder) <= 128);
}

void TestFrameDecoder::aMessageIsPaddedForItsDecoder()
{
    QVERIFY(FrameDecoder::PaddingBytes >= MessageDecoder::PaddingBytes);
}

QTEST_GUILESS_MAIN(TestFrameDecoder)
#include "tst_frame_decoder.moc"
