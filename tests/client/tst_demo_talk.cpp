// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/demo/demo_talk.h"

#include <QSet>
#include <QTest>

using namespace signalbox;

/// What the demo's clients say to each other.
class DemoTalkTest : public QObject
{
    Q_OBJECT

private slots:
    static void everyoneHasANameThatTellsIt();
    static void nobodyTalksAlone_data();
    static void nobodyTalksAlone();
    static void everyLineIsHeardBeforeOneComesAgain();
    static void rolesAreDifferentPeople();
    static void aSpeakerWhoLeftIsReplaced();
};

void DemoTalkTest::everyoneHasANameThatTellsIt()
{
    QSet<QByteArray> names;
    for (const char *const user : DemoUsers) {
        const QByteArray name(user);
        QVERIFY(name.startsWith("demo-"));
        QVERIFY(name.isValidUtf8());
        names += name;
    }
    QCOMPARE(names.size(), 20);
    QCOMPARE(demoRooms().size(), 3U);
}

void DemoTalkTest::nobodyTalksAlone_data()
{
    QTest::addColumn<QList<int>>("present");
    QTest::addColumn<bool>("talks");
    QTest::newRow("nobody is there") << QList<int>{} << false;
    QTest::newRow("one is there") << QList<int>{3} << false;
    QTest::newRow("two are there") << QList<int>{3, 5} << true;
}

void DemoTalkTest::nobodyTalksAlone()
{
    QFETCH(const QList<int>, present);
    QRandomGenerator random(1);
    DemoTalk talk(demoRooms()[0], random);
    const auto remark = talk.next(present);
    QTEST(remark.has_value(), "talks");
    if (remark)
        QVERIFY(present.contains(remark->speaker));
}

void DemoTalkTest::everyLineIsHeardBeforeOneComesAgain()
{
    QRandomGenerator random(2);
    for (const DemoRoom &room : demoRooms()) {
        qsizetype lines = 0;
        for (const DemoDialogue dialogue : room.dialogues)
            lines += qsizetype(dialogue.size());
        DemoTalk talk(room, random);
        QSet<QByteArray> heard;
        for (qsizetype i = 0; i < lines; ++i)
            heard += talk.next({0, 1, 2, 3}).value().text;
        QCOMPARE(heard.size(), lines);
    }
}

void DemoTalkTest::rolesAreDifferentPeople()
{
    static constexpr std::array Lines{DemoLine{0, "ping"}, DemoLine{1, "pong"},
                                      DemoLine{0, "ping"}};
    static constexpr std::array<DemoDialogue, 1> Dialogues{Lines};
    const DemoRoom room{"room", Dialogues};
    QRandomGenerator random(3);
    DemoTalk talk(room, random);
    for (int i = 0; i < 50; ++i) {
        const int first = talk.next({0, 1}).value().speaker;
        QVERIFY(talk.next({0, 1}).value().speaker != first);
        QCOMPARE(talk.next({0, 1}).value().speaker, first);
    }
}

void DemoTalkTest::aSpeakerWhoLeftIsReplaced()
{
    static constexpr std::array Lines{DemoLine{0, "I must"}, DemoLine{0, "go"}};
    static constexpr std::array<DemoDialogue, 1> Dialogues{Lines};
    const DemoRoom room{"room", Dialogues};
    QRandomGenerator random(4);
    DemoTalk talk(room, random);
    (void)talk.next({0, 1});
    const QList<int> others{7, 8};
    QVERIFY(others.contains(talk.next(others).value().speaker));
}

QTEST_GUILESS_MAIN(DemoTalkTest)
#include "tst_demo_talk.moc"
