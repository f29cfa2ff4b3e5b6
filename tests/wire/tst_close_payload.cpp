// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wire/every_cut.h"
#include "tests/wire/frame_script.h"
#include "tests/wire/utf8_samples.h"
#include "wire/frame/close_payload.h"
#include "wire/frame/frame_encoder.h"

#include <QTest>

#include <array>

using namespace signalbox;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Utf8Sample)

namespace {

constexpr std::array Roles{FrameRole::Server, FrameRole::Client};

constexpr auto HalfCode = "1002 a close frame has half a close code";
constexpr auto BadCode = "1002 the close code may not be sent";
constexpr auto BadReason = "1007 a close reason is not UTF-8";

QByteArray codeBytes(quint16 code)
{
    return closing(code).payload;
}

} // namespace

/// What close frames say (RFC 6455 sections 5.5.1 and 7.4; row W7).
class TestClosePayload : public QObject
{
    Q_OBJECT

private slots:
    static void checksAFrameInEveryCut_data();
    static void checksAFrameInEveryCut();
    static void aReasonIsUtf8_data();
    static void aReasonIsUtf8();
    static void failsAtTheEarliestByte_data();
    static void failsAtTheEarliestByte();
    static void reads_data();
    static void reads();
    static void makes_data();
    static void makes();
    static void whatIsMadeIsAccepted();
};

void TestClosePayload::checksAFrameInEveryCut_data()
{
    QTest::addColumn<FrameScript>("script");
    QTest::addColumn<QByteArrayList>("events");

    using Script = FrameScript;
    QTest::newRow("W7: an empty payload is valid (7.3.1)")
        << Script{closing("")} << QByteArrayList{"close"};
    QTest::newRow("W7: one byte is 1002 (7.3.2)")
        << Script{closing("a")} << QByteArrayList{HalfCode};
    QTest::newRow("W7: a code without a reason is valid (7.3.3)")
        << Script{closing(1000)} << QByteArrayList{"close " + codeBytes(1000)};
    QTest::newRow("W7: a code with a reason is valid (7.3.4)")
        << Script{closing(1000, "Hello World!")}
        << QByteArrayList{"close " + codeBytes(1000) + "Hello World!"};
    QTest::newRow("W7: a reason of 123 bytes is valid (7.3.5)")
        << Script{closing(1000, QByteArray(123, '*'))}
        << QByteArrayList{"close " + codeBytes(1000) + QByteArray(123, '*')};
    QTest::newRow("W3: a surrogate in the reason (7.5.1)")
        << Script{closing(1000, "\xce\xba\xed\xa0\x80"
                                "edited")}
        << QByteArrayList{BadReason};
    QTest::newRow("W7: a bad code comes before a bad reason")
        << Script{closing(1005, "\xff")} << QByteArrayList{BadCode};
    QTest::newRow("W7: a message before the close (7.1.1)")
        << Script{text("Hello"), closing(1000)}
        << QByteArrayList{"text Hello", "close " + codeBytes(1000)};
    QTest::newRow("W7: a close inside of a fragmented message (7.1.5)")
        << Script{first(text("fragment1")), closing(1001)}
        << QByteArrayList{"close " + codeBytes(1001)};
    QTest::newRow("W7: 256 KiB before the close (7.1.6)")
        << Script{text(QByteArray(256 << 10, 'x')), closing(1000)}
        << QByteArrayList{"text " + QByteArray(256 << 10, 'x'), "close " + codeBytes(1000)};

    static constexpr std::array<quint16, 18> Valid{1000, 1001, 1002, 1003, 1007, 1008,
                                                   1009, 1010, 1011, 1012, 1013, 1014,
                                                   3000, 3001, 3999, 4000, 4008, 4999};
    for (const quint16 code : Valid) {
        QTest::addRow("W7: %d is valid (7.7, 7.13)", code)
            << Script{closing(code)} << QByteArrayList{"close " + codeBytes(code)};
    }
    static constexpr std::array<quint16, 14> Bad{0,    1,    999,  1004, 1005, 1006,  1015,
                                                 1016, 1100, 2000, 2999, 5000, 32768, 65535};
    for (const quint16 code : Bad) {
        QTest::addRow("W7: %d is 1002 (7.9, 7.13)", code)
            << Script{closing(code)} << QByteArrayList{BadCode};
    }
}

void TestClosePayload::checksAFrameInEveryCut()
{
    QFETCH(const FrameScript, script);
    QFETCH(const QByteArrayList, events);
    for (const FrameRole role : Roles) {
        const auto other =
            firstOtherOutcome({.role = role, .limits = {}}, bytesOf(script, role), events);
        QVERIFY2(other.isEmpty(), other.constData());
    }
}

void TestClosePayload::aReasonIsUtf8_data()
{
    QTest::addColumn<Utf8Sample>("sample");
    for (const Utf8Sample &sample : utf8Samples())
        QTest::addRow("W3: %s", sample.name.constData()) << sample;
}

void TestClosePayload::aReasonIsUtf8()
{
    QFETCH(const Utf8Sample, sample);
    const QByteArrayList events{sample.isValid ? "close " + codeBytes(4000) + sample.bytes
                                               : BadReason};
    for (const FrameRole role : Roles) {
        const auto other = firstOtherOutcome({.role = role, .limits = {}},
                                             bytesOf({closing(4000, sample.bytes)}, role), events);
        QVERIFY2(other.isEmpty(), other.constData());
    }
}

void TestClosePayload::failsAtTheEarliestByte_data()
{
    QTest::addColumn<QByteArray>("come"); // of a payload that is 100 bytes long
    QTest::addColumn<QByteArray>("failure");

    QTest::newRow("a bad code") << codeBytes(1006) << QByteArray(BadCode);
    QTest::newRow("a surrogate") << codeBytes(1000) + "abc\xed\xa0" << QByteArray(BadReason);
    QTest::newRow("a byte that begins nothing")
        << codeBytes(1000) + "abc\xff" << QByteArray(BadReason);
}

void TestClosePayload::failsAtTheEarliestByte()
{
    QFETCH(const QByteArray, come);
    QFETCH(const QByteArray, failure);
    for (const FrameRole role : Roles) {
        const QByteArray stream = bytesOf({announcing(100, closing(come))}, role);
        StreamDecoding decoding({.role = role, .limits = {}});
        decoding.feed(stream.chopped(1));
        QVERIFY(decoding.events().isEmpty());
        decoding.feed(stream.last(1));
        QCOMPARE(decoding.events().size(), 1);
        QCOMPARE(toText(decoding.events().first()), failure);
    }
}

void TestClosePayload::reads_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<quint16>("code");
    QTest::addColumn<QByteArray>("reason");

    QTest::newRow("no payload is 1005") << QByteArray() << quint16{1005} << QByteArray();
    QTest::newRow("a code") << codeBytes(4711) << quint16{4711} << QByteArray();
    QTest::newRow("a code and a reason")
        << codeBytes(1001) + "gone for lunch" << quint16{1001} << QByteArray("gone for lunch");
}

void TestClosePayload::reads()
{
    QFETCH(const QByteArray, payload);
    QFETCH(const quint16, code);
    QFETCH(const QByteArray, reason);
    const ClosePayload read = readClosePayload(payload);
    QCOMPARE(read.code, code);
    QCOMPARE(read.reason.toByteArray(), reason);
}

void TestClosePayload::makes_data()
{
    QTest::addColumn<quint16>("code");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QByteArray>("payload");

    QTest::newRow("a code alone") << quint16{1000} << QString() << codeBytes(1000);
    QTest::newRow("a code and a reason")
        << quint16{4000} << u"kicked"_s << codeBytes(4000) + "kicked";
    QTest::newRow("1005 is never written") << quint16{1005} << u"none"_s << QByteArray();
    QTest::newRow("a reason of 123 bytes is whole")
        << quint16{4000} << QString(123, u'x') << codeBytes(4000) + QByteArray(123, 'x');
    QTest::newRow("a longer reason is cut")
        << quint16{4000} << QString(124, u'x') << codeBytes(4000) + QByteArray(123, 'x');
    QTest::newRow("a reason is cut between code points of two bytes")
        << quint16{4000} << u"ä"_s.repeated(62) << codeBytes(4000) + "ä"_ba.repeated(61);
    QTest::newRow("a reason is cut between code points of three bytes")
        << quint16{4000} << u'x' + u"你"_s.repeated(41)
        << codeBytes(4000) + 'x' + "你"_ba.repeated(40);
    QTest::newRow("a reason is cut between code points of four bytes")
        << quint16{4000} << u"👋"_s.repeated(31) << codeBytes(4000) + "👋"_ba.repeated(30);
    QTest::newRow("code points that just fit are kept")
        << quint16{4000} << u"你"_s.repeated(42) << codeBytes(4000) + "你"_ba.repeated(41);
}

void TestClosePayload::makes()
{
    QFETCH(const quint16, code);
    QFETCH(const QString, reason);
    QFETCH(const QByteArray, payload);
    QCOMPARE(makeClosePayload(code, reason), payload);
}

void TestClosePayload::whatIsMadeIsAccepted()
{
    // A lone half of a surrogate pair cannot be written in UTF-8.
    for (const QString &reason :
         {u"bye"_s, u"你"_s.repeated(60), QString(QChar(0xd83d)).repeated(60)}) {
        for (const quint16 code : {quint16{1000}, quint16{1005}, quint16{4000}}) {
            const QByteArray payload = makeClosePayload(code, reason);
            StreamDecoding decoding({.role = FrameRole::Client, .limits = {}});
            decoding.feed(encodeFrame(Opcode::Close, payload));
            QCOMPARE(decoding.events().size(), 1);
            QCOMPARE(decoding.events().first().kind, FrameEvent::Kind::Control);
            QCOMPARE(readClosePayload(decoding.events().first().payload).code, code);
        }
    }
}

QTEST_GUILESS_MAIN(TestClosePayload)
#include "tst_close_payload.moc"
