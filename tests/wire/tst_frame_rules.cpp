// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wire/every_cut.h"
#include "tests/wire/frame_script.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace signalbox;
using Form = ScriptFrame::LengthForm;

namespace {

constexpr std::array Roles{FrameRole::Server, FrameRole::Client};

constexpr auto Hello = "Hello, world!";
constexpr auto HelloSeen = "text Hello, world!";
constexpr auto BadRsv = "1002 reserved bits are set";
constexpr auto BadOpcode = "1002 the opcode is reserved";
constexpr auto BadLength = "1002 a length is not in its shortest form";
constexpr auto HugeLength = "1002 a length has its highest bit set";
constexpr auto LongControl = "1002 a control frame is longer than 125 bytes";
constexpr auto SplitControl = "1002 a control frame is fragmented";
constexpr auto Nothing = "1002 there is no message to continue";
constexpr auto Unfinished = "1002 a message begins inside another one";

/// Feeds byte by byte; returns how many it took to a failure, 0 if there is none.
qsizetype bytesToFailure(StreamDecoding &decoding, const QByteArray &stream)
{
    for (qsizetype at = 0; at < stream.size(); ++at) {
        decoding.feed(QByteArrayView(stream).sliced(at, 1));
        if (!decoding.events().isEmpty()
            && decoding.events().last().kind == FrameEvent::Kind::Failed)
            return at + 1;
    }
    return 0;
}

} // namespace

/// What no peer may send (RFC 6455 section 5; rows W1 and W2): 1002.
class TestFrameRules : public QObject
{
    Q_OBJECT

private slots:
    static void refusesInEveryCut_data();
    static void refusesInEveryCut();
    static void refusesTheMaskOfTheOtherRole_data();
    static void refusesTheMaskOfTheOtherRole();
    static void refusesAtTheEarliestByte_data();
    static void refusesAtTheEarliestByte();
    static void rsv1IsForAnAgreedExtension_data();
    static void rsv1IsForAnAgreedExtension();
    static void aFailureStays();
    static void everyCauseFitsIntoACloseFrame();

private:
    static void addReservedRows();
    static void addLengthRows();
    static void addFragmentRows();
};

void TestFrameRules::addReservedRows()
{
    using Script = FrameScript;
    QTest::newRow("W1: RSV3 (3.1)") << Script{withRsv(1, text(Hello))} << QByteArrayList{BadRsv};
    QTest::newRow("W1: RSV2 after a message (3.2)")
        << Script{text(Hello), withRsv(2, text(Hello)), ping()}
        << QByteArrayList{HelloSeen, BadRsv};
    QTest::newRow("W1: RSV2 and RSV3 (3.3)") << Script{text(Hello), withRsv(3, text(Hello)), ping()}
                                             << QByteArrayList{HelloSeen, BadRsv};
    QTest::newRow("W1: RSV1 without an extension (3.4)")
        << Script{text(Hello), withRsv(4, text(Hello)), ping()}
        << QByteArrayList{HelloSeen, BadRsv};
    QTest::newRow("W1: RSV1 and RSV3 on a binary frame (3.5)")
        << Script{withRsv(5, binary(Hello))} << QByteArrayList{BadRsv};
    QTest::newRow("W1: RSV1 and RSV2 on a ping (3.6)")
        << Script{withRsv(6, ping(Hello))} << QByteArrayList{BadRsv};
    QTest::newRow("W1: all of RSV on a close (3.7)")
        << Script{withRsv(7, closing(1000))} << QByteArrayList{BadRsv};
    QTest::newRow("W1: RSV on a continuation")
        << Script{first(text("a")), withRsv(4, last("b"))} << QByteArrayList{BadRsv};

    static constexpr std::array<quint8, 5> DataOpcodes{3, 4, 5, 6, 7};
    for (const quint8 opcode : DataOpcodes) {
        QTest::addRow("W1: reserved data opcode %d (4.1.%d)", opcode, opcode - 2)
            << Script{text(Hello), withOpcode(opcode, text(Hello)), ping()}
            << QByteArrayList{HelloSeen, BadOpcode};
    }
    static constexpr std::array<quint8, 5> ControlOpcodes{11, 12, 13, 14, 15};
    for (const quint8 opcode : ControlOpcodes) {
        QTest::addRow("W1: reserved control opcode %d (4.2.%d)", opcode, opcode - 10)
            << Script{text(Hello), withOpcode(opcode, text("")), ping()}
            << QByteArrayList{HelloSeen, BadOpcode};
    }
    QTest::newRow("W1: a reserved opcode inside a fragmented message")
        << Script{first(text("a")), withOpcode(3, last("b"))} << QByteArrayList{BadOpcode};
}

void TestFrameRules::addLengthRows()
{
    using Script = FrameScript;
    const auto in16 = [](const ScriptFrame &frame) { return withForm(Form::TwoBytes, frame); };
    const auto in64 = [](const ScriptFrame &frame) { return withForm(Form::EightBytes, frame); };

    QTest::newRow("W1: a ping of 126 bytes (2.5)")
        << Script{ping(QByteArray(126, '\xfe'))} << QByteArrayList{LongControl};
    QTest::newRow("W1: a pong of 65536 bytes")
        << Script{pong(QByteArray(65536, 'x'))} << QByteArrayList{LongControl};
    QTest::newRow("W1: a close of 126 bytes (7.3.6)")
        << Script{closing(1000, QByteArray(124, '*'))} << QByteArrayList{LongControl};
    QTest::newRow("W1: a ping with a length that is not minimal")
        << Script{in16(ping("a"))} << QByteArrayList{LongControl};

    QTest::newRow("W1: 0 in 16 bits") << Script{in16(text(""))} << QByteArrayList{BadLength};
    QTest::newRow("W1: 125 in 16 bits")
        << Script{in16(text(QByteArray(125, '*')))} << QByteArrayList{BadLength};
    QTest::newRow("126 in 16 bits is minimal") << Script{in16(text(QByteArray(126, '*')))}
                                               << QByteArrayList{"text " + QByteArray(126, '*')};
    QTest::newRow("W1: 5 in 64 bits") << Script{in64(text("Hello"))} << QByteArrayList{BadLength};
    QTest::newRow("W1: 65535 in 64 bits")
        << Script{in64(binary(QByteArray(65535, '*')))} << QByteArrayList{BadLength};
    QTest::newRow("65536 in 64 bits is minimal")
        << Script{in64(binary(QByteArray(65536, '*')))}
        << QByteArrayList{"binary " + QByteArray(65536, '*')};
    QTest::newRow("W1: 2^63") << Script{announcing(quint64{1} << 63U, binary(""))}
                              << QByteArrayList{HugeLength};
    QTest::newRow("W1: 2^64-1") << Script{announcing(~quint64{0}, text(""))}
                                << QByteArrayList{HugeLength};
    QTest::newRow("2^63-1 is only too big") << Script{announcing(~quint64{0} >> 1U, text(""))}
                                            << QByteArrayList{"1009 the message is too big"};
}

void TestFrameRules::addFragmentRows()
{
    using Script = FrameScript;
    QTest::newRow("W1: a fragmented ping (5.1)")
        << Script{first(ping("fragment1")), last("fragment2")} << QByteArrayList{SplitControl};
    QTest::newRow("W1: a fragmented pong (5.2)")
        << Script{first(pong("fragment1")), last("fragment2")} << QByteArrayList{SplitControl};
    QTest::newRow("W1: a fragmented close")
        << Script{first(closing(1000))} << QByteArrayList{SplitControl};

    QTest::newRow("W2: a last fragment of nothing (5.9-5.11)")
        << Script{last("non-continuation payload"), text(Hello)} << QByteArrayList{Nothing};
    QTest::newRow("W2: a fragment in the middle of nothing (5.12-5.14)")
        << Script{middle("non-continuation payload"), text(Hello)} << QByteArrayList{Nothing};
    QTest::newRow("W2: a fragment after the last one (5.15)")
        << Script{first(text("fragment1")), last("fragment2"), middle("fragment3"),
                  text("fragment4")}
        << QByteArrayList{"text fragment1fragment2", Nothing};
    QTest::newRow("W2: a fragment in the middle of nothing, twice (5.16, 5.17)")
        << Script{middle("fragment1"), text("fragment2"), last("fragment3")}
        << QByteArrayList{Nothing};
    QTest::newRow("W2: a fragment after an unfragmented message")
        << Script{binary("a"), last("b")} << QByteArrayList{"binary a", Nothing};
    QTest::newRow("W2: a text inside a fragmented text (5.18)")
        << Script{first(text("fragment1")), text("fragment2")} << QByteArrayList{Unfinished};
    QTest::newRow("W2: a binary frame inside a fragmented text")
        << Script{first(text("fragment1")), ping("p"), first(binary("fragment2"))}
        << QByteArrayList{"ping p", Unfinished};
    QTest::newRow("W2: a text inside a message of empty fragments")
        << Script{first(text("")), text("")} << QByteArrayList{Unfinished};
}

void TestFrameRules::refusesInEveryCut_data()
{
    QTest::addColumn<FrameScript>("script");
    QTest::addColumn<QByteArrayList>("events");
    addReservedRows();
    addLengthRows();
    addFragmentRows();
}

void TestFrameRules::refusesInEveryCut()
{
    QFETCH(const FrameScript, script);
    QFETCH(const QByteArrayList, events);
    for (const FrameRole role : Roles) {
        const auto other =
            firstOtherOutcome({.role = role, .limits = {}}, bytesOf(script, role), events);
        QVERIFY2(other.isEmpty(), other.constData());
    }
}

void TestFrameRules::refusesTheMaskOfTheOtherRole_data()
{
    QTest::addColumn<FrameScript>("script");
    QTest::addColumn<QByteArrayList>("before");

    QTest::newRow("W1: the first frame")
        << FrameScript{withWrongMask(text("Hello"))} << QByteArrayList{};
    QTest::newRow("W1: an empty frame") << FrameScript{withWrongMask(text(""))} << QByteArrayList{};
    QTest::newRow("W1: a control frame")
        << FrameScript{withWrongMask(ping("Hello"))} << QByteArrayList{};
    QTest::newRow("W1: a later frame")
        << FrameScript{text("a"), withWrongMask(text("b"))} << QByteArrayList{"text a"};
    QTest::newRow("W1: a fragment")
        << FrameScript{first(text("a")), withWrongMask(last("b"))} << QByteArrayList{};
}

void TestFrameRules::refusesTheMaskOfTheOtherRole()
{
    QFETCH(const FrameScript, script);
    QFETCH(const QByteArrayList, before);
    for (const FrameRole role : Roles) {
        const QByteArray failure = role == FrameRole::Server ? "1002 a client's frame is not masked"
                                                             : "1002 a server's frame is masked";
        const auto other = firstOtherOutcome({.role = role, .limits = {}}, bytesOf(script, role),
                                             before + QByteArrayList{failure});
        QVERIFY2(other.isEmpty(), other.constData());
    }
}

void TestFrameRules::refusesAtTheEarliestByte_data()
{
    QTest::addColumn<FrameScript>("before");
    QTest::addColumn<QByteArray>("header"); // up to the byte that shows the fault, without mask bit
    QTest::addColumn<QByteArray>("failure");

    const FrameScript none;
    const FrameScript begun{first(text("a"))};
    const auto hex = [](const char *digits) { return QByteArray::fromHex(digits); };
    QTest::newRow("RSV at the first byte") << none << hex("c1") << QByteArray(BadRsv);
    QTest::newRow("a reserved opcode at the first byte")
        << none << hex("83") << QByteArray(BadOpcode);
    QTest::newRow("a fragmented control frame at the first byte")
        << none << hex("09") << QByteArray(SplitControl);
    QTest::newRow("nothing to continue at the first byte")
        << none << hex("80") << QByteArray(Nothing);
    QTest::newRow("a message inside another one at the first byte")
        << begun << hex("81") << QByteArray(Unfinished);
    QTest::newRow("a long control frame at the second byte")
        << none << hex("897e") << QByteArray(LongControl);
    QTest::newRow("a close frame of one byte at the second byte")
        << none << hex("8801") << QByteArray("1002 a close frame has half a close code");
    QTest::newRow("less than 126 in 16 bits at the last length byte")
        << none << hex("827e007d") << QByteArray(BadLength);
    QTest::newRow("less than 2^16 in 64 bits at the sixth length byte")
        << none << hex("827f000000000000") << QByteArray(BadLength);
    QTest::newRow("2^63 at the first length byte")
        << none << hex("827f80") << QByteArray(HugeLength);
    QTest::newRow("more than 1 MiB at the length byte that shows it")
        << none << hex("827f000000000011") << QByteArray("1009 the message is too big");
    QTest::newRow("1 MiB and a byte at the last length byte")
        << none << hex("827f0000000000100001") << QByteArray("1009 the message is too big");
    QTest::newRow("1 MiB behind another fragment at the length byte that shows it")
        << begun << hex("807f000000000010") << QByteArray("1009 the message is too big");
}

void TestFrameRules::refusesAtTheEarliestByte()
{
    QFETCH(const FrameScript, before);
    QFETCH(QByteArray, header);
    QFETCH(const QByteArray, failure);
    for (const FrameRole role : Roles) {
        QByteArray begun = header;
        if (role == FrameRole::Server && begun.size() > 1)
            begun[1] = static_cast<char>(begun[1] | '\x80');
        StreamDecoding decoding({.role = role, .limits = {}});
        const QByteArray stream = bytesOf(before, role) + begun;
        QCOMPARE(bytesToFailure(decoding, stream), stream.size());
        QCOMPARE(toText(decoding.events().last()), failure);
    }
    for (const FrameRole role : Roles) { // the wrong mask bit too
        StreamDecoding decoding({.role = role, .limits = {}});
        const QByteArray stream = role == FrameRole::Server ? "\x81\x05more" : "\x81\x85more";
        QCOMPARE(bytesToFailure(decoding, stream), qsizetype{2});
    }
}

void TestFrameRules::rsv1IsForAnAgreedExtension_data()
{
    QTest::addColumn<FrameScript>("script");
    QTest::addColumn<QByteArrayList>("events");

    QTest::newRow("a compressed message")
        << FrameScript{withRsv(4, text("squeezed")), withRsv(4, binary("\xff"))}
        << QByteArrayList{"compressed text squeezed", "compressed binary \xff"};
    QTest::newRow("a message that is not compressed")
        << FrameScript{text("plain"), withRsv(4, text("squeezed")), text("plain again")}
        << QByteArrayList{"text plain", "compressed text squeezed", "text plain again"};
    QTest::newRow("only the first fragment has the bit")
        << FrameScript{first(withRsv(4, text("squ"))), ping("p"), last("eezed"), text("plain")}
        << QByteArrayList{"ping p", "compressed text squeezed", "text plain"};
    QTest::newRow("compressed bytes need not be UTF-8")
        << FrameScript{withRsv(4, text("\xff\xfe")), first(withRsv(4, text("\xc3"))), last("\xff")}
        << QByteArrayList{"compressed text \xff\xfe", "compressed text \xc3\xff"};
    QTest::newRow("a plain text must still be UTF-8")
        << FrameScript{withRsv(4, text("squeezed")), text("\xff")}
        << QByteArrayList{"compressed text squeezed", "1007 a text message is not UTF-8"};
    QTest::newRow("a later fragment may not have the bit")
        << FrameScript{first(withRsv(4, text("squ"))), withRsv(4, last("eezed"))}
        << QByteArrayList{BadRsv};
    QTest::newRow("a control frame may not have the bit")
        << FrameScript{withRsv(4, ping("p"))} << QByteArrayList{BadRsv};
    QTest::newRow("RSV2 is for nobody")
        << FrameScript{withRsv(6, text("a"))} << QByteArrayList{BadRsv};
    QTest::newRow("a compressed message has the same limit")
        << FrameScript{announcing((1 << 20) + 1, withRsv(4, text("")))}
        << QByteArrayList{"1009 the message is too big"};
}

void TestFrameRules::rsv1IsForAnAgreedExtension()
{
    QFETCH(const FrameScript, script);
    QFETCH(const QByteArrayList, events);
    for (const FrameRole role : Roles) {
        const auto other = firstOtherOutcome({.role = role, .limits = {}, .isRsv1Allowed = true},
                                             bytesOf(script, role), events);
        QVERIFY2(other.isEmpty(), other.constData());
    }
}

void TestFrameRules::aFailureStays()
{
    StreamDecoding decoding({});
    decoding.feed("\xc1");
    decoding.feed(bytesOf({text("Hello"), last("")}, FrameRole::Server));
    decoding.feedIntoRoom(bytesOf({text("Hello")}, FrameRole::Server));
    QCOMPARE(decoding.events().size(), 1);
    QCOMPARE(toText(decoding.events().first()), BadRsv);
}

void TestFrameRules::everyCauseFitsIntoACloseFrame()
{
    static constexpr auto Last = FrameFault::TooManyEmptyFragments;
    for (quint8 number = 1; number <= static_cast<quint8>(Last); ++number) {
        const FrameFaultRow &row = frameFaultRow(static_cast<FrameFault>(number));
        QCOMPARE(static_cast<quint8>(row.fault), number);
        QVERIFY2(qstrlen(row.why) > 0 && qstrlen(row.why) <= MaxCloseReasonBytes, row.why);
        QVERIFY(isSendableCloseCode(row.reason.code));
    }
}

QTEST_GUILESS_MAIN(TestFrameRules)
#include "tst_frame_rules.moc"
