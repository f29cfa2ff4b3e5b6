// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filter.h"
#include "tests/ui/connection_samples.h"
#include "ui/connections/connection_subject.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// Connections, as filters see them.
class ConnectionSubjectTest : public QObject
{
    Q_OBJECT

private slots:
    void connectionsAreFound_data();
    void connectionsAreFound();
    void twentyThousandAreSearchedAtOnce_data();
    void twentyThousandAreSearchedAtOnce();
};

namespace {

constexpr qint64 Now = 10'000'000;
constexpr qint64 BufferLimit = 1 << 20;

ConnectionRow liveRow(quint64 id, const QByteArray &user, const QList<QByteArray> &rooms)
{
    ConnectionRow row;
    const ConnectionOpened opened = openedSample(id, "/app");
    row.opened = opened.timestamp;
    row.handshake = opened.handshake;
    row.handshake.origin = "https://example.com";
    row.handshake.fields.append("User-Agent", "Firefox/130");
    row.status = statusSample(id, user, rooms);
    return row;
}

/// 1: busy ann in two rooms; 2: slow bob; 3: closing; 4: kicked; 5: refused.
QList<ConnectionRow> fiveRows()
{
    QList<ConnectionRow> rows{liveRow(1, "ann", {"lobby", "ops"}), liveRow(2, "bob", {"lobby"}),
                              liveRow(3, {}, {}), liveRow(4, "odd one", {}), liveRow(5, {}, {})};
    rows[0].status.roundTrip = 12'300;
    rows[0].status.roomUsers = {rows[0].status.user, UserId::parse(u"annette").value()};
    rows[0].status.traffic = {1'000, 200, 2'000'000, 1'000, 0};
    rows[0].fromClientRate = 40;
    rows[0].toClientRate = 2;
    rows[0].status.lastMessage = Now - 5'000;
    rows[1].status.buffered = BufferLimit / 2;
    rows[1].status.traffic.dropped = 3;
    rows[2].status.state = ConnectionState::Closing;
    rows[3].kind = RowKind::Closed;
    rows[3].close = {4000, u"too loud"_s, ClosedBy::Operator};
    rows[4].kind = RowKind::Refused;
    rows[4].refusedStatus = 403;
    rows[4].refusedCause = u"The origin is not allowed."_s;
    rows[4].status.id = {};
    return rows;
}

} // namespace

void ConnectionSubjectTest::connectionsAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rows");

    const auto row = [](const char *name, const QString &text, const QString &rows) {
        QTest::newRow(name) << text << rows;
    };
    row("a user", u"user:odd"_s, u"4"_s);
    row("one of the rooms", u"room=ops"_s, u"1"_s);
    row("a path", u"path=/app"_s, u"1 2 3 4 5"_s);
    row("a port", u"address:40002"_s, u"2"_s);
    row("an address alone", u"address=127.0.0.1"_s, u"1 2 3 4 5"_s);
    row("an origin", u"origin:example"_s, u"1 2 3 4 5"_s);
    row("a header's value", u"header:firefox conn:1"_s, u"1"_s);
    row("a header's name", u"header:user-agent conn:1"_s, u"1"_s);
    row("open ones", u"state=open"_s, u"1 2"_s);
    row("slow ones", u"state:slow"_s, u"2"_s);
    row("closing ones", u"state:closing"_s, u"3"_s);
    row("closed ones", u"state:closed"_s, u"4"_s);
    row("refused ones", u"state:refused"_s, u"5"_s);
    row("the state as it is shown", u"state:4000"_s, u"4"_s);
    row("an RTT", u"rtt>=12ms"_s, u"1"_s);
    row("no RTT is not a small one", u"rtt<1s"_s, u"1"_s);
    row("what is buffered", u"buffered>=512KiB"_s, u"2"_s);
    row("a rate of both ways", u"rate>41"_s, u"1"_s);
    row("messages of both ways", u"messages=1200"_s, u"1"_s);
    row("bytes of both ways", u"bytes>2MB"_s, u"1"_s);
    row("dropped messages", u"dropped>0"_s, u"2"_s);
    row("idle ones", u"idle>1min"_s, u"2 3"_s);
    row("one that is busy", u"idle:5s"_s, u"1"_s);
    row("a close code", u"code:4000..4099"_s, u"4"_s);
    row("a reason", u"reason:loud"_s, u"4"_s);
    row("the cause of a refusal", u"reason:origin"_s, u"5"_s);
    row("a status", u"status:403"_s, u"5"_s);
    row("who closed", u"closedby:operator"_s, u"4"_s);
    row("an id", u"conn:2..3"_s, u"2 3"_s);
    row("an id with its sign", u"#3"_s, u"3"_s);
    row("any part", u"lob"_s, u"1 2"_s);
    row("any part: a state", u"slow"_s, u"2"_s);
    row("any part: a port", u":40003"_s, u"3"_s);
    row("any part: an origin", u"example.com #1"_s, u"1"_s);
    row("any part: a user agent", u"firefox #2"_s, u"2"_s);
    row("any part: who closed", u"operator"_s, u"4"_s);
    row("any part: the name in another room", u"annette"_s, u"1"_s);
    row("the name in another room", u"user:annette"_s, u"1"_s);
    row("any part: not a header that is not shown", u"user-agent"_s, QString());
}

void ConnectionSubjectTest::connectionsAreFound()
{
    QFETCH(const QString, text);
    QFETCH(const QString, rows);

    const auto result = Filter::compile(text, FilterFields::ofConnections());
    QVERIFY2(result, qPrintable(result.error.value_or(FilterError()).message));
    const QList<ConnectionRow> all = fiveRows();
    QStringList found;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (result.filter.matches(ConnectionSubject(all.at(i), BufferLimit, Now)))
            found += QString::number(i + 1);
    }
    QCOMPARE(found.join(u' '), rows);
}

void ConnectionSubjectTest::twentyThousandAreSearchedAtOnce_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("a field") << u"room:ops"_s;
    QTest::newRow("any part") << u"zzz"_s;
    QTest::newRow("a regular expression") << u"user:/^user-19+$/"_s;
}

void ConnectionSubjectTest::twentyThousandAreSearchedAtOnce()
{
    QFETCH(const QString, text);

    constexpr int Count = 20'000;
    QList<ConnectionRow> rows;
    rows.reserve(Count);
    for (int i = 1; i <= Count; ++i)
        rows += liveRow(quint64(i), "user-" + QByteArray::number(i), {"lobby", "team-17"});
    const Filter filter = Filter::compile(text, FilterFields::ofConnections()).filter;
    QBENCHMARK
    {
        qsizetype found = 0;
        for (const ConnectionRow &row : std::as_const(rows))
            found += filter.matches(ConnectionSubject(row, BufferLimit, Now)) ? 1 : 0;
        QVERIFY(found < Count);
    }
}

QTEST_GUILESS_MAIN(ConnectionSubjectTest)
#include "tst_connection_subject.moc"
