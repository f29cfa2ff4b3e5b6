// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/server.h"
#include "tests/ui/connection_samples.h"
#include "ui/actions/close_dialog.h"
#include "ui/actions/composed_payload.h"
#include "ui/actions/delivery_view.h"
#include "ui/actions/kick_dialog.h"
#include "ui/actions/recipient_list.h"
#include "ui/actions/room_dialog.h"
#include "ui/actions/send_dialog.h"
#include "ui/actions/stop_dialog.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <memory>

using namespace signalbox;

namespace {

ConnectionRow row(quint64 id, const QByteArray &user = {})
{
    ConnectionRow result;
    result.opened = 1;
    result.handshake = openedSample(id).handshake;
    result.status = statusSample(id, user);
    return result;
}

template <typename Widget>
Widget *child(const QWidget &dialog, const char *name)
{
    return dialog.findChild<Widget *>(QString::fromLatin1(name));
}

} // namespace

class TestDialogs : public QObject
{
    Q_OBJECT

private slots:
    static void hexIsReadOrRefused_data();
    static void hexIsReadOrRefused();
    static void reasonIsCountedInBytes_data();
    static void reasonIsCountedInBytes();
    static void onlySendableCodesKick_data();
    static void onlySendableCodesKick();
    static void cancelIsTheDefaultOfDangerousDialogs();
    static void enterInTheReasonLosesNothing();
    static void kickSaysWhyItCannot();
    static void kickHasWordsOfItsOwn_data();
    static void kickHasWordsOfItsOwn();
    static void aMoveHasWordsOfItsOwn();
    static void wordsToARoomAreAChatMessage();
    static void aChatMessageHasItsFields();
    static void payloadIsCheckedAsTyped_data();
    static void payloadIsCheckedAsTyped();
    static void buttonsSayHowManyTheyMean();
    static void endedConnectionsAreNoRecipients();
    static void theListNamesEveryoneUpToItsLimit();
    static void deliveryIsShownPerConnection();
    static void failedCommandIsShown();
    static void aHeldKeyActsOnce_data();
    static void aHeldKeyActsOnce();
    static void keepServingNeedsATray();
    static void stopDialogAnswers();
};

void TestDialogs::hexIsReadOrRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("ok");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty is no bytes") << QString() << true << QByteArray();
    QTest::newRow("spaces and lines between bytes")
        << QStringLiteral(" de ad\nbe\tEF ") << true << QByteArray("\xde\xad\xbe\xef");
    QTest::newRow("0x before") << QStringLiteral("0x00ff") << true << QByteArray("\x00\xff", 2);
    QTest::newRow("a digit is missing") << QStringLiteral("abc") << false << QByteArray();
    QTest::newRow("not a digit") << QStringLiteral("xy") << false << QByteArray();
    QTest::newRow("digits of other scripts") << QStringLiteral("٣٤") << false << QByteArray();
}

void TestDialogs::hexIsReadOrRefused()
{
    QFETCH(QString, text);
    QFETCH(bool, ok);
    const auto result = readHex(text);
    QCOMPARE(result.isOk(), ok);
    if (ok)
        QTEST(*result, "bytes");
    else
        QVERIFY(!result.error().message.isEmpty());
}

void TestDialogs::reasonIsCountedInBytes_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("fits");
    QTest::newRow("none") << QString() << true;
    QTest::newRow("123 bytes fit") << QString(123, u'a') << true;
    QTest::newRow("124 bytes do not") << QString(124, u'a') << false;
    QTest::newRow("41 characters of 3 bytes fit") << QString(41, u'中') << true;
    QTest::newRow("42 characters of 3 bytes do not") << QString(42, u'中') << false;
}

void TestDialogs::reasonIsCountedInBytes()
{
    QFETCH(QString, reason);
    Theme theme;
    Server server;
    KickDialog dialog(server, theme, selectedRecipients({row(1)}));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    child<QLineEdit>(dialog, "reason")->setText(reason);
    QTEST(child<QPushButton>(dialog, "kick")->isEnabled(), "fits");
    QCOMPARE(child<QLabel>(dialog, "counter")->text(),
             QStringLiteral("%1 of 123 bytes").arg(reason.toUtf8().size()));
}

void TestDialogs::onlySendableCodesKick_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("ok");
    QTest::newRow("an application's own") << QStringLiteral("4711") << true;
    QTest::newRow("with its name") << QStringLiteral("1008 Policy Violation") << true;
    QTest::newRow("1006 is never sent") << QStringLiteral("1006") << false;
    QTest::newRow("1003 is never sent") << QStringLiteral("1003") << false;
    QTest::newRow("1010 is a client's") << QStringLiteral("1010") << false;
    QTest::newRow("1013 is never sent") << QStringLiteral("1013") << false;
    QTest::newRow("below 1000") << QStringLiteral("999") << false;
    QTest::newRow("above 4999") << QStringLiteral("5000") << false;
    QTest::newRow("no number") << QStringLiteral("bye") << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestDialogs::onlySendableCodesKick()
{
    QFETCH(QString, code);
    Theme theme;
    Server server;
    KickDialog dialog(server, theme, selectedRecipients({row(1)}));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.findChild<QComboBox *>()->setEditText(code);
    QTEST(child<QPushButton>(dialog, "kick")->isEnabled(), "ok");
}

void TestDialogs::cancelIsTheDefaultOfDangerousDialogs()
{
    Theme theme;
    Server server;
    KickDialog kick(server, theme, selectedRecipients({row(1)}));
    StopDialog stop(3, false);
    CloseDialog close(3, true);
    for (QDialog *dialog : {static_cast<QDialog *>(&kick), static_cast<QDialog *>(&stop),
                            static_cast<QDialog *>(&close)}) {
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        const auto buttons = dialog->findChildren<QPushButton *>();
        for (const QPushButton *button : buttons)
            QCOMPARE(button->isDefault(), button->objectName() == QStringLiteral("cancel"));
        const QSignalSpy rejected(dialog, &QDialog::rejected);
        child<QPushButton>(*dialog, "cancel")->setFocus();
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(rejected.count(), 1);
    }
}

void TestDialogs::enterInTheReasonLosesNothing()
{
    Theme theme;
    Server server;
    KickDialog dialog(server, theme, selectedRecipients({row(1)}));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    auto *reason = child<QLineEdit>(dialog, "reason");
    QCOMPARE(dialog.focusWidget(), reason);
    QTest::keyClicks(reason, QStringLiteral("too loud"));
    QTest::keyClick(reason, Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    QCOMPARE(reason->text(), QStringLiteral("too loud"));
    QVERIFY(child<QPushButton>(dialog, "kick")->isVisible()); // and nobody was kicked
}

void TestDialogs::kickSaysWhyItCannot()
{
    Theme theme;
    Server server;
    KickDialog dialog(server, theme, selectedRecipients({row(1)}));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    const auto *obstacle = child<QLabel>(dialog, "obstacle");
    QVERIFY(!obstacle->isVisible());
    dialog.findChild<QComboBox *>()->setEditText(QStringLiteral("1006"));
    QVERIFY(obstacle->isVisible());
    QVERIFY(obstacle->text().contains(QStringLiteral("3000–4999")));
}

void TestDialogs::kickHasWordsOfItsOwn_data()
{
    QTest::addColumn<qint64>("buffered");
    QTest::addColumn<qint64>("gone");
    QTest::addColumn<QString>("words");
    QTest::newRow("all are closed") << qint64(0) << qint64(0) << QStringLiteral("2 closed");
    QTest::newRow("one reads slowly")
        << qint64(1) << qint64(0) << QStringLiteral("2 closed · 1 still to be told");
    QTest::newRow("one was gone") << qint64(0) << qint64(1)
                                  << QStringLiteral("2 closed · 1 had ended");
}

void TestDialogs::kickHasWordsOfItsOwn()
{
    QFETCH(qint64, buffered);
    QFETCH(qint64, gone);
    Delivery delivery;
    delivery.sent = 2;
    delivery.buffered = buffered;
    delivery.gone = gone;
    QTEST(kickText(delivery), "words");
}

void TestDialogs::aMoveHasWordsOfItsOwn()
{
    const Theme theme;
    DeliveryView view(theme);
    Delivery delivery;
    delivery.sent = delivery.buffered = delivery.dropped = delivery.gone = 1;
    delivery.connections = {
        {ConnectionId{1}, DeliveryOutcome::Dropped, QStringLiteral("It is not in this room")},
        {ConnectionId{2}, DeliveryOutcome::Gone, {}},
        {ConnectionId{3}, DeliveryOutcome::Buffered, {}},
        {ConnectionId{4}, DeliveryOutcome::Sent, {}}};
    view.showOutcome(delivery, {}, Deed::Move);
    QCOMPARE(child<QLabel>(view, "deliverySummary")->text(),
             QStringLiteral("2 moved · 1 not moved · 1 had ended"));
    const auto *model = view.findChild<QTableView *>()->model();
    QStringList outcomes;
    for (int row = 0; row < model->rowCount(); ++row)
        outcomes += model->index(row, DeliveryModel::Outcome).data().toString();
    QCOMPARE(outcomes,
             (QStringList{QStringLiteral("not moved"), QStringLiteral("had ended"),
                          QStringLiteral("moved, reads slowly"), QStringLiteral("moved")}));
    QCOMPARE(model->index(0, DeliveryModel::Why).data().toString(),
             QStringLiteral("It is not in this room"));
    const QString toolTip =
        model->headerData(DeliveryModel::Outcome, Qt::Horizontal, Qt::ToolTipRole).toString();
    QVERIFY2(toolTip.contains(QStringLiteral("not moved"))
                 && !toolTip.contains(QStringLiteral("buffer")),
             qPrintable(toolTip));
}

void TestDialogs::wordsToARoomAreAChatMessage()
{
    Theme theme;
    Server server;
    const RoomName lobby = RoomName::parse(u"lobby").value();
    SendDialog dialog(server, theme, roomRecipients(lobby, {row(1)}));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    auto *editor = dialog.findChild<QPlainTextEdit *>();
    const auto *verdict = child<QLabel>(dialog, "verdict");
    QVERIFY(child<QRadioButton>(dialog, "chat")->isChecked());
    const auto *send = child<QPushButton>(dialog, "send");
    QVERIFY(!send->isEnabled() && send->toolTip().contains(QStringLiteral("nothing to send")));
    editor->setPlainText(QStringLiteral("hello"));
    QVERIFY(send->isEnabled());
    QVERIFY(verdict->text().contains(QStringLiteral("chat_message from “operator”")));
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    QVERIFY(verdict->fontMetrics().horizontalAdvance(verdict->text())
            <= verdict->contentsRect().width()); // nothing of it is left out
    editor->setPlainText(QStringLiteral(R"({"type":"x"})"));
    QVERIFY(verdict->text().contains(QStringLiteral("JSON already")));
    child<QRadioButton>(dialog, "text")->setChecked(true);
    QVERIFY(verdict->text().contains(QStringLiteral("valid JSON")));

    SendDialog toOne(server, theme, selectedRecipients({row(1)}));
    toOne.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY(!child<QRadioButton>(toOne, "chat"));
    QVERIFY(child<QRadioButton>(toOne, "text")->isChecked());
}

void TestDialogs::aChatMessageHasItsFields()
{
    const RoomName lobby = RoomName::parse(u"lob\"by").value();
    const auto message =
        QJsonDocument::fromJson(composeChatMessage(lobby, QStringLiteral("hi\n"), 1'000)).object();
    QCOMPARE(message.value(QStringLiteral("type")).toString(), QStringLiteral("chat_message"));
    QCOMPARE(message.value(QStringLiteral("roomId")).toString(), QStringLiteral("lob\"by"));
    QCOMPARE(message.value(QStringLiteral("userId")).toString(), QStringLiteral("operator"));
    QCOMPARE(message.value(QStringLiteral("content")).toString(), QStringLiteral("hi\n"));
    QCOMPARE(message.value(QStringLiteral("timestamp")).toInteger(), 1'000);
}

void TestDialogs::payloadIsCheckedAsTyped_data()
{
    QTest::addColumn<bool>("binary");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<bool>("sendable");
    QTest::newRow("JSON") << false << QStringLiteral(R"({"a":1})") << QStringLiteral("valid JSON")
                          << true;
    QTest::newRow("text that is not JSON may be sent")
        << false << QStringLiteral("hello") << QStringLiteral("not JSON") << true;
    QTest::newRow("nothing cannot be sent") << false << QString() << QStringLiteral("0") << false;
    QTest::newRow("no bytes neither") << true << QString() << QStringLiteral("0") << false;
    QTest::newRow("hex") << true << QStringLiteral("de ad") << QStringLiteral("2") << true;
    QTest::newRow("bad hex cannot be sent")
        << true << QStringLiteral("xyz") << QStringLiteral("not a hexadecimal digit") << false;
}

void TestDialogs::payloadIsCheckedAsTyped()
{
    QFETCH(bool, binary);
    QFETCH(QString, text);
    QFETCH(QString, verdict);
    Theme theme;
    Server server;
    SendDialog dialog(server, theme, selectedRecipients({row(1)}));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.findChildren<QRadioButton *>().at(binary ? 1 : 0)->setChecked(true);
    dialog.findChild<QPlainTextEdit *>()->setPlainText(text);
    QVERIFY(child<QLabel>(dialog, "verdict")->text().contains(verdict));
    QTEST(child<QPushButton>(dialog, "send")->isEnabled(), "sendable");
}

void TestDialogs::buttonsSayHowManyTheyMean()
{
    Theme theme;
    Server server;
    SendDialog send(server, theme, selectedRecipients({row(1), row(2)}));
    send.setAttribute(Qt::WA_DeleteOnClose, false);
    QCOMPARE(child<QPushButton>(send, "send")->text(), QStringLiteral("Send to 2"));
    SendDialog broadcast(server, theme, allRecipients({row(1), row(2), row(3)}));
    broadcast.setAttribute(Qt::WA_DeleteOnClose, false);
    QCOMPARE(child<QPushButton>(broadcast, "send")->text(), QStringLiteral("Broadcast to all 3"));
    KickDialog kick(server, theme, selectedRecipients({row(1), row(2)}));
    kick.setAttribute(Qt::WA_DeleteOnClose, false);
    QCOMPARE(child<QPushButton>(kick, "kick")->text(), QStringLiteral("Kick 2"));
}

void TestDialogs::endedConnectionsAreNoRecipients()
{
    ConnectionRow ended = row(2);
    ended.kind = RowKind::Closed;
    const Recipients recipients = selectedRecipients({row(1, "ann"), ended});
    QCOMPARE(recipients.count(), 1);
    QCOMPARE(recipients.title, QStringLiteral("ann #1"));
    QCOMPARE(std::get<ToConnections>(recipients.target).connections, QList{ConnectionId{1}});
}

void TestDialogs::theListNamesEveryoneUpToItsLimit()
{
    Theme theme;
    QList<ConnectionRow> rows;
    for (quint64 id = 1; id <= quint64(RecipientList::MaxListed) + 5; ++id)
        rows += row(id);
    const RecipientList list(rows, theme);
    QCOMPARE(list.count(), int(RecipientList::MaxListed) + 1);
    QVERIFY(list.item(list.count() - 1)->text().contains(QStringLiteral("5")));
}

void TestDialogs::deliveryIsShownPerConnection()
{
    Theme theme;
    DeliveryView view(theme);
    Delivery delivery;
    delivery.sent = 35;
    delivery.gone = 1;
    delivery.connections = {{ConnectionId{7}, DeliveryOutcome::Gone, QStringLiteral("<b>left</b>")},
                            {ConnectionId{8}, DeliveryOutcome::Sent, {}}};
    view.showOutcome(delivery, {row(7, "ann")}, Deed::Send);
    QCOMPARE(child<QLabel>(view, "deliverySummary")->text(),
             QStringLiteral("35 sent · 0 buffered · 0 dropped · 1 gone"));
    const auto *model = view.findChild<QTableView *>()->model();
    const auto cell = [model](int row, int column) {
        return model->index(row, column).data().toString();
    };
    QCOMPARE(model->rowCount(), 2);
    QCOMPARE(cell(0, 0), QStringLiteral("ann #7"));
    QCOMPARE(cell(0, 1), QStringLiteral("gone"));
    QCOMPARE(cell(0, 2), QStringLiteral("<b>left</b>"));
    QCOMPARE(cell(1, 0), QStringLiteral("#8"));
    QCOMPARE(cell(1, 1), QStringLiteral("sent"));
    QCOMPARE(child<QLabel>(view, "deliveryMore")->text(), QStringLiteral("and 34 more"));
}

void TestDialogs::failedCommandIsShown()
{
    Theme theme;
    Server server; // not serving
    SendDialog dialog(server, theme, selectedRecipients({row(1)}));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    dialog.findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("hello"));
    QTest::mouseClick(child<QPushButton>(dialog, "send"), Qt::LeftButton);
    const auto *summary = child<QLabel>(dialog, "deliverySummary");
    QTRY_VERIFY(summary->isVisible() && !summary->text().isEmpty()
                && summary->text() != QStringLiteral("Sending…"));
    QVERIFY(child<QPushButton>(dialog, "send")->isEnabled()); // it can be tried again
}

void TestDialogs::aHeldKeyActsOnce_data()
{
    QTest::addColumn<bool>("sends");
    QTest::newRow("sending") << true;
    QTest::newRow("putting into a room") << false;
}

void TestDialogs::aHeldKeyActsOnce()
{
    QFETCH(const bool, sends);
    const Theme theme;
    Server server;
    const auto recipients = selectedRecipients({row(1)});
    std::unique_ptr<QDialog> dialog;
    if (sends) {
        dialog = std::make_unique<SendDialog>(server, theme, recipients);
        dialog->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("hello"));
    } else {
        dialog = std::make_unique<RoomDialog>(RoomDialog::Way::Join, server, theme, recipients,
                                              QList{*RoomName::parse(u"lobby")});
    }
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
    const auto *verb = child<QPushButton>(*dialog, sends ? "send" : "act");
    const QSignalSpy acted(verb, &QPushButton::clicked);
    const auto press = [&dialog](bool again) {
        QTest::simulateEvent(dialog->focusWidget(), true, Qt::Key_Return, Qt::ControlModifier, {},
                             again);
    };
    press(false);
    QCOMPARE(acted.size(), 1);
    QTRY_VERIFY(verb->isEnabled()); // the server has answered
    press(true);
    QCOMPARE(acted.size(), 1);
    press(false);
    QCOMPARE(acted.size(), 2);
}

void TestDialogs::keepServingNeedsATray()
{
    CloseDialog with(2, true);
    CloseDialog without(2, false);
    with.setAttribute(Qt::WA_DeleteOnClose, false);
    without.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY(child<QPushButton>(with, "keepServing"));
    QVERIFY(!child<QPushButton>(without, "keepServing"));
    const QSignalSpy keep(&with, &CloseDialog::keepServingChosen);
    child<QPushButton>(with, "keepServing")->click();
    QCOMPARE(keep.count(), 1);
}

void TestDialogs::stopDialogAnswers()
{
    StopDialog dialog(2, false);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    const QSignalSpy now(&dialog, &StopDialog::stopNowChosen);
    const QSignalSpy gracefully(&dialog, &StopDialog::stopGracefullyChosen);
    child<QPushButton>(dialog, "stopNow")->click();
    QCOMPARE(now.count(), 1);
    child<QPushButton>(dialog, "stopGracefully")->click();
    QCOMPARE(gracefully.count(), 1);
    QCOMPARE(now.count(), 1);
}

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"
