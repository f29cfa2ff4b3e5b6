// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wire/every_cut.h"
#include "tests/wire/frame_script.h"

#include <QTest>

#include <array>

using namespace signalbox;

namespace {

constexpr std::array Roles{FrameRole::Server, FrameRole::Client};

constexpr auto TooBig = "1009 the message is too big";
constexpr auto TooMany = "1008 the message has too many fragments";
constexpr auto TooManyEmpty = "1008 the message has too many empty fragments";

/// A text in `count` fragments of one letter.
FrameScript letters(qsizetype count)
{
    return fragments(text(QByteArray(count, 'x')), 1);
}

/// A text in `count` fragments without a byte, with these put in before the last of them.
FrameScript empties(qsizetype count, const FrameScript &between = {})
{
    FrameScript script{first(text(""))};
    script += FrameScript(count - 2, middle(""));
    return script + between + FrameScript{last("")};
}

} // namespace

/// How much a peer may send in one message (rows W4 and W5).
class TestFrameDecoderLimits : public QObject
{
    Q_OBJECT

private slots:
    static void limitsThePayload_data();
    static void limitsThePayload();
    static void limitsFragments_data();
    static void limitsFragments();
    static void theDefaultsAreThoseOfTheOptions_data();
    static void theDefaultsAreThoseOfTheOptions();
    static void aMessageThatIsTooBigIsNotKept();
    static void limitsCanChange();
};

void TestFrameDecoderLimits::limitsThePayload_data()
{
    QTest::addColumn<qint64>("limit");
    QTest::addColumn<FrameScript>("script");
    QTest::addColumn<QByteArrayList>("events");

    using Script = FrameScript;
    QTest::newRow("W4: the limit itself is accepted")
        << qint64{8} << Script{text("12345678")} << QByteArrayList{"text 12345678"};
    QTest::newRow("W4: one byte more is 1009")
        << qint64{8} << Script{text("123456789")} << QByteArrayList{TooBig};
    QTest::newRow("W4: the limit counts for each message")
        << qint64{8} << Script{text("12345678"), text("12345678"), text("123456789")}
        << QByteArrayList{"text 12345678", "text 12345678", TooBig};
    QTest::newRow("W4: fragments count together")
        << qint64{8} << Script{first(text("1234")), middle("5678"), last("9")}
        << QByteArrayList{TooBig};
    QTest::newRow("W4: fragments may reach the limit")
        << qint64{8} << Script{first(text("1234")), middle("5678"), last(""), text("1")}
        << QByteArrayList{"text 12345678", "text 1"};
    QTest::newRow("W4: control frames do not count")
        << qint64{8}
        << Script{ping("123456789"), first(text("1234")), ping("123456789"), last("5678")}
        << QByteArrayList{"ping 123456789", "ping 123456789", "text 12345678"};
    QTest::newRow("W4: the header alone is refused")
        << qint64{8} << Script{announcing(9, text(""))} << QByteArrayList{TooBig};
    QTest::newRow("W4: a length in 16 bits")
        << qint64{300} << Script{announcing(301, binary(""))} << QByteArrayList{TooBig};
    QTest::newRow("W4: a length in 64 bits")
        << qint64{70'000} << Script{announcing(70'001, binary(""))} << QByteArrayList{TooBig};
    QTest::newRow("W4: a fragment that announces too much behind others")
        << qint64{70'000} << Script{first(binary("1234")), announcing(69'997, last(""))}
        << QByteArrayList{TooBig};
    QTest::newRow("W4: the sum of the lengths cannot overflow")
        << qint64{8} << Script{first(binary("1234")), announcing(~quint64{0} >> 1U, last(""))}
        << QByteArrayList{TooBig};
    QTest::newRow("W4: a limit of nothing lets empty messages through")
        << qint64{0} << Script{text(""), ping("p"), text("1")}
        << QByteArrayList{"text", "ping p", TooBig};
}

void TestFrameDecoderLimits::limitsThePayload()
{
    QFETCH(const qint64, limit);
    QFETCH(const FrameScript, script);
    QFETCH(const QByteArrayList, events);
    for (const FrameRole role : Roles) {
        const auto other = firstOtherOutcome({.role = role, .limits = {.maxPayloadLength = limit}},
                                             bytesOf(script, role), events);
        QVERIFY2(other.isEmpty(), other.constData());
    }
}

void TestFrameDecoderLimits::limitsFragments_data()
{
    QTest::addColumn<qint64>("maxFragments");
    QTest::addColumn<qint64>("maxEmpty");
    QTest::addColumn<FrameScript>("script");
    QTest::addColumn<QByteArrayList>("events");

    const FrameScript end{text("end")};
    const FrameScript pings(5, ping());
    const QByteArrayList pinged(5, "ping");
    QTest::newRow("W5: as many fragments as allowed")
        << qint64{3} << qint64{0} << letters(3) + end << QByteArrayList{"text xxx", "text end"};
    QTest::newRow("W5: one fragment more is 1008")
        << qint64{3} << qint64{0} << letters(4) << QByteArrayList{TooMany};
    QTest::newRow("W5: each message counts for itself")
        << qint64{3} << qint64{0} << letters(3) + letters(3) + letters(4)
        << QByteArrayList{"text xxx", "text xxx", TooMany};
    QTest::newRow("W5: 0 is no limit")
        << qint64{0} << qint64{0} << letters(200) << QByteArrayList{"text " + QByteArray(200, 'x')};
    QTest::newRow("W5: an unfragmented message never counts")
        << qint64{1} << qint64{0} << FrameScript{text("a"), text(""), text("b")}
        << QByteArrayList{"text a", "text", "text b"};
    QTest::newRow("W5: a second fragment where only one is allowed")
        << qint64{1} << qint64{0} << letters(2) << QByteArrayList{TooMany};
    QTest::newRow("W5: control frames are no fragments")
        << qint64{2} << qint64{2} << empties(2, pings) << pinged + QByteArrayList{"text"};

    QTest::newRow("W5: as many empty fragments as allowed, with the first and the last")
        << qint64{0} << qint64{3} << empties(3) + end << QByteArrayList{"text", "text end"};
    QTest::newRow("W5: one empty fragment more is 1008")
        << qint64{0} << qint64{3} << empties(4) << QByteArrayList{TooManyEmpty};
    QTest::newRow("W5: empty fragments between others count together")
        << qint64{0} << qint64{2}
        << FrameScript{first(text("a")), middle(""), middle("b"), middle(""), middle("c"), last("")}
        << QByteArrayList{TooManyEmpty};
    QTest::newRow("W5: empty fragments of each message count for themselves")
        << qint64{0} << qint64{2} << empties(2) + empties(2) + end
        << QByteArrayList{"text", "text", "text end"};
    QTest::newRow("W5: none allowed, and the first is empty")
        << qint64{0} << qint64{0} << FrameScript{first(text(""))} << QByteArrayList{TooManyEmpty};
    QTest::newRow("W5: none allowed, and the last is empty")
        << qint64{0} << qint64{0} << FrameScript{first(text("a")), last("")}
        << QByteArrayList{TooManyEmpty};
    QTest::newRow("W5: none allowed, and a whole message is empty")
        << qint64{0} << qint64{0} << FrameScript{text(""), binary("")}
        << QByteArrayList{"text", "binary"};
    QTest::newRow("W5: an empty fragment over both limits")
        << qint64{2} << qint64{2} << empties(3) << QByteArrayList{TooMany};
}

void TestFrameDecoderLimits::limitsFragments()
{
    QFETCH(const qint64, maxFragments);
    QFETCH(const qint64, maxEmpty);
    QFETCH(const FrameScript, script);
    QFETCH(const QByteArrayList, events);
    FrameLimits limits;
    limits.maxFragments = maxFragments;
    limits.maxEmptyFragments = maxEmpty;
    for (const FrameRole role : Roles) {
        const auto other =
            firstOtherOutcome({.role = role, .limits = limits}, bytesOf(script, role), events);
        QVERIFY2(other.isEmpty(), other.constData());
    }
}

void TestFrameDecoderLimits::theDefaultsAreThoseOfTheOptions_data()
{
    QTest::addColumn<FrameScript>("script");
    QTest::addColumn<QByteArray>("lastEvent");

    const QByteArray mebibyte(1 << 20, 'x');
    QTest::newRow("W4: 1 MiB is accepted") << FrameScript{text(mebibyte)} << "text " + mebibyte;
    QTest::newRow("W4: over 1 MiB is 1009")
        << FrameScript{text(mebibyte + 'x')} << QByteArray(TooBig);
    QTest::newRow("W5: 16,384 fragments are accepted")
        << letters(16'384) << "text " + QByteArray(16'384, 'x');
    QTest::newRow("W5: over 16,384 fragments are 1008") << letters(16'385) << QByteArray(TooMany);
    QTest::newRow("W5: 100 empty fragments are accepted") << empties(100) << QByteArray("text");
    QTest::newRow("W5: over 100 empty fragments are 1008")
        << empties(101) << QByteArray(TooManyEmpty);
}

void TestFrameDecoderLimits::theDefaultsAreThoseOfTheOptions()
{
    QFETCH(const FrameScript, script);
    QFETCH(const QByteArray, lastEvent);
    StreamDecoding decoding({});
    decoding.feed(bytesOf(script, FrameRole::Server));
    QCOMPARE(decoding.events().size(), 1);
    QVERIFY(toText(decoding.events().last()) == lastEvent); // too long to be shown
}

void TestFrameDecoderLimits::aMessageThatIsTooBigIsNotKept()
{
    FrameDecoder decoder(FrameRole::Client, {.maxPayloadLength = 8});
    QByteArray stream = bytesOf({announcing(9, text("1234"))}, FrameRole::Client);
    stream.append(FrameDecoder::PaddingBytes, '\0');
    std::span<char> header(stream.data(), 2);
    QCOMPARE(decoder.next(header).kind, FrameEvent::Kind::Failed);
    QVERIFY(decoder.room().empty());
}

void TestFrameDecoderLimits::limitsCanChange()
{
    FrameDecoder decoder(FrameRole::Client, {.maxPayloadLength = 4});
    const auto feed = [&decoder](const FrameScript &script) {
        QByteArray stream = bytesOf(script, FrameRole::Client);
        const auto size = static_cast<std::size_t>(stream.size());
        stream.append(FrameDecoder::PaddingBytes, '\0');
        std::span<char> bytes(stream.data(), size);
        return decoder.next(bytes).kind;
    };
    QCOMPARE(feed({text("1234")}), FrameEvent::Kind::Message);
    decoder.setLimits({.maxPayloadLength = 8});
    QCOMPARE(feed({text("12345678")}), FrameEvent::Kind::Message);
    // A message that has begun may be longer than a lower limit, but not grow.
    QCOMPARE(feed({first(text("12345678"))}), FrameEvent::Kind::NeedMore);
    decoder.setLimits({.maxPayloadLength = 4});
    QCOMPARE(feed({middle("")}), FrameEvent::Kind::NeedMore);
    QCOMPARE(feed({last("9")}), FrameEvent::Kind::Failed);
}

QTEST_GUILESS_MAIN(TestFrameDecoderLimits)
#include "tst_frame_decoder_limits.moc"
