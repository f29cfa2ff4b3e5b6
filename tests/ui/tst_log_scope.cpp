// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_model.h"
#include "ui/log/log_scope.h"
#include "ui/theme/theme.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr ConnectionId Ann{1};
constexpr ConnectionId Bob{2};

RoomName room(QStringView name = u"lobby")
{
    return *RoomName::parse(name);
}

ActivityRecord numbered(quint64 number, ActivityKind kind)
{
    ActivityRecord record;
    record.number = number;
    record.kind = kind;
    return record;
}

ActivityRecord membership(quint64 number, ActivityKind kind, ConnectionId id)
{
    ActivityRecord record = numbered(number, kind);
    record.connection = id;
    record.room = room();
    return record;
}

ActivityRecord publication(quint64 number, ConnectionId cause, QStringView name = u"lobby")
{
    ActivityRecord record = numbered(number, ActivityKind::Message);
    record.direction = Direction::ServerToClient;
    record.cause = cause;
    record.room = room(name);
    record.receivers = 2;
    return record;
}

ActivityRecord request(quint64 number, ConnectionId from)
{
    ActivityRecord record = numbered(number, ActivityKind::Message);
    record.direction = Direction::ClientToServer;
    record.connection = from;
    record.room = room();
    return record;
}

ActivityRecord reply(quint64 number, ConnectionId to)
{
    ActivityRecord record = numbered(number, ActivityKind::Message);
    record.direction = Direction::ServerToClient;
    record.connection = to;
    record.receivers = 1;
    return record;
}

/// Ann joins with 2, Bob with 4 and leaves with 6; each number says what it is.
ActivityBatch story()
{
    return {{
                reply(1, Ann),
                membership(2, ActivityKind::Joined, Ann),
                publication(3, Ann),
                membership(4, ActivityKind::Joined, Bob),
                publication(5, Ann),
                membership(6, ActivityKind::Left, Bob),
                publication(7, Bob), // user_left: told to others
                publication(8, Ann),
                publication(9, {}, u"ops"),
                reply(10, Bob),
                membership(11, ActivityKind::Closed, Ann),
                publication(12, {}),
                request(13, Bob),
            },
            0};
}

} // namespace

/// Which records belong to one connection or to one room.
class LogScopeTest : public QObject
{
    Q_OBJECT

private slots:
    void aScopeShowsItsRecords_data();
    void aScopeShowsItsRecords();
    void whatIsForgottenCountsNoMore();
    void aStopEndsEveryStay();
    void lostRecordsAreInEveryScope();
    void titles();

private:
    Theme m_theme;
};

void LogScopeTest::aScopeShowsItsRecords_data()
{
    QTest::addColumn<LogScope>("scope");
    QTest::addColumn<QList<quint64>>("shown");
    QTest::newRow("none: everything")
        << LogScope{} << QList<quint64>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13};
    QTest::newRow("a connection: its own, and its rooms' while it was in them")
        << LogScope::ofConnection(Ann, {}) << QList<quint64>{1, 2, 3, 5, 7, 8, 11};
    QTest::newRow("a member for a while: what came then, and what others heard of it")
        << LogScope::ofConnection(Bob, {}) << QList<quint64>{4, 5, 6, 7, 10, 13};
    QTest::newRow("a room: what was sent to it, publications, joins and leaves, nothing of another")
        << LogScope::ofRoom(room()) << QList<quint64>{2, 3, 4, 5, 6, 7, 8, 11, 12, 13};
    QTest::newRow("a connection that never was: nothing")
        << LogScope::ofConnection(ConnectionId{21}, {}) << QList<quint64>{};
}

void LogScopeTest::aScopeShowsItsRecords()
{
    QFETCH(LogScope, scope);
    LogModel model(m_theme);
    model.append(story());
    LogFilter everything;
    everything.controlFrames = true;
    model.setFilter(everything, scope);
    QList<quint64> shown;
    for (int row = 0; row < model.rowCount(); ++row)
        shown += model.entryAt(row).record.number;
    QTEST(shown, "shown");
}

void LogScopeTest::whatIsForgottenCountsNoMore()
{
    LogMemberships memberships;
    const auto batch = story();
    for (const ActivityRecord &record : batch.records)
        memberships.note(record);
    QVERIFY(memberships.wasIn(Bob, room(), 5));
    memberships.forgetBefore(7);
    QVERIFY(!memberships.wasIn(Bob, room(), 5));
    QVERIFY(memberships.wasIn(Ann, room(), 8)); // it lasts longer
}

void LogScopeTest::aStopEndsEveryStay()
{
    LogMemberships memberships;
    memberships.note(membership(1, ActivityKind::Joined, Ann));
    memberships.endAll();
    memberships.note(publication(3, {}));
    QVERIFY(!memberships.wasIn(Ann, room(), 3));
}

void LogScopeTest::lostRecordsAreInEveryScope()
{
    LogModel model(m_theme);
    model.setFilter({}, LogScope::ofConnection(Ann, {}));
    ActivityBatch batch;
    batch.lost = 3;
    model.append(batch);
    QCOMPARE(model.rowCount(), 1);
}

void LogScopeTest::titles()
{
    QCOMPARE(LogScope::ofConnection(Ann, *UserId::parse(u"ann")).title(), u"ann #1"_s);
    QCOMPARE(LogScope::ofConnection(Ann, {}).title(), u"#1"_s);
    QCOMPARE(LogScope::ofRoom(room()).title(), u"room lobby"_s);
}

QTEST_MAIN(LogScopeTest)
#include "tst_log_scope.moc"
