// SPDX-License-Identifier: GPL-3.0-or-later
// What the console says of one connection: pings, buffer, rooms over time, and what helps.
#include "tests/ui/activity_samples.h"
#include "tests/ui/connection_samples.h"
#include "ui/connections/connection_columns.h"
#include "ui/connections/connection_facts.h"
#include "ui/connections/connection_filter.h"
#include "ui/connections/connection_model.h"
#include "ui/connections/connection_text.h"
#include "ui/connections/refusal_remedy.h"
#include "ui/connections/round_trip_graph.h"
#include "ui/connections/round_trip_line.h"
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"

#include <QAction>
#include <QMenu>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace signalbox;

class TestConnectionDetails : public QObject
{
    Q_OBJECT

private slots:
    static void pingsAreKeptUpToABound();
    static void aPingIsNotedWhenItIsMeasured();
    static void theGraphSaysWhatItShows();
    static void theGraphHasRoomForItsScaleAtAnyZoom();
    static void theLineOfACellUsesAllOfItsWidth_data();
    static void theLineOfACellUsesAllOfItsWidth();
    static void aLevelIsAWordToo_data();
    static void aLevelIsAWordToo();
    static void aRefusalSaysWhatHelps_data();
    static void aRefusalSaysWhatHelps();
    static void allowingOneOriginShutsOutNobody_data();
    static void allowingOneOriginShutsOutNobody();
    static void roomsAreListedOverTime();
    static void thePathHidesUntilItIsChosen();
    static void columnsAreReset();
    static void forgottenEndsAreCounted();
};

namespace {

ConnectionRow refusedRow(int status, const QString &cause, const QByteArray &origin)
{
    ConnectionRow row;
    row.kind = RowKind::Refused;
    row.refusedStatus = status;
    row.refusedCause = cause;
    row.handshake.origin = origin;
    return row;
}

/// Opens the column menu by its key and triggers one entry.
void chooseInColumnMenu(DataTable &table, const QString &text)
{
    bool found = false;
    QTimer::singleShot(0, &table, [&] {
        auto *menu = table.findChild<QMenu *>(QStringLiteral("columnMenu"));
        QVERIFY(menu);
        const auto actions = menu->actions();
        const auto action = std::ranges::find(actions, text, &QAction::text);
        found = action != actions.end();
        if (found)
            (*action)->trigger();
        menu->close();
    });
    table.columnsAction()->trigger();
    QVERIFY(found);
}

} // namespace

void TestConnectionDetails::pingsAreKeptUpToABound()
{
    PingHistory pings;
    QVERIFY(pings.isEmpty());
    for (int i = 1; i <= 100; ++i)
        pings.add(qint64(i) * 1'000);
    QCOMPARE(pings.size(), PingHistory::Most);
    QCOMPARE(pings.at(PingHistory::Most - 1), 100'000);
    QCOMPARE(pings.at(0), (100 - PingHistory::Most + 1) * 1'000);
    QCOMPARE(pings.lowest(), pings.at(0));
    QCOMPARE(pings.highest(), 100'000);
}

void TestConnectionDetails::aPingIsNotedWhenItIsMeasured()
{
    const Theme theme;
    ConnectionModel model(theme);
    ConnectionsChanged change;
    change.opened = {openedSample(1)};
    model.apply(change);
    change.opened.clear();
    for (const qint64 roundTrip : {-1, 5'000, 5'000, 7'000}) {
        ConnectionStatus status = statusSample(1);
        status.roundTrip = roundTrip;
        change.updated = {status};
        model.apply(change);
    }
    QCOMPARE(model.at(0).pings.size(), 2);
    QCOMPARE(model.at(0).pings.at(0), 5'000);
    QCOMPARE(model.at(0).pings.at(1), 7'000);
    QCOMPARE(model.index(0, 0).data(ConnectionModel::PingsRole).value<PingHistory>().size(), 2);
}

void TestConnectionDetails::theGraphSaysWhatItShows()
{
    const Theme theme;
    RoundTripGraph graph(theme);
    PingHistory pings;
    for (const int value : {8'000, 40'000, 12'000})
        pings.add(value);
    graph.setPings(pings);
    QCOMPARE(graph.accessibleDescription(),
             QStringLiteral("12 ms now, 8.0 ms to 40 ms over the last 3 pings"));
    QVERIFY(!graph.accessibleName().isEmpty());
    QVERIFY(!graph.grab().isNull());
    QCOMPARE(roundTripsText({}), QStringLiteral("not measured yet"));
}

void TestConnectionDetails::theGraphHasRoomForItsScaleAtAnyZoom()
{
    Theme theme;
    const RoundTripGraph graph(theme);
    for (const int zoom : {Theme::SmallestZoom, Theme::NormalZoom, Theme::LargestZoom}) {
        theme.setZoom(zoom);
        QVERIFY(graph.sizeHint().height() >= 2 * QFontMetrics(theme.captionFont()).height());
    }
}

void TestConnectionDetails::theLineOfACellUsesAllOfItsWidth_data()
{
    QTest::addColumn<int>("pings");
    QTest::addColumn<int>("least"); // pixels that it is wide
    QTest::addColumn<int>("most");
    QTest::newRow("none is nothing") << 0 << 0 << 0;
    QTest::newRow("one is a dot") << 1 << 3 << 5;
    QTest::newRow("two stand apart") << 2 << 8 << 14;
    QTest::newRow("few fill it") << 5 << 22 << 26;
    QTest::newRow("as many as are kept fill it") << 40 << 22 << 26;
}

void TestConnectionDetails::theLineOfACellUsesAllOfItsWidth()
{
    QFETCH(const int, pings);
    QFETCH(const int, least);
    QFETCH(const int, most);
    const Theme theme;
    ConnectionModel model(theme);
    ConnectionFilter filter(model);
    DataTable table(theme);
    table.setModel(&filter);
    new ConnectionColumns(table, model, theme);
    ConnectionsChanged change;
    change.opened = {openedSample(1)};
    model.apply(change);
    change.opened.clear();
    for (int i = 0; i < pings; ++i) {
        ConnectionStatus status = statusSample(1);
        status.roundTrip = 500'000 + i % 2 * 388'000; // as wide as a number gets
        change.updated = {status};
        model.apply(change);
    }
    table.resize(1000, 200);
    const QImage image = table.grab().toImage();
    const QRect cell = table.visualRect(filter.index(0, ConnectionModel::RoundTrip))
                           .translated(table.viewport()->pos());
    const QColor ground = image.pixelColor(cell.left() + 1, cell.top() + 1);
    const int number = QFontMetrics(theme.fixedFont()).horizontalAdvance(QStringLiteral("888 ms"));
    int first = cell.right();
    int last = first - 1;
    for (int x = cell.left(); x <= cell.right() - number - spacing::Medium; ++x) {
        for (int y = cell.top() + 1; y < cell.bottom(); ++y) {
            if (image.pixelColor(x, y) == ground)
                continue;
            first = std::min(first, x);
            last = x;
        }
    }
    const int width = last - first + 1;
    QVERIFY2(width >= least && width <= most, qPrintable(QString::number(width)));
}

void TestConnectionDetails::aLevelIsAWordToo_data()
{
    QTest::addColumn<qint64>("buffered");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("text");
    QTest::newRow("calm below half")
        << qint64(499) << QStringLiteral("open") << QStringLiteral("49 % of");
    QTest::newRow("a slow consumer from half on")
        << qint64(500) << QStringLiteral("slow consumer") << QStringLiteral("a slow consumer");
    QTest::newRow("nearly full from nine tenths on")
        << qint64(900) << QStringLiteral("nearly full") << QStringLiteral("90 % of");
}

void TestConnectionDetails::aLevelIsAWordToo()
{
    QFETCH(qint64, buffered);
    QFETCH(QString, text);
    const Theme theme;
    ConnectionModel model(theme);
    model.setBufferLimit(1'000);
    ConnectionsChanged change;
    change.opened = {openedSample(1)};
    ConnectionStatus status = statusSample(1);
    status.buffered = buffered;
    change.updated = {status};
    model.apply(change);
    const QModelIndex state = model.index(0, ConnectionModel::State);
    QTEST(state.data().toString(), "state");
    QVERIFY2(bufferText(model.at(0), 1'000).contains(text),
             qPrintable(bufferText(model.at(0), 1'000)));
}

void TestConnectionDetails::aRefusalSaysWhatHelps_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<QString>("says");
    const auto origin = QStringLiteral("add it to the option allowedOrigins");
    QTest::newRow("403 for its origin: the option")
        << 403 << origin << QByteArray("https://a.b") << QStringLiteral("https://a.b");
    QTest::newRow("403 for an opaque origin: only *")
        << 403 << origin << QByteArray("null") << QStringLiteral("only *");
    QTest::newRow("403 for something else: a ban")
        << 403 << QStringLiteral("banned") << QByteArray("https://a.b") << QStringLiteral("ban");
    QTest::newRow("404: the path") << 404 << QString() << QByteArray() << QStringLiteral("ws://");
    QTest::newRow("408: the timeouts")
        << 408 << QString() << QByteArray() << QStringLiteral("headTimeout");
    QTest::newRow("426: the version") << 426 << QString() << QByteArray() << QStringLiteral("13");
    QTest::newRow("431: the limits of a head")
        << 431 << QString() << QByteArray() << QStringLiteral("maxHeadSize");
    QTest::newRow("503: the limit of connections")
        << 503 << QString() << QByteArray() << QStringLiteral("maxConnections");
}

void TestConnectionDetails::aRefusalSaysWhatHelps()
{
    QFETCH(int, status);
    QFETCH(QString, cause);
    QFETCH(QByteArray, origin);
    QFETCH(QString, says);
    const QString text = remedyText(refusedRow(status, cause, origin));
    QVERIFY2(text.contains(says), qPrintable(text));
}

void TestConnectionDetails::allowingOneOriginShutsOutNobody_data()
{
    QTest::addColumn<QStringList>("now");
    QTest::addColumn<QStringList>("expected");
    const auto added = QStringLiteral("https://new.example");
    const auto other = QStringLiteral("https://other.example");
    const auto connected = QStringLiteral("http://localhost:8080");
    QTest::newRow("a list gets one more") << QStringList{other} << QStringList{other, added};
    QTest::newRow("it is not listed twice") << QStringList{added} << QStringList{added};
    QTest::newRow("the first entry brings those who are connected")
        << QStringList() << QStringList{connected, added};
}

void TestConnectionDetails::allowingOneOriginShutsOutNobody()
{
    QFETCH(QStringList, now);
    QList<ConnectionRow> connected(3);
    connected[0].handshake.origin = connected[1].handshake.origin = "http://localhost:8080";
    QTEST(allowedOriginsWith(QStringLiteral("https://new.example"), now, connected), "expected");
}

void TestConnectionDetails::roomsAreListedOverTime()
{
    ActivitySamples s;
    MessageStore store;
    store.append({s.opened(1), s.joined(1, "lobby"), s.left(1, "lobby")});
    for (int i = 0; i < 20; ++i)
        store.append({s.joined(1, "room" + QByteArray::number(i))});
    ConnectionRow row;
    row.status = statusSample(1);
    const auto facts = connectionFacts(row, store.stays(ConnectionId{1}), 5'000, false);
    const auto heading = std::ranges::find_if(
        facts, [](const Fact &fact) { return fact.value.contains(QStringLiteral("over time")); });
    QVERIFY(heading != facts.end());
    QCOMPARE((heading + 1)->name, QStringLiteral("room19"));
    QVERIFY((heading + 1)->value.startsWith(QStringLiteral("since")));
    QCOMPARE((heading + 1 + MaxListedStays)->name, QStringLiteral("Earlier"));
    QCOMPARE((heading + 1 + MaxListedStays)->value, QStringLiteral("9 more"));
}

void TestConnectionDetails::thePathHidesUntilItIsChosen()
{
    const Theme theme;
    ConnectionModel model(theme);
    ConnectionFilter filter(model);
    DataTable table(theme);
    table.setModel(&filter);
    new ConnectionColumns(table, model, theme);
    table.show();
    ConnectionsChanged change;
    change.opened = {openedSample(1), openedSample(2)};
    model.apply(change);
    QVERIFY(table.isColumnHidden(ConnectionModel::Path));
    change.opened = {openedSample(3, "/echo")};
    model.apply(change);
    QVERIFY(!table.isColumnHidden(ConnectionModel::Path));
    chooseInColumnMenu(table, QStringLiteral("Path"));
    QVERIFY(table.isColumnHidden(ConnectionModel::Path));
    change.opened = {openedSample(4, "/ack")};
    model.apply(change);
    QVERIFY(table.isColumnHidden(ConnectionModel::Path)); // the operator's word counts
}

void TestConnectionDetails::columnsAreReset()
{
    const Theme theme;
    ConnectionModel model(theme);
    ConnectionFilter filter(model);
    DataTable table(theme);
    table.setModel(&filter);
    new ConnectionColumns(table, model, theme);
    table.show();
    chooseInColumnMenu(table, QStringLiteral("Messages"));
    chooseInColumnMenu(table, QStringLiteral("Path"));
    chooseInColumnMenu(table, QStringLiteral("User"));
    QVERIFY(!table.isColumnHidden(ConnectionModel::Messages));
    QVERIFY(!table.isColumnHidden(ConnectionModel::Path));
    QVERIFY(table.isColumnHidden(ConnectionModel::User));
    chooseInColumnMenu(table, QStringLiteral("Reset columns"));
    QVERIFY(table.isColumnHidden(ConnectionModel::Messages));
    QVERIFY(table.isColumnHidden(ConnectionModel::Path));
    QVERIFY(!table.isColumnHidden(ConnectionModel::User));
}

void TestConnectionDetails::forgottenEndsAreCounted()
{
    const Theme theme;
    ConnectionModel model(theme);
    ConnectionsChanged change;
    for (int i = 0; i < int(ConnectionModel::MaxRefused) + 5; ++i)
        change.refused += refusedSample(404, QStringLiteral("no"), i);
    change.closedOmitted = 7;
    model.apply(change);
    QCOMPARE(model.forgottenCount(), 12U);
    model.clearEnded();
    QCOMPARE(model.forgottenCount(), 0U);
}

QTEST_MAIN(TestConnectionDetails)
#include "tst_connection_details.moc"
