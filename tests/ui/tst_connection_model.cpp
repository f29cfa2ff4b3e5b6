// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/connection_samples.h"
#include "ui/connections/connection_filter.h"
#include "ui/connections/connection_model.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace signalbox;

class TestConnectionModel : public QObject
{
    Q_OBJECT

private slots:
    static void cellsAreWrittenForReading_data();
    static void cellsAreWrittenForReading();
    static void hostileTextIsShownEscaped();
    static void manyUpdatesAreOneSignal();
    static void ratesAreMessagesASecond();
    static void whoTalksSlowlyHasASteadyRate();
    static void closedStayListedWithTheirEnd();
    static void onlyTheLastEndsAreKept();
    static void onlyTheLastRefusalsAreKept();
    static void resetForgetsWhatWasOpen();
    static void endsOutliveARestart();
    static void aMemberGoesByTheIdItJoinedWith();
    static void rowsAreFoundAfterRemovals();
    static void pathsDifferOnlyWhileTheyDo();
    static void searchFindsRows_data();
    static void searchFindsRows();
    static void theLivingStandAboveTheEnded_data();
    static void theLivingStandAboveTheEnded();
    static void rowsDoNotMoveByThemselves();
    static void roomRestrictsToItsOpenMembers();
};

namespace {

ConnectionsChanged fiveConnections()
{
    ConnectionsChanged change;
    for (quint64 id = 1; id <= 5; ++id)
        change.opened += openedSample(id, id == 5 ? "/echo" : "/");
    change.updated = {statusSample(1, "ann", {"lobby", "ops"}), statusSample(2, "bob", {"lobby"}),
                      statusSample(3, "Ännchen"), statusSample(4, "carol", {"ops"}),
                      statusSample(5)};
    return change;
}

QList<quint64> ids(const ConnectionFilter &filter)
{
    QList<quint64> result;
    for (int row = 0; row < filter.rowCount(); ++row)
        result += filter.at(row).status.id.value;
    return result;
}

QString cell(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

void TestConnectionModel::cellsAreWrittenForReading_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");
    QTest::newRow("id") << int(ConnectionModel::Id) << QStringLiteral("7");
    QTest::newRow("user") << int(ConnectionModel::User) << QStringLiteral("ann");
    QTest::newRow("address") << int(ConnectionModel::Peer) << QStringLiteral("127.0.0.1:40007");
    QTest::newRow("path") << int(ConnectionModel::Path) << QStringLiteral("/");
    QTest::newRow("rooms in joining order")
        << int(ConnectionModel::Rooms) << QStringLiteral("ops, lobby");
    QTest::newRow("state over half of the limit")
        << int(ConnectionModel::State) << QStringLiteral("slow consumer");
    QTest::newRow("round trip") << int(ConnectionModel::RoundTrip) << QStringLiteral("12 ms");
    QTest::newRow("buffered") << int(ConnectionModel::Buffered) << QStringLiteral("812\u00a0KiB");
    QTest::newRow("messages of both directions")
        << int(ConnectionModel::Messages) << QStringLiteral("1,205");
    QTest::newRow("bytes of both directions")
        << int(ConnectionModel::Bytes) << QStringLiteral("5.3\u00a0MB");
}

void TestConnectionModel::cellsAreWrittenForReading()
{
    QFETCH(int, column);
    QLocale::setDefault(QLocale(QLocale::English));
    Theme theme;
    ConnectionModel model(theme);
    model.setBufferLimit(1 << 20);
    ConnectionsChanged change;
    change.opened = {openedSample(7)};
    ConnectionStatus status = statusSample(7, "ann", {"ops", "lobby"});
    status.roundTrip = 12'300;
    status.buffered = qint64(812) * 1024;
    status.traffic = {1'200, 5, 300'000, 5'000'000, 0};
    change.updated = {status};
    model.apply(change);
    QTEST(cell(model, 0, column), "text");
}

void TestConnectionModel::hostileTextIsShownEscaped()
{
    Theme theme;
    ConnectionModel model(theme);
    ConnectionsChanged change;
    change.opened = {openedSample(1, "/a\n\x1b[31m")};
    change.updated = {statusSample(1, "<b>" + QString(QChar(0x202e)).toUtf8() + "gnp</b>")};
    change.closed = {closedSample(1, 1008, ClosedBy::Server, QStringLiteral("<img src=x>\nline"))};
    model.apply(change);
    QVERIFY(!cell(model, 0, ConnectionModel::Path).contains(u'\n'));
    QVERIFY(!cell(model, 0, ConnectionModel::Path).contains(QChar(0x1b)));
    const QString tip = model.index(0, ConnectionModel::State).data(Qt::ToolTipRole).toString();
    QVERIFY(!tip.contains(QStringLiteral("<img")));
    QVERIFY(!tip.contains(u'\n'));
}

void TestConnectionModel::manyUpdatesAreOneSignal()
{
    Theme theme;
    ConnectionModel model(theme);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    ConnectionsChanged change;
    for (quint64 id = 1; id <= 1000; ++id)
        change.opened += openedSample(id);
    const QSignalSpy inserted(&model, &ConnectionModel::rowsInserted);
    model.apply(change);
    QCOMPARE(inserted.count(), 1);
    ConnectionsChanged updates;
    for (quint64 id = 1; id <= 1000; ++id)
        updates.updated += statusSample(id, "u");
    const QSignalSpy changed(&model, &ConnectionModel::dataChanged);
    model.apply(updates);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(cell(model, 999, ConnectionModel::User), QStringLiteral("u"));
}

void TestConnectionModel::ratesAreMessagesASecond()
{
    Theme theme;
    ConnectionModel model(theme);
    ConnectionsChanged change;
    change.opened = {openedSample(1)};
    model.apply(change);
    const qint64 start = QDateTime::currentMSecsSinceEpoch() + 10'000;
    model.advance(start);
    ConnectionStatus status = statusSample(1);
    status.traffic.messagesFromClient = 20;
    status.traffic.messagesToClient = 6;
    const ConnectionRow &row = model.at(0);
    ConnectionsChanged update;
    update.updated = {status};
    model.apply(update);
    model.advance(QDateTime::currentMSecsSinceEpoch() + 60'000);
    QVERIFY(row.fromClientRate > 0);
    QVERIFY(qAbs(row.fromClientRate / row.toClientRate - 20.0 / 6.0) < 0.001);
    model.advance(QDateTime::currentMSecsSinceEpoch() + 120'000);
    QCOMPARE(row.fromClientRate, 0.0);
}

void TestConnectionModel::whoTalksSlowlyHasASteadyRate()
{
    QLocale::setDefault(QLocale(QLocale::English));
    const Theme theme;
    ConnectionModel model(theme);
    ConnectionsChanged change;
    change.opened = {openedSample(1)};
    model.apply(change);
    change.opened.clear();
    const qint64 start = QDateTime::currentMSecsSinceEpoch();
    ConnectionStatus status = statusSample(1);
    int second = 0;
    const auto pass = [&](quint64 messages) {
        status.traffic.messagesFromClient += messages;
        change.updated = {status};
        model.apply(change);
        model.advance(start + ++second * qint64{1'001}); // a timer is late rather than early
    };
    for (quint64 i = 0; i < 10; ++i)
        pass(i % 2); // one every other second
    for (quint64 i = 0; i < 10; ++i) {
        pass(i % 2);
        const double rate = model.at(0).fromClientRate;
        QVERIFY2(rate > 0.35 && rate < 0.65, qPrintable(QString::number(rate)));
    }
    QCOMPARE(cell(model, 0, ConnectionModel::FromClient), QStringLiteral("0.6/s"));
    for (int i = 0; i < 4; ++i)
        pass(0);
    QVERIFY(model.at(0).fromClientRate > 0);
    pass(0);
    QCOMPARE(model.at(0).fromClientRate, 0.0); // five seconds later
    pass(500);
    pass(500);
    QVERIFY(model.at(0).fromClientRate > 180 && model.at(0).fromClientRate < 220);
    for (const int column : {ConnectionModel::FromClient, ConnectionModel::ToClient})
        QVERIFY(model.headerData(column, Qt::Horizontal, Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("5 seconds")));
}

void TestConnectionModel::closedStayListedWithTheirEnd()
{
    Theme theme;
    ConnectionModel model(theme);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.apply(fiveConnections());
    ConnectionsChanged change;
    change.closed = {closedSample(2, 1006, ClosedBy::Vanished)};
    model.apply(change);
    QCOMPARE(model.liveRows().size(), 4);
    QCOMPARE(model.closedCount(), 1);
    QCOMPARE(cell(model, 1, ConnectionModel::State), QStringLiteral("1006 Abnormal Closure"));
    QCOMPARE(cell(model, 1, ConnectionModel::Rooms), QStringLiteral("lobby"));
    QVERIFY(model.index(1, ConnectionModel::State)
                .data(Qt::ToolTipRole)
                .toString()
                .contains(QStringLiteral("vanished")));
}

void TestConnectionModel::onlyTheLastEndsAreKept()
{
    Theme theme;
    ConnectionModel model(theme);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    ConnectionsChanged change;
    constexpr quint64 Total = 500;
    for (quint64 id = 1; id <= Total; ++id)
        change.opened += openedSample(id);
    model.apply(change);
    ConnectionsChanged ends;
    for (quint64 id = 1; id <= Total; id += 2)
        ends.closed += closedSample(id);
    model.apply(ends);
    QCOMPARE(model.closedCount(), ConnectionModel::MaxClosed);
    QCOMPARE(model.liveRows().size(), qsizetype(Total / 2));
    QVERIFY(!model.find(ConnectionId{1}));
    QVERIFY(model.find(ConnectionId{Total - 1}));
    model.clearEnded();
    QCOMPARE(model.closedCount(), 0);
    QCOMPARE(model.rowCount(), int(Total / 2));
}

void TestConnectionModel::onlyTheLastRefusalsAreKept()
{
    Theme theme;
    ConnectionModel model(theme);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (int round = 0; round < 3; ++round) {
        ConnectionsChanged change;
        for (int i = 0; i < 150; ++i)
            change.refused += refusedSample(404, QStringLiteral("no"), round * 1000 + i);
        model.apply(change);
    }
    QCOMPARE(model.refusedCount(), ConnectionModel::MaxRefused);
    QCOMPARE(model.at(0).opened, 1000 + 100);
    QCOMPARE(cell(model, 0, ConnectionModel::State), QStringLiteral("refused, 404"));
}

void TestConnectionModel::endsOutliveARestart()
{
    Theme theme;
    ConnectionModel model(theme);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.apply(fiveConnections());
    ConnectionsChanged before;
    before.closed = {closedSample(1, 1001, ClosedBy::Server)};
    before.refused = {refusedSample(404, QStringLiteral("No such endpoint"))};
    model.apply(before);
    ConnectionsChanged restart;
    restart.reset = true;
    restart.opened = {openedSample(9)};
    restart.closed = {closedSample(2, 1001, ClosedBy::Server)}; // told together with the new run
    model.apply(restart);
    QCOMPARE(model.liveRows().size(), 1);
    QCOMPARE(model.closedCount(), 2);
    QCOMPARE(model.refusedCount(), 1);
    QVERIFY(!model.find(ConnectionId{3})); // nobody told how it ended
    QVERIFY(model.find(ConnectionId{1})->earlierRun);
    QVERIFY(model.find(ConnectionId{2})->earlierRun);
    QVERIFY(!model.find(ConnectionId{9})->earlierRun);
    QCOMPARE(cell(model, 0, ConnectionModel::State),
             QStringLiteral("1001 Going Away, earlier run"));
}

void TestConnectionModel::aMemberGoesByTheIdItJoinedWith()
{
    Theme theme;
    ConnectionModel model(theme);
    ConnectionsChanged change;
    change.opened = {openedSample(1)};
    ConnectionStatus status = statusSample(1, "last", {"lobby", "ops"});
    status.roomUsers = {UserId::parse(u"ann").value(), UserId::parse(u"root").value()};
    change.updated = {status};
    model.apply(change);
    ConnectionFilter filter(model);
    QCOMPARE(cell(filter, 0, ConnectionModel::User), QStringLiteral("last"));
    filter.setRoom(RoomName::parse(u"lobby").value());
    QCOMPARE(cell(filter, 0, ConnectionModel::User), QStringLiteral("ann"));
    filter.setRoom(RoomName::parse(u"ops").value());
    QCOMPARE(cell(filter, 0, ConnectionModel::User), QStringLiteral("root"));
}

void TestConnectionModel::resetForgetsWhatWasOpen()
{
    Theme theme;
    ConnectionModel model(theme);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.apply(fiveConnections());
    ConnectionsChanged change;
    change.reset = true;
    change.opened = {openedSample(9)};
    model.apply(change);
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(!model.find(ConnectionId{1}));
    QVERIFY(model.find(ConnectionId{9}));
}

void TestConnectionModel::rowsAreFoundAfterRemovals()
{
    Theme theme;
    ConnectionModel model(theme);
    model.apply(fiveConnections());
    ConnectionsChanged change;
    change.closed = {closedSample(1), closedSample(3)};
    model.apply(change);
    model.clearEnded();
    QCOMPARE(model.find(ConnectionId{4})->status.user.toString(), QStringLiteral("carol"));
    ConnectionsChanged update;
    update.updated = {statusSample(4, "dora")};
    model.apply(update);
    QCOMPARE(model.find(ConnectionId{4})->status.user.toString(), QStringLiteral("dora"));
}

void TestConnectionModel::pathsDifferOnlyWhileTheyDo()
{
    Theme theme;
    ConnectionModel model(theme);
    model.apply(fiveConnections());
    QVERIFY(model.pathsDiffer());
    ConnectionsChanged change;
    change.closed = {closedSample(5)};
    model.apply(change);
    model.clearEnded();
    QVERIFY(!model.pathsDiffer());
}

void TestConnectionModel::searchFindsRows_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<quint64>>("expected");
    using Ids = QList<quint64>;
    QTest::newRow("an empty search finds all") << QString() << Ids{1, 2, 3, 4, 5};
    QTest::newRow("a part of a user") << QStringLiteral("ann") << Ids{1};
    QTest::newRow("case does not matter") << QStringLiteral("ÄNN") << Ids{3};
    QTest::newRow("every term must be found") << QStringLiteral("lobby ops") << Ids{1};
    QTest::newRow("terms in different columns") << QStringLiteral("bob lobby") << Ids{2};
    QTest::newRow("a port") << QStringLiteral(":40004") << Ids{4};
    QTest::newRow("a room only") << QStringLiteral("room:ops") << Ids{1, 4};
    QTest::newRow("a path only") << QStringLiteral("path:/echo") << Ids{5};
    QTest::newRow("an id with its sign is exact") << QStringLiteral("#4") << Ids{4};
    QTest::newRow("a field that does not hold it") << QStringLiteral("user:lobby") << Ids{};
    QTest::newRow("neither this nor that")
        << QStringLiteral("-room:lobby -path=/echo") << Ids{3, 4};
    QTest::newRow("nothing matches") << QStringLiteral("zzz") << Ids{};
}

void TestConnectionModel::searchFindsRows()
{
    QFETCH(QString, text);
    Theme theme;
    ConnectionModel model(theme);
    ConnectionFilter filter(model);
    QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.apply(fiveConnections());
    const auto compiled = Filter::compile(text, FilterFields::ofConnections());
    QVERIFY(compiled);
    filter.setFilter(compiled.filter);
    QTEST(ids(filter), "expected");
    QCOMPARE(filter.countWithoutText(), 5);
}

void TestConnectionModel::theLivingStandAboveTheEnded_data()
{
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QList<quint64>>("expected");
    QTest::newRow("ascending") << Qt::AscendingOrder << QList<quint64>{2, 4, 5, 1, 3};
    QTest::newRow("descending") << Qt::DescendingOrder << QList<quint64>{5, 4, 2, 3, 1};
}

void TestConnectionModel::theLivingStandAboveTheEnded()
{
    QFETCH(Qt::SortOrder, order);
    Theme theme;
    ConnectionModel model(theme);
    ConnectionFilter filter(model);
    model.apply(fiveConnections());
    ConnectionsChanged change;
    change.closed = {closedSample(1), closedSample(3)};
    model.apply(change);
    filter.sort(ConnectionModel::Id, order);
    QTEST(ids(filter), "expected");
    filter.setEndedShown(false);
    QCOMPARE(filter.rowCount(), 3);
}

void TestConnectionModel::rowsDoNotMoveByThemselves()
{
    Theme theme;
    ConnectionModel model(theme);
    ConnectionFilter filter(model);
    model.apply(fiveConnections());
    filter.sort(ConnectionModel::Buffered, Qt::DescendingOrder);
    const QList<quint64> before = ids(filter);
    ConnectionStatus status = statusSample(before.constLast());
    status.buffered = 1000;
    ConnectionsChanged change;
    change.updated = {status};
    model.apply(change);
    QCOMPARE(ids(filter), before); // the value is there, the row has not jumped
    QTRY_COMPARE(ids(filter).constFirst(), before.constLast()); // it settles when nobody points
}

void TestConnectionModel::roomRestrictsToItsOpenMembers()
{
    Theme theme;
    ConnectionModel model(theme);
    ConnectionFilter filter(model);
    model.apply(fiveConnections());
    filter.setRoom(RoomName::parse(QStringView(u"lobby")).value());
    QCOMPARE(ids(filter), (QList<quint64>{1, 2}));
    ConnectionsChanged change;
    change.closed = {closedSample(1)};
    change.updated = {statusSample(4, "carol", {"lobby"})};
    model.apply(change);
    QTRY_COMPARE(ids(filter), (QList<quint64>{2, 4}));
    QCOMPARE(model.members(RoomName::parse(QStringView(u"lobby")).value()).size(), 2);
}

QTEST_MAIN(TestConnectionModel)
#include "tst_connection_model.moc"
