// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/message/message_room.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// The room that a client's message is for.
class TestMessageRoom : public QObject
{
    Q_OBJECT

private slots:
    void rooms_data();
    void rooms();
};

void TestMessageRoom::rooms_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("room");
    const auto row = [](const char *name, const QByteArray &json, const QByteArray &room) {
        QTest::newRow(name) << json << room;
    };
    row("a chat message", R"({"type":"chat_message","roomId":"lobby","content":"hi"})", "lobby");
    row("a join", R"({ "roomId" : "lobby" , "type" : "join_room" })", "lobby");
    row("a leave", R"({"type":"leave_room","roomId":"lobby"})", "lobby");
    row("in other letters", R"({"type":"join_room","roomId":"大厅"})", "大厅");
    row("in other letters, escaped", R"({"type":"join_room","roomId":"\u5927\u5385"})", "大厅");
    row("behind a long content",
        R"({"type":"chat_message","content":")" + QByteArray(9'000, 'x') + R"(","roomId":"lobby"})",
        "lobby");
    row("another type", R"({"type":"chat","roomId":"lobby"})", {});
    row("no type", R"({"roomId":"lobby"})", {});
    row("no room", R"({"type":"join_room","userId":"ann"})", {});
    row("a room that is no text", R"({"type":"join_room","roomId":17})", {});
    row("a room that is cut off", R"({"type":"join_room","roomId":"lob)", {});
    row("a room of more than 1 KiB",
        R"({"type":"join_room","roomId":")" + QByteArray(1'025, 'x') + "\"}", {});
    row("no JSON", "room lobby", {});
}

void TestMessageRoom::rooms()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QByteArray, room);
    QCOMPARE(messageRoom(json), room);
}

QTEST_APPLESS_MAIN(TestMessageRoom)
#include "tst_message_room.moc"
