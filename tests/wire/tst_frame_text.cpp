// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wire/every_cut.h"
#include "tests/wire/frame_script.h"
#include "tests/wire/utf8_samples.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace signalbox;

Q_DECLARE_METATYPE(Utf8Sample)

namespace {

constexpr std::array Roles{FrameRole::Server, FrameRole::Client};

constexpr auto Bad = "1007 a text message is not UTF-8";
constexpr auto Cut = "1007 a text message ends inside a code point";

QByteArray kosme()
{
    return "\xce\xba\xe1\xbd\xb9\xcf\x83\xce\xbc\xce\xb5";
}

QByteArray hello()
{
    return "Hello-\xc2\xb5@\xc3\x9f\xc3\xb6\xc3\xa4\xc3\xbc\xc3\xa0\xc3\xa1-UTF-8!!";
}

QByteArray outcomeOf(const Utf8Sample &sample)
{
    if (sample.isValid)
        return "text " + sample.bytes;
    return sample.isCut() ? Cut : Bad;
}

} // namespace

/// Text messages are UTF-8 (RFC 6455 section 8.1; row W3): 1007, as soon as it is known.
class TestFrameText : public QObject
{
    Q_OBJECT

private slots:
    static void judgesAMessageInEveryCut_data();
    static void judgesAMessageInEveryCut();
    static void judgesFragmentsOfOneByte_data();
    static void judgesFragmentsOfOneByte();
    static void decodesInEveryCut_data();
    static void decodesInEveryCut();
    static void failsAtTheFirstBadByte_data();
    static void failsAtTheFirstBadByte();
};

void TestFrameText::judgesAMessageInEveryCut_data()
{
    QTest::addColumn<Utf8Sample>("sample");
    for (const Utf8Sample &sample : utf8Samples())
        QTest::addRow("W3: %s", sample.name.constData()) << sample;
}

void TestFrameText::judgesAMessageInEveryCut()
{
    QFETCH(const Utf8Sample, sample);
    for (const FrameRole role : Roles) {
        const auto other = firstOtherOutcome(
            {.role = role, .limits = {}}, bytesOf({text(sample.bytes)}, role), {outcomeOf(sample)});
        QVERIFY2(other.isEmpty(), other.constData());
    }
}

void TestFrameText::judgesFragmentsOfOneByte_data()
{
    judgesAMessageInEveryCut_data();
}

void TestFrameText::judgesFragmentsOfOneByte()
{
    QFETCH(const Utf8Sample, sample);
    FrameScript script = fragments(text(sample.bytes), 1);
    script.last().fin = false;
    script.append(last(""));
    for (const FrameRole role : Roles) {
        StreamDecoding decoding({.role = role, .limits = {}});
        decoding.feed(bytesOf(script, role));
        QCOMPARE(decoding.events().size(), 1);
        QCOMPARE(toText(decoding.events().first()), outcomeOf(sample));
    }
}

void TestFrameText::decodesInEveryCut_data()
{
    QTest::addColumn<FrameScript>("script");
    QTest::addColumn<QByteArrayList>("events");

    using Script = FrameScript;
    QTest::newRow("a text of many languages in one frame (6.2.1)")
        << Script{text(hello())} << QByteArrayList{"text " + hello()};
    QTest::newRow("fragments that end between code points (6.2.2)")
        << Script{first(text(hello().first(15))), last(hello().sliced(15))}
        << QByteArrayList{"text " + hello()};
    QTest::newRow("a code point split between fragments is valid (6.2.3)")
        << fragments(text(hello()), 1) << QByteArrayList{"text " + hello()};
    QTest::newRow("a code point of three bytes split between fragments is valid (6.2.4)")
        << fragments(text(kosme()), 1) << QByteArrayList{"text " + kosme()};
    QTest::newRow("a code point of four bytes split between fragments is valid")
        << Script{first(text("\xf0")), middle("\x9f\x91"), last("\x8b")}
        << QByteArrayList{"text \xf0\x9f\x91\x8b"};
    QTest::newRow("an empty fragment inside of a code point is valid")
        << Script{first(text("\xf0\x9f")), middle(""), middle("\x91\x8b"), last("")}
        << QByteArrayList{"text \xf0\x9f\x91\x8b"};
    QTest::newRow("a ping inside of a code point is valid")
        << Script{first(text("\xf0\x9f")), ping("\xff"), last("\x91\x8b")}
        << QByteArrayList{"ping \xff", "text \xf0\x9f\x91\x8b"};
    QTest::newRow("W3: fragments of one byte with a surrogate (6.3.2)")
        << fragments(text(kosme()
                          + "\xed\xa0\x80"
                            "edited"),
                     1)
        << QByteArrayList{Bad};
    QTest::newRow("W3: the bad bytes are in the second fragment (6.4.1)")
        << Script{first(text(kosme())), middle("\xf4\x90\x80\x80"), last("edited")}
        << QByteArrayList{Bad};
    QTest::newRow("W3: only the bad byte is in the second fragment (6.4.2)")
        << Script{first(text(kosme() + '\xf4')), middle("\x90"),
                  last("\x80\x80"
                       "edited")}
        << QByteArrayList{Bad};
    QTest::newRow("W3: a message ends inside a code point")
        << Script{first(text(kosme())), last("\xe2\x82")} << QByteArrayList{Cut};
    QTest::newRow("W3: a message ends inside a code point with an empty fragment")
        << Script{first(text("\xe2\x82")), last("")} << QByteArrayList{Cut};
    QTest::newRow("W3: a code point does not go on in the next message")
        << Script{text("\xe2\x82"), text("\xac")} << QByteArrayList{Cut};
    QTest::newRow("W3: ASCII inside of a code point")
        << Script{first(text("\xe2\x82")), last("abcdefghijklmnop")} << QByteArrayList{Bad};
    QTest::newRow("W3: a bad text after a good one")
        << Script{text(kosme()), text("\xff")} << QByteArrayList{"text " + kosme(), Bad};
    QTest::newRow("a binary message may hold anything")
        << Script{binary("\xff"), first(binary("\xc0")), last("\xed\xa0\x80")}
        << QByteArrayList{"binary \xff", "binary \xc0\xed\xa0\x80"};
    QTest::newRow("a text after a binary message that ends like a cut text")
        << Script{first(binary("\xe2")), last("\x82"), text("a")}
        << QByteArrayList{"binary \xe2\x82", "text a"};
    QTest::newRow("W3: the bad byte at the end of a long text")
        << Script{text(QByteArray("0123456789abcde\xc3\xa9").repeated(40) + '\xe9')}
        << QByteArrayList{Cut};
}

void TestFrameText::decodesInEveryCut()
{
    QFETCH(const FrameScript, script);
    QFETCH(const QByteArrayList, events);
    for (const FrameRole role : Roles) {
        const auto other =
            firstOtherOutcome({.role = role, .limits = {}}, bytesOf(script, role), events);
        QVERIFY2(other.isEmpty(), other.constData());
    }
}

void TestFrameText::failsAtTheFirstBadByte_data()
{
    QTest::addColumn<QByteArray>("good"); // bytes of the payload that are right
    QTest::addColumn<QByteArray>("bad"); // the one that is not

    QTest::newRow("W3: U+110000 in an incomplete frame (6.4.3, 6.4.4)")
        << kosme() + '\xf4' << QByteArray("\x90");
    QTest::newRow("W3: a surrogate in an incomplete frame")
        << kosme() + '\xed' << QByteArray("\xa0");
    QTest::newRow("W3: an overlong NUL in two bytes") << QByteArray("a") << QByteArray("\xc0");
    QTest::newRow("W3: an overlong NUL in three bytes")
        << QByteArray("a\xe0") << QByteArray("\x80");
    QTest::newRow("W3: an overlong NUL in four bytes") << QByteArray("a\xf0") << QByteArray("\x80");
    QTest::newRow("W3: a byte that begins nothing") << QByteArray("a") << QByteArray("\xf5");
    QTest::newRow("W3: a continuation byte alone") << QByteArray() << QByteArray("\x80");
    QTest::newRow("W3: a letter inside of a code point")
        << QByteArray("\xe2\x82") << QByteArray("a");
    QTest::newRow("W3: behind a long text")
        << QByteArray("voil\xc3\xa0 ").repeated(100) << QByteArray("\xff");
}

void TestFrameText::failsAtTheFirstBadByte()
{
    QFETCH(const QByteArray, good);
    QFETCH(const QByteArray, bad);
    for (const FrameRole role : Roles) {
        const auto length = static_cast<quint64>(good.size()) + 1000; // the rest never comes
        const QByteArray stream = bytesOf({announcing(length, text(good + bad))}, role);
        for (const bool intoRoom : {false, true}) {
            StreamDecoding decoding({.role = role, .limits = {}});
            decoding.feed(stream.chopped(2));
            const QByteArrayView rest = QByteArrayView(stream).last(2);
            if (intoRoom)
                decoding.feedIntoRoom(rest.first(1));
            else
                decoding.feed(rest.first(1));
            QVERIFY(decoding.events().isEmpty());
            if (intoRoom)
                decoding.feedIntoRoom(rest.last(1));
            else
                decoding.feed(rest.last(1));
            QCOMPARE(decoding.events().size(), 1);
            QCOMPARE(toText(decoding.events().first()), Bad);
        }
    }
}

QTEST_GUILESS_MAIN(TestFrameText)
#include "tst_frame_text.moc"
