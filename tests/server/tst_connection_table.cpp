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
    void countsTrafficOfEachAndOfAll();
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
    table.setClosing({1}, {});
    table.setClosing({1}, {});
    QCOMPARE(closing.size(), 1);
    QCOMPARE(table.open(), QList<ConnectionId>{{2}});
    QCOMPARE(table.openAt("/"), QList<ConnectionId>{{2}});
    QCOMPARE(table.all().size(), 2);
    QCOMPARE(table.closingCount(), 1);
    table.remove({1}, {}, 0);
    QCOMPARE(table.closingCount(), 0);
}

void TestConnectionTable::countsTrafficOfEachAndOfAll()
{
    ConnectionTable table;
    table.add({1}, {}, nullptr, 0);
    table.add({2}, {}, nullptr, 0);
    const QSignalSpy passed(&table, &ConnectionTable::messagePassed);
    table.countReceived({1}, 10, 100);
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
    QCOMPARE(passed.size(), 3);
}

void TestConnectionTable::totalsOutliveTheirConnections()
{
    ConnectionTable table;
    table.add({1}, {}, nullptr, 0);
    table.countReceived({1}, 10, 100);
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
    table.countReceived({1}, 10, 100);
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
    table.countReceived({1}, 10, 100);
    table.setRoundTrip({1}, 5);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(table.takeChanged(), QList<ConnectionId>{{1}});
    QCOMPARE(table.takeChanged(), QList<ConnectionId>());
    table.setUser({1}, UserId::parse(QByteArrayView("anna")).value());
    QCOMPARE(changed.size(), 2);
    QCOMPARE(table.takeChanged(), QList<ConnectionId>{{1}});
    table.setUser({1}, UserId::parse(QByteArrayView("anna")).value());
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
    table.countReceived({1}, 10, 100);
    table.countSent({1}, 1, 10, 100);
    table.setRoundTrip({1}, 5);
    table.setClosing({1}, {});
    table.touch({1});
    QCOMPARE(table.totals().messagesFromClients, 0U);
    QCOMPARE(table.takeChanged(), QList<ConnectionId>());
}

QTEST_GUILESS_MAIN(TestConnectionTable)
#include "tst_connection_table.moc"
