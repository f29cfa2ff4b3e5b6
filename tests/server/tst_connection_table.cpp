// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/connection_table.h"

#include <QSignalSpy>
#include <QTest>

using namespace signalbox;

namespace {

Handshake handshakeOf(const QByteArray &path)
{
    Handshake handshake;
    handshake.path = path;
    return handshake;
}

} // namespace

class TestConnectionTable : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatWasAdded();
    void listsInTheOrderOfIds();
    void listsOpenOnesOnly();
    void peersAreTheOpenOnesOnThePath();
    void aListOfPeersStaysWhileTheyLeave();
    void manyPeersLeaveWithoutAWalk();
    void countsTrafficOfEachAndOfAll();
    void countsAPublicationOfEachReceiver();
    void totalsOutliveTheirConnections();
    void aRemovedConnectionIsToldWithItsFigures();
    void changesAreAnnouncedOnce();
    void changesOfRemovedConnectionsAreForgotten();
    void figuresOfAnUnknownConnectionAreIgnored();
};

void TestConnectionTable::findsWhatWasAdded()
{
    ConnectionTable table;
    const QSignalSpy added(&table, &ConnectionTable::added);
    table.add({7}, handshakeOf("/echo"), nullptr, 42);
    QCOMPARE(added.size(), 1);
    QCOMPARE(table.count(), 1);
    QVERIFY(table.isOpen({7}));
    QCOMPARE(table.find({7})->handshake.path, "/echo");
    QCOMPARE(table.find({7})->opened, 42);
    QCOMPARE(table.find({8}), nullptr);
    QVERIFY(!table.isOpen({8}));
}

void TestConnectionTable::listsInTheOrderOfIds()
{
    ConnectionTable table;
    for (const quint64 id : {5U, 1U, 9U, 3U})
        table.add({id}, handshakeOf(id > 4 ? "/" : "/echo"), nullptr, 0);
    QCOMPARE(table.all(), (QList<ConnectionId>{{1}, {3}, {5}, {9}}));
    QCOMPARE(table.openAt("/"), (QList<ConnectionId>{{5}, {9}}));
    QCOMPARE(table.openAt("/ack"), QList<ConnectionId>());
}

void TestConnectionTable::listsOpenOnesOnly()
{
    ConnectionTable table;
    table.add({1}, handshakeOf("/"), nullptr, 0);
    table.add({2}, handshakeOf("/"), nullptr, 0);
    const QSignalSpy closing(&table, &ConnectionTable::closing);
    table.setClosing({1});
    table.setClosing({1});
    QCOMPARE(closing.size(), 1);
    QCOMPARE(table.open(), QList<ConnectionId>{{2}});
    QCOMPARE(table.openAt("/"), QList<ConnectionId>{{2}});
    QCOMPARE(table.all().size(), 2);
}

void TestConnectionTable::peersAreTheOpenOnesOnThePath()
{
    ConnectionTable table;
    for (const quint64 id : {1U, 2U, 3U, 4U, 5U})
        table.add({id}, handshakeOf(id == 2 ? "/echo" : "/"), nullptr, 0);
    QCOMPARE(ConnectionTable::peersOf(*table.find({1})), (QList<ConnectionId>{{1}, {3}, {4}, {5}}));
    QCOMPARE(ConnectionTable::peersOf(*table.find({2})), QList<ConnectionId>{{2}});
    table.setClosing({1});
    table.remove({5}, {}, 0);
    table.remove({1}, {}, 0);
    auto peers = ConnectionTable::peersOf(*table.find({3}));
    std::sort(peers.begin(), peers.end());
    QCOMPARE(peers, (QList<ConnectionId>{{3}, {4}}));
    QCOMPARE(table.openAt("/"), peers);
    table.add({6}, handshakeOf("/"), nullptr, 0);
    QCOMPARE(table.openAt("/"), (QList<ConnectionId>{{3}, {4}, {6}}));
}

void TestConnectionTable::aListOfPeersStaysWhileTheyLeave()
{
    ConnectionTable table;
    for (const quint64 id : {1U, 2U, 3U})
        table.add({id}, handshakeOf("/"), nullptr, 0);
    const auto peers = ConnectionTable::peersOf(*table.find({1}));
    for (const auto id : peers)
        table.remove(id, {}, 0);
    QCOMPARE(peers, (QList<ConnectionId>{{1}, {2}, {3}}));
    QCOMPARE(table.openAt("/"), QList<ConnectionId>());
}

void TestConnectionTable::manyPeersLeaveWithoutAWalk()
{
    // A walk over the peers would make this a matter of 10^10 steps.
    constexpr quint64 Count = 100'000;
    ConnectionTable table;
    for (quint64 id = 1; id <= Count; ++id)
        table.add({id}, handshakeOf("/"), nullptr, 0);
    for (quint64 id = 1; id < Count; ++id) {
        table.setClosing({id});
        table.remove({id}, {}, 0);
    }
    QCOMPARE(table.openAt("/"), QList<ConnectionId>{{Count}});
}

void TestConnectionTable::countsTrafficOfEachAndOfAll()
{
    ConnectionTable table;
    table.add({1}, {}, nullptr, 0);
    table.add({2}, {}, nullptr, 0);
    table.countReceived(*table.find({1}), 10, 100);
    table.countSent({1}, 2, 20, 200);
    table.countSent({2}, 1, 5, 300);
    table.countDropped({2}, 3);
    const Traffic first{.messagesFromClient = 1,
                        .messagesToClient = 2,
                        .bytesFromClient = 10,
                        .bytesToClient = 20,
                        .dropped = 0};
    QCOMPARE(table.find({1})->traffic, first);
    QCOMPARE(table.find({1})->lastMessage, 200);
    QCOMPARE(table.find({2})->traffic.dropped, 3U);
    QCOMPARE(table.totals().messagesToClients, 3U);
    QCOMPARE(table.totals().bytesToClients, 25U);
    QCOMPARE(table.totals().messagesFromClients, 1U);
    QCOMPARE(table.totals().dropped, 3U);
    QCOMPARE(table.totals().connections, 2);
}

void TestConnectionTable::countsAPublicationOfEachReceiver()
{
    ConnectionTable table;
    const QList<ConnectionId> ids{{1}, {2}, {3}, {4}, {5}};
    for (const auto id : ids)
        table.add(id, {}, nullptr, 0);
    const Unsent unsent{.dropped = {{1}, {4}}, .gone = {{5}}};
    QCOMPARE(table.countPublished(ids, {2}, unsent, 10, 100), 1);
    QCOMPARE(table.find({1})->traffic, Traffic{.dropped = 1});
    QCOMPARE(table.find({2})->traffic, Traffic{});
    QCOMPARE(table.find({3})->traffic, (Traffic{.messagesToClient = 1, .bytesToClient = 10}));
    QCOMPARE(table.find({4})->traffic, Traffic{.dropped = 1});
    QCOMPARE(table.find({5})->traffic, Traffic{}); // whoever has gone loses nothing
    QCOMPARE(table.totals().messagesToClients, 1U);
    QCOMPARE(table.totals().dropped, 2U);
}

void TestConnectionTable::totalsOutliveTheirConnections()
{
    ConnectionTable table;
    table.add({1}, {}, nullptr, 0);
    table.countReceived(*table.find({1}), 10, 100);
    table.remove({1}, {}, 0);
    table.countRefused();
    QCOMPARE(table.totals().messagesFromClients, 1U);
    QCOMPARE(table.totals().connections, 0);
    QCOMPARE(table.totals().refused, 1U);
}

void TestConnectionTable::aRemovedConnectionIsToldWithItsFigures()
{
    ConnectionTable table;
    table.add({1}, {}, nullptr, 0);
    table.countReceived(*table.find({1}), 10, 100);
    const QSignalSpy removed(&table, &ConnectionTable::removed);
    table.remove({1}, {4711, {}, ClosedBy::Peer}, 99);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.first().at(0).value<Connection>().traffic.bytesFromClient, 10U);
    QCOMPARE(removed.first().at(1).value<CloseInfo>().code, 4711);
    QCOMPARE(removed.first().at(2).toLongLong(), 99);
    QCOMPARE(table.find({1}), nullptr);
    table.remove({1}, {}, 100);
    QCOMPARE(removed.size(), 1);
}

void TestConnectionTable::changesAreAnnouncedOnce()
{
    ConnectionTable table;
    const QSignalSpy changed(&table, &ConnectionTable::changed);
    table.add({1}, {}, nullptr, 0);
    table.countReceived(*table.find({1}), 10, 100);
    table.setRoundTrip({1}, 5);
    const auto anna = UserId::parse(QByteArrayView("anna")).value();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(table.takeChanged(), QList<ConnectionId>{{1}});
    QCOMPARE(table.takeChanged(), QList<ConnectionId>());
    table.setUser({1}, anna);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(table.takeChanged(), QList<ConnectionId>{{1}});
    table.setUser({1}, anna);
    QCOMPARE(table.takeChanged(), QList<ConnectionId>());
}

void TestConnectionTable::changesOfRemovedConnectionsAreForgotten()
{
    ConnectionTable table;
    table.add({1}, {}, nullptr, 0);
    table.remove({1}, {}, 0);
    QCOMPARE(table.takeChanged(), QList<ConnectionId>());
}

void TestConnectionTable::figuresOfAnUnknownConnectionAreIgnored()
{
    ConnectionTable table;
    table.countSent({1}, 1, 10, 100);
    table.setRoundTrip({1}, 5);
    table.setClosing({1});
    table.touch({1});
    QCOMPARE(table.totals().messagesToClients, 0U);
    QCOMPARE(table.takeChanged(), QList<ConnectionId>());
}

QTEST_GUILESS_MAIN(TestConnectionTable)
#include "tst_connection_table.moc"
