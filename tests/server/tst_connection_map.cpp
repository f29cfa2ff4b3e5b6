// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/connection_map.h"

#include <QHash>
#include <QRandomGenerator>
#include <QTest>

#include <memory>

using namespace signalbox;

class TestConnectionMap : public QObject
{
    Q_OBJECT

private slots:
    static void findsWhatWasInserted();
    static void replacesWhatWasThere();
    static void noIdIsNeverThere();
    static void takesEachOnce();
    static void holdsWhatCanOnlyBeMoved();
    static void staysRightWhateverComesAndGoes_data();
    static void staysRightWhateverComesAndGoes();
};

void TestConnectionMap::findsWhatWasInserted()
{
    ConnectionMap<int> map;
    QVERIFY(map.isEmpty());
    for (int i = 1; i <= 1000; ++i)
        map.insert(ConnectionId{static_cast<quint64>(i)}, i);
    QCOMPARE(map.size(), 1000);
    for (int i = 1; i <= 1000; ++i)
        QCOMPARE(*map.find(ConnectionId{static_cast<quint64>(i)}), i);
    QCOMPARE(map.find(ConnectionId{1001}), nullptr);
    qint64 sum = 0;
    map.visit([&sum](ConnectionId /*id*/, int value) { sum += value; });
    QCOMPARE(sum, 500'500);
}

void TestConnectionMap::replacesWhatWasThere()
{
    ConnectionMap<int> map;
    map.insert(ConnectionId{7}, 1);
    QCOMPARE(map.insert(ConnectionId{7}, 2), 2);
    QCOMPARE(map.size(), 1);
    QCOMPARE(*map.find(ConnectionId{7}), 2);
}

void TestConnectionMap::noIdIsNeverThere()
{
    ConnectionMap<int> map;
    QCOMPARE(map.find(ConnectionId{}), nullptr);
    QVERIFY(!map.take(ConnectionId{}));
    map.insert(ConnectionId{1}, 1);
    QVERIFY(!map.contains(ConnectionId{}));
}

void TestConnectionMap::takesEachOnce()
{
    ConnectionMap<int> map;
    map.insert(ConnectionId{1}, 10);
    QCOMPARE(map.take(ConnectionId{1}), 10);
    QVERIFY(!map.take(ConnectionId{1}));
    QVERIFY(map.isEmpty());
    QVERIFY(!map.contains(ConnectionId{1}));
}

void TestConnectionMap::holdsWhatCanOnlyBeMoved()
{
    ConnectionMap<std::unique_ptr<int>> map;
    for (quint64 id = 1; id <= 100; ++id)
        map.insert(ConnectionId{id}, std::make_unique<int>(static_cast<int>(id)));
    QCOMPARE(**map.take(ConnectionId{50}), 50);
    QCOMPARE(**map.find(ConnectionId{51}), 51);
}

void TestConnectionMap::staysRightWhateverComesAndGoes_data()
{
    QTest::addColumn<quint32>("stay");
    QTest::newRow("nobody stays") << 0U;
    QTest::newRow("a few stay") << 5U;
    QTest::newRow("most stay") << 90U;
}

void TestConnectionMap::staysRightWhateverComesAndGoes()
{
    QFETCH(const quint32, stay); // percent
    QRandomGenerator random(17);
    ConnectionMap<quint64> map;
    QHash<ConnectionId, quint64> expected;
    for (quint64 id = 1; id <= 20'000; ++id) {
        map.insert(ConnectionId{id}, 2 * id);
        expected.insert(ConnectionId{id}, 2 * id);
        const ConnectionId leaver{id > 500 ? id - 500 : 0};
        if (leaver.isValid() && random.bounded(100U) >= stay) {
            QCOMPARE(map.take(leaver), 2 * leaver.value);
            expected.remove(leaver);
        }
    }
    QCOMPARE(map.size(), expected.size());
    for (quint64 id = 1; id <= 20'001; ++id) {
        const auto *found = map.find(ConnectionId{id});
        QCOMPARE(found ? *found : 0, expected.value(ConnectionId{id}));
    }
    const auto ids = expected.keys();
    for (const auto id : ids)
        QCOMPARE(map.take(id), 2 * id.value);
    QVERIFY(map.isEmpty());
}

QTEST_GUILESS_MAIN(TestConnectionMap)
#include "tst_connection_map.moc"
