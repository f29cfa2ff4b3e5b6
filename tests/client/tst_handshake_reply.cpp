// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/handshake_reply.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

using State = HandshakeReply::State;

namespace {

constexpr auto Key = "dGhlIHNhbXBsZSBub25jZQ==";
constexpr auto Accept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="; // the RFC's own example

QByteArray upgradeWith(const QByteArray &more = {})
{
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: "
           + QByteArray(Accept) + "\r\n" + more + "\r\n";
}

} // namespace

/// Bytes of a server's answer in, its meaning out.
class HandshakeReplyTest : public QObject
{
    Q_OBJECT

private slots:
    void theAcceptIsTheOneOfTheRfc();
    void answersAreToldApart_data();
    void answersAreToldApart();
    void answersMayComeByteByByte_data();
    void answersMayComeByteByByte();
    void framesBehindA101AreNotTheHeads();
    void theSubprotocolIsTold();
    void theEndDecides_data();
    void theEndDecides();
    void aHeadWithoutEndIsInvalid();
    void aBodyWithoutEndIsCut();
    void foreignTextIsEscaped();
};

void HandshakeReplyTest::theAcceptIsTheOneOfTheRfc()
{
    QCOMPARE(acceptOfKey(Key), QByteArray(Accept));
}

void HandshakeReplyTest::answersAreToldApart_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("sentence");

    QTest::newRow("a 101 with its three fields") << upgradeWith() << State::Upgraded << QString();
    QTest::newRow("names and values in any case")
        << "HTTP/1.1 101 \r\nupgrade: WebSocket\r\nCONNECTION: keep-alive, upgrade\r\n"
           "sec-websocket-accept:  s3pPLMBiTxaQ9kYGzzhZRbK+xOo= \r\n\r\n"_ba
        << State::Upgraded << QString();
    QTest::newRow("an empty list of extensions")
        << upgradeWith("Sec-WebSocket-Extensions:\r\n") << State::Upgraded << QString();
    QTest::newRow("503 with a body")
        << "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 7\r\n\r\nfull up"_ba
        << State::Refused << u"503 Service Unavailable: full up"_s;
    QTest::newRow("404 with an empty body")
        << "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"_ba << State::Refused
        << u"404 Not Found"_s;
    QTest::newRow("a status without a phrase")
        << "HTTP/1.1 400\r\nContent-Length: 0\r\n\r\n"_ba << State::Refused << u"400"_s;
    QTest::newRow("a body is waited for")
        << "HTTP/1.1 400 Bad Request\r\nContent-Length: 5\r\n\r\nfour"_ba << State::NeedMore
        << QString();
    QTest::newRow("no Upgrade") << "HTTP/1.1 101 A\r\nConnection: Upgrade\r\n\r\n"_ba
                                << State::Invalid << u"the 101 has no “Upgrade: websocket”"_s;
    QTest::newRow("no Connection") << "HTTP/1.1 101 A\r\nUpgrade: websocket\r\n\r\n"_ba
                                   << State::Invalid << u"the 101 has no “Connection: Upgrade”"_s;
    QTest::newRow("an accept that belongs to another key")
        << upgradeWith("Sec-WebSocket-Accept: AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n") << State::Invalid
        << u"the 101 has a wrong Sec-WebSocket-Accept"_s;
    QTest::newRow("an extension that nobody offered")
        << upgradeWith("Sec-WebSocket-Extensions: permessage-deflate\r\n") << State::Invalid
        << u"the 101 has an extension that was not offered"_s;
    QTest::newRow("another protocol")
        << "SSH-2.0-OpenSSH_9.2\r\n"_ba << State::Invalid << u"the answer is not HTTP"_s;
    QTest::newRow("a status that is no number")
        << "HTTP/1.1 abc\r\n\r\n"_ba << State::Invalid << u"the answer is not HTTP"_s;
}

void HandshakeReplyTest::answersAreToldApart()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const State, state);
    QFETCH(const QString, sentence);

    HandshakeReply reply(Accept);

    QCOMPARE(reply.feed(bytes), state);
    if (state == State::Refused || state == State::Invalid)
        QCOMPARE(reply.sentence(), sentence);
}

void HandshakeReplyTest::answersMayComeByteByByte_data()
{
    answersAreToldApart_data();
}

void HandshakeReplyTest::answersMayComeByteByByte()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const State, state);
    QFETCH(const QString, sentence);

    HandshakeReply reply(Accept);
    for (qsizetype i = 0; i < bytes.size() && reply.state() == State::NeedMore; ++i)
        reply.feed(QByteArrayView(bytes).sliced(i, 1));

    QCOMPARE(reply.state(), state);
    if (state == State::Refused || state == State::Invalid)
        QCOMPARE(reply.sentence(), sentence);
}

void HandshakeReplyTest::framesBehindA101AreNotTheHeads()
{
    HandshakeReply reply(Accept);

    QCOMPARE(reply.feed(upgradeWith() + "\x81\x02hi"), State::Upgraded);

    QCOMPARE(reply.headSize(), upgradeWith().size());
}

void HandshakeReplyTest::theSubprotocolIsTold()
{
    HandshakeReply reply(Accept);

    QCOMPARE(reply.feed(upgradeWith("Sec-WebSocket-Protocol: chat.v2\r\n")), State::Upgraded);

    QCOMPARE(reply.subprotocol(), "chat.v2"_ba);
}

void HandshakeReplyTest::theEndDecides_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("sentence");

    QTest::newRow("before anything")
        << QByteArray() << State::Invalid << u"the server hung up without an answer"_s;
    QTest::newRow("within the head")
        << "HTTP/1.1 101 Swi"_ba << State::Invalid << u"the server hung up within its answer"_s;
    QTest::newRow("of a body without a length")
        << "HTTP/1.1 500 Oops\r\n\r\nwhat?"_ba << State::Refused << u"500 Oops: what?"_s;
    QTest::newRow("of a body that is cut") << "HTTP/1.1 500 Oops\r\nContent-Length: 9\r\n\r\nwh"_ba
                                           << State::Refused << u"500 Oops: wh"_s;
}

void HandshakeReplyTest::theEndDecides()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const State, state);
    QFETCH(const QString, sentence);

    HandshakeReply reply(Accept);
    QCOMPARE(reply.feed(bytes), State::NeedMore);

    QCOMPARE(reply.end(), state);
    QCOMPARE(reply.sentence(), sentence);
}

void HandshakeReplyTest::aHeadWithoutEndIsInvalid()
{
    HandshakeReply reply(Accept);

    QCOMPARE(reply.feed("HTTP/1.1 101 A\r\n"), State::NeedMore);
    QCOMPARE(reply.feed(QByteArray(HandshakeReply::MaxHeadBytes, 'a')), State::Invalid);
}

void HandshakeReplyTest::aBodyWithoutEndIsCut()
{
    HandshakeReply reply(Accept);

    QCOMPARE(reply.feed("HTTP/1.1 500 A\r\n\r\n"), State::NeedMore);
    QCOMPARE(reply.feed(QByteArray(2 * HandshakeReply::MaxBodyBytes, 'a')), State::Refused);
    QCOMPARE(reply.sentence(), u"500 A: "_s + QString(HandshakeReply::MaxBodyBytes, u'a'));
}

void HandshakeReplyTest::foreignTextIsEscaped()
{
    HandshakeReply reply(Accept);

    reply.feed("HTTP/1.1 500 \x1b[1m\r\nContent-Length: 3\r\n\r\na\nb");

    QCOMPARE(reply.sentence(), uR"(500 \u{1b}[1m: a\nb)"_s);
}

QTEST_GUILESS_MAIN(HandshakeReplyTest)
#include "tst_handshake_reply.moc"
