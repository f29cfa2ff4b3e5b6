// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/room_message.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// What a load generator reads of the rooms protocol.
class RoomMessageTest : public QObject
{
    Q_OBJECT

private slots:
    void kindsAreToldByTheType_data();
    void kindsAreToldByTheType();
    void textsAreFound_data();
    void textsAreFound();
};

void RoomMessageTest::kindsAreToldByTheType_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<RoomMessageKind>("kind");

    QTest::newRow("a chat message")
        << R"({"type":"chat_message","userId":"a"})"_ba << RoomMessageKind::Chat;
    QTest::newRow("with its type at the end")
        << R"({"content":"x","type":"chat_message"})"_ba << RoomMessageKind::Chat;
    QTest::newRow("with spaces") << R"({ "type" : "chat_message" })"_ba << RoomMessageKind::Chat;
    QTest::newRow("that talks about types")
        << R"({"content":"type","type":"chat_message"})"_ba << RoomMessageKind::Chat;
    QTest::newRow("an answer to a join")
        << R"({"type":"room_joined","roomId":"a"})"_ba << RoomMessageKind::Joined;
    QTest::newRow("an error") << R"({"type":"error","code":"a"})"_ba << RoomMessageKind::Error;
    QTest::newRow("a greeting") << R"({"type":"connected"})"_ba << RoomMessageKind::Other;
    QTest::newRow("a type that begins like it")
        << R"({"type":"chat_message_2"})"_ba << RoomMessageKind::Other;
    QTest::newRow("a type that is a number") << R"({"type":1})"_ba << RoomMessageKind::Other;
    QTest::newRow("a type that is cut") << R"({"type":)"_ba << RoomMessageKind::Other;
    QTest::newRow("no JSON") << "hello"_ba << RoomMessageKind::Other;
    QTest::newRow("nothing") << QByteArray() << RoomMessageKind::Other;
}

void RoomMessageTest::kindsAreToldByTheType()
{
    QFETCH(const QByteArray, json);
    QFETCH(const RoomMessageKind, kind);

    QCOMPARE(roomMessageKind(json), kind);
}

void RoomMessageTest::textsAreFound_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("a text") << R"({"code":"not_in_room"})"_ba
                            << "not_in_room"_ba;
    QTest::newRow("none") << R"({"type":"error"})"_ba << QByteArray();
    QTest::newRow("a number") << R"({"code":4})"_ba << QByteArray();
    QTest::newRow("a long one is cut")
        << R"({"code":")" + QByteArray(100, 'x') + R"("})" << QByteArray(64, 'x');
    QTest::newRow("one without an end") << R"({"code":"abc)"_ba
                                        << "abc"_ba;
}

void RoomMessageTest::textsAreFound()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QByteArray, text);

    QCOMPARE(jsonText(json, R"("code")").toByteArray(), text);
}

QTEST_GUILESS_MAIN(RoomMessageTest)
#include "tst_room_message.moc"
