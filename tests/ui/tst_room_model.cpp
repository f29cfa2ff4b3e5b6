// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rooms/room_filter.h"
#include "ui/rooms/room_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/order_hint.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace signalbox;

namespace {

RoomStatus room(const QByteArray &name, qint64 members, quint64 messages = 0,
                const QByteArray &last = {})
{
    RoomStatus status;
    status.name = RoomName::parse(QByteArrayView(name)).value();
    status.members = members;
    status.messages = messages;
    status.lastPayload = last;
    return status;
}

QStringList names(const QAbstractItemModel &model)
{
    QStringList result;
    for (int row = 0; row < model.rowCount(); ++row)
        result += model.index(row, RoomModel::Name).data().toString();
    return result;
}

} // namespace

class TestRoomModel : public QObject
{
    Q_OBJECT

private slots:
    static void roomsComeChangeAndGo();
    static void resetForgetsEverything();
    static void ratesAreMessagesASecond();
    static void theLastMessageIsItsTellingPart();
    static void theToolTipHasAllThatIsKnownOfTheLastMessage();
    static void aLastMessageThatWasCutIsTellingToo();
    static void searchAndOrder();
    static void aRoomThatOpensFindsItsPlace();
    static void orderIsHeldWhilePointedAtAndSaysSo();
    static void manyRoomsEndAtOnce();
};

void TestRoomModel::roomsComeChangeAndGo()
{
    Theme theme;
    RoomModel model(theme);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QSignalSpy inserted(&model, &RoomModel::rowsInserted);
    RoomsChanged change;
    change.updated = {room("lobby", 2), room("ops", 1), room("lobby", 3), room("dev", 1)};
    model.apply(change);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(names(model),
             (QStringList{QStringLiteral("lobby"), QStringLiteral("ops"), QStringLiteral("dev")}));
    QCOMPARE(model.at(0).members, 3);

    RoomsChanged next;
    next.updated = {room("dev", 7)};
    next.closed = {room("lobby", 0).name, room("unknown", 0).name};
    model.apply(next);
    QCOMPARE(names(model), (QStringList{QStringLiteral("ops"), QStringLiteral("dev")}));
    QCOMPARE(model.at(1).members, 7);
    next.closed.clear();
    next.updated = {room("dev", 8)};
    model.apply(next);
    QCOMPARE(model.at(1).members, 8);
}

void TestRoomModel::resetForgetsEverything()
{
    Theme theme;
    RoomModel model(theme);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    RoomsChanged change;
    change.updated = {room("lobby", 2)};
    model.apply(change);
    change.reset = true;
    change.updated = {room("ops", 1)};
    model.apply(change);
    QCOMPARE(names(model), QStringList{QStringLiteral("ops")});
}

void TestRoomModel::ratesAreMessagesASecond()
{
    Theme theme;
    RoomModel model(theme);
    RoomsChanged change;
    change.updated = {room("lobby", 2)};
    model.apply(change);
    model.advance(1'000);
    change.updated = {room("lobby", 2, 20)};
    model.apply(change);
    model.advance(3'000);
    QCOMPARE(model.rateAt(0), 20.0 / 3); // the mean, so that it does not jump
    model.advance(6'000);
    QCOMPARE(model.rateAt(0), 4.0); // of the last five seconds
    model.advance(8'000);
    QCOMPARE(model.rateAt(0), 0.0);
    QVERIFY(model.headerData(RoomModel::Rate, Qt::Horizontal, Qt::ToolTipRole)
                .toString()
                .contains(QStringLiteral("5 seconds")));
}

void TestRoomModel::theLastMessageIsItsTellingPart()
{
    Theme theme;
    RoomModel model(theme);
    RoomsChanged change;
    change.updated = {room("lobby", 2, 1, R"({"type":"chat_message","content":"hi <b>\nthere"})")};
    model.apply(change);
    const QString text = model.index(0, RoomModel::LastMessage).data().toString();
    QVERIFY(text.contains(QStringLiteral("hi <b>")));
    QVERIFY(!text.contains(u'\n'));
}

void TestRoomModel::theToolTipHasAllThatIsKnownOfTheLastMessage()
{
    Theme theme;
    RoomModel model(theme);
    const auto toolTip = [&model](const QByteArray &payload) {
        RoomsChanged change;
        change.updated = {room("lobby", 2, 1, payload)};
        model.apply(change);
        return model.index(0, RoomModel::LastMessage).data(Qt::ToolTipRole).toString();
    };
    QCOMPARE(toolTip(R"({"type":"chat_message","content":"hi)" + QString(QChar(0x202e)).toUtf8()
                     + R"("})"),
             QStringLiteral(R"({"type":"chat_message","content":"hi\u{202e}"})"));
    const QString cut = toolTip(QByteArray(RoomStatus::MaxLastPayload - 1, 'x') + '\xe5');
    QCOMPARE(cut.count(u'x'), RoomStatus::MaxLastPayload - 1);
    QVERIFY(cut.endsWith(QStringLiteral("x…")));
    const QStringList lines = cut.split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.constFirst().size() <= 100);
    QCOMPARE(toolTip({}), QString());
}

void TestRoomModel::aLastMessageThatWasCutIsTellingToo()
{
    Theme theme;
    RoomModel model(theme);
    const QByteArray whole = R"({"type":"chat_message","userId":"ann","content":")"
                             + QByteArray(200, 'x') + "大家好大家好大家好";
    RoomsChanged change;
    change.updated = {room("lobby", 2, 1, whole.left(RoomStatus::MaxLastPayload))};
    model.apply(change);
    const QString text = model.index(0, RoomModel::LastMessage).data().toString();
    QVERIFY2(text.startsWith(QStringLiteral("ann: xxx")), qPrintable(text));
    QVERIFY2(text.endsWith(u'…') && !text.contains(u'\\'), qPrintable(text));
}

void TestRoomModel::searchAndOrder()
{
    Theme theme;
    RoomModel model(theme);
    RoomFilter filter(model);
    QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
    RoomsChanged change;
    change.updated = {room("ops", 5), room("lobby", 9), room("Lobby two", 1)};
    model.apply(change);
    filter.setText(QStringLiteral("lob"));
    QCOMPARE(filter.rowCount(), 2);
    filter.setText({});
    filter.sort(RoomModel::Members, Qt::DescendingOrder);
    QCOMPARE(names(filter), (QStringList{QStringLiteral("lobby"), QStringLiteral("ops"),
                                         QStringLiteral("Lobby two")}));
    QCOMPARE(filter.at(0).members, 9);
}

void TestRoomModel::aRoomThatOpensFindsItsPlace()
{
    const Theme theme;
    RoomModel model(theme);
    RoomFilter filter(model);
    RoomsChanged change;
    change.updated = {room("lobby", 1), room("ops", 1)};
    model.apply(change);
    change.updated = {room("dev", 1), room("ops", 2)};
    model.apply(change);
    QTRY_COMPARE(names(filter), (QStringList{QStringLiteral("dev"), QStringLiteral("lobby"),
                                             QStringLiteral("ops")}));
}

void TestRoomModel::orderIsHeldWhilePointedAtAndSaysSo()
{
    Theme theme;
    RoomModel model(theme);
    RoomFilter filter(model);
    QTableView view;
    view.setModel(&filter);
    filter.setView(&view);
    const OrderHint hint(filter, theme, &view);
    model.apply({true, {room("a", 1), room("b", 2)}, {}});
    filter.sort(RoomModel::Members, Qt::DescendingOrder);
    QCOMPARE(names(filter), QStringList({QStringLiteral("b"), QStringLiteral("a")}));
    view.viewport()->setAttribute(Qt::WA_UnderMouse);
    model.apply({false, {room("a", 3)}, {}});
    QTRY_VERIFY(filter.isOrderHeld());
    QCOMPARE(names(filter), QStringList({QStringLiteral("b"), QStringLiteral("a")}));
    QVERIFY(!hint.text().isEmpty());
    view.viewport()->setAttribute(Qt::WA_UnderMouse, false);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(view.viewport(), &leave);
    QCOMPARE(names(filter), QStringList({QStringLiteral("a"), QStringLiteral("b")})); // at once
    QVERIFY(!filter.isOrderHeld());
    QVERIFY(hint.text().isEmpty());
}

void TestRoomModel::manyRoomsEndAtOnce()
{
    const Theme theme;
    RoomModel model(theme);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    RoomsChanged change;
    for (int i = 0; i < 100; ++i)
        change.updated += room("room-" + QByteArray::number(i), 1);
    model.apply(change);
    const QSignalSpy removed(&model, &RoomModel::rowsRemoved);
    RoomsChanged ends;
    for (int i = 80; i >= 20; --i)
        ends.closed += room("room-" + QByteArray::number(i), 0).name;
    ends.closed += ends.closed.constFirst(); // twice is once
    ends.updated = {room("room-99", 5)};
    model.apply(ends);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(model.rowCount(), 39);
    QCOMPARE(model.at(38).members, 5);
    ends.closed.clear();
    ends.updated = {room("room-81", 7)};
    model.apply(ends);
    QCOMPARE(model.at(20).members, 7);
}

QTEST_MAIN(TestRoomModel)
#include "tst_room_model.moc"
