// SPDX-License-Identifier: GPL-3.0-or-later
// A client that tries to deceive whoever looks: marks that turn text around, escapes of terminals,
// markup, NUL, and far too much of everything. Wherever it shows, it does so as plain, escaped
// text.
#include "tests/ui/connection_samples.h"
#include "tests/ui/console_fixture.h"
#include "tests/ui/dialog_samples.h"
#include "ui/actions/delivery_view.h"
#include "ui/actions/kick_dialog.h"
#include "ui/actions/send_dialog.h"
#include "ui/connections/connection_model.h"
#include "ui/payload/payload_view.h"
#include "ui/widgets/filter_box.h"
#include "ui/widgets/filter_suggestions.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTextDocument>
#include <QWebSocket>

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkRequest>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

const QString Markup = u"<b>evil</b>"_s;
/// Turns around, is markup, combines, and is long; user ids may have no control characters.
const QString HostileName = u"a\u202e"_s + Markup + u"e\u0301\u0301\u0301\u2066x"_s;
const QString HostileReason = u"bye\u202e\n\u001b[2J<i>x</i>"_s;

QString hostileText()
{
    return HostileName + u"\u001b[31m\nline two\r\t\u0007\u2028"_s + QString(5'000, u'w');
}

/// A client whose every part is hostile: its field, user, room and payload.
struct HostileClient
{
    QWebSocket socket;

    explicit HostileClient(const QString &url)
    {
        QNetworkRequest request{QUrl(url)};
        request.setRawHeader("X-Note", "<b>evil</b>\t" + QString(QChar(0x202e)).toUtf8());
        socket.open(request);
        send("join_room", {});
        send("chat_message", hostileText());
    }
    void close(quint16 code, const QString &reason)
    {
        socket.close(static_cast<QWebSocketProtocol::CloseCode>(code), reason);
    }
    void send(const char *type, const QString &content)
    {
        QJsonObject message{{u"type"_s, QLatin1StringView(type)},
                            {u"roomId"_s, HostileName},
                            {u"userId"_s, HostileName}};
        if (!content.isEmpty())
            message.insert(u"content"_s, content);
        const QString text =
            QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact));
        if (socket.isValid())
            socket.sendTextMessage(text);
        else
            QObject::connect(&socket, &QWebSocket::connected, &socket,
                             [this, text] { socket.sendTextMessage(text); });
    }
};

struct Shown
{
    QString place;
    QString text;
    bool mayBeRich = false; ///< Qt decides by the text whether it is markup
};

void addModel(const QAbstractItemModel &model, const QModelIndex &parent, QList<Shown> &shown)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            shown += {u"cell"_s, index.data().toString()};
            shown += {u"tool tip of a cell"_s, index.data(Qt::ToolTipRole).toString(), true};
            shown += {u"name of a cell"_s, index.data(Qt::AccessibleTextRole).toString()};
        }
        addModel(model, model.index(row, 0, parent), shown);
    }
}

/// Every text in the window, whoever painted it.
QList<Shown> textsIn(const QWidget &window)
{
    QList<Shown> shown{{u"title"_s, window.windowTitle()}};
    auto widgets = window.findChildren<QWidget *>();
    for (const QWidget *widget : std::as_const(widgets)) {
        shown += {u"tool tip"_s, widget->toolTip(), true};
        shown += {u"accessible name"_s, widget->accessibleName()};
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            shown += {u"label"_s, label->text(), label->textFormat() == Qt::AutoText};
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            shown += {u"button"_s, button->text()};
        else if (const auto *line = qobject_cast<const QLineEdit *>(widget))
            shown += {u"field"_s, line->text()};
        else if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
            shown += {u"text"_s, text->toPlainText()};
        else if (const auto *view = qobject_cast<const QAbstractItemView *>(widget);
                 view && view->model())
            addModel(*view->model(), {}, shown);
    }
    return shown;
}

bool canAct(QChar c)
{
    if (c == u'\n') // between lines of ours
        return false;
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    case QChar::Other_Format:
        return c != QChar(0x200c) && c != QChar(0x200d);
    default:
        return false;
    }
}

FilterBox *visibleFilter(const Console &console)
{
    const auto boxes = console.window.findChildren<FilterBox *>(u"search"_s);
    const auto visible = std::ranges::find_if(boxes, &QWidget::isVisible);
    return visible == boxes.end() ? nullptr : *visible;
}

void checkHarmless(const QWidget &window)
{
    const QList<Shown> texts = textsIn(window);
    bool seen = false;
    for (const Shown &shown : texts) {
        const QString where = shown.place + u": "_s + shown.text.left(200);
        QVERIFY2(std::ranges::none_of(shown.text, canAct), qPrintable(where));
        QVERIFY2(!shown.mayBeRich || !Qt::mightBeRichText(shown.text)
                     || !shown.text.contains(Markup),
                 qPrintable(where));
        seen = seen || shown.text.contains(u"evil"_s) || shown.text.contains(u"bye"_s);
    }
    QVERIFY(seen); // it was there to be seen
}

/// Of the payload in sight, should one be.
void checkEveryWayToShowIt(const QWidget &window)
{
    const auto views = window.findChildren<PayloadView *>();
    for (const PayloadView *view : views) {
        auto *ways = view->findChild<QTabBar *>();
        QVERIFY(ways->count() >= 4);
        for (int way = 0; ways->isVisible() && way < ways->count(); ++way) {
            ways->setCurrentIndex(way);
            checkHarmless(window);
        }
    }
}

ConnectionRow hostileRow()
{
    ConnectionRow row;
    row.status = statusSample(1, HostileName.toUtf8(), {HostileName.toUtf8()});
    row.handshake.origin = HostileName.toUtf8();
    row.close.reason = HostileReason;
    return row;
}

using SampleDialog = QDialog *(DialogSamples::*)();

} // namespace

Q_DECLARE_METATYPE(SampleDialog)

class TestHostileText : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    static void aPageShowsItEscaped_data();
    static void aPageShowsItEscaped();
    static void aSuggestionIsEscapedAndMeansTheName_data();
    static void aSuggestionIsEscapedAndMeansTheName();
    static void anEndShowsItsReasonEscaped();
    static void theTestClientShowsItEscaped();
    static void aDialogShowsItEscaped_data();
    static void aDialogShowsItEscaped();
    static void aDialogOfAConnectionShowsItEscaped_data();
    static void aDialogOfAConnectionShowsItEscaped();

private:
    QTemporaryDir m_settings;
};

void TestHostileText::initTestCase()
{
    QVERIFY(m_settings.isValid());
    useSettingsIn(m_settings);
}

void TestHostileText::aPageShowsItEscaped_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<QByteArray>("table");
    QTest::newRow("connections and their details") << 1 << QByteArray("connectionsTable");
    QTest::newRow("rooms and their members") << 2 << QByteArray("roomsTable");
    QTest::newRow("log and every way to show a payload") << 3 << QByteArray("logTable");
}

void TestHostileText::aPageShowsItEscaped()
{
    QFETCH(const int, page);
    QFETCH(const QByteArray, table);
    Console console;
    console.start();
    const HostileClient client(console.url());
    QTest::keyClick(&console.window, Qt::Key(Qt::Key_0 + page), Qt::AltModifier);
    auto *rows = console.find<DataTable>(table.constData());
    QVERIFY(rows);
    const auto holdsIt = [rows] {
        QList<Shown> cells;
        addModel(*rows->model(), {}, cells);
        return std::ranges::any_of(cells, [](const Shown &cell) {
            return cell.place == u"cell" && cell.text.contains(u"evil"_s);
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(holdsIt(), Patience);
    for (int row = 0; row < rows->model()->rowCount(); ++row) {
        rows->selectRow(row);
        checkHarmless(console.window);
        checkEveryWayToShowIt(console.window);
    }
}

void TestHostileText::aSuggestionIsEscapedAndMeansTheName_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QString>("field");
    QTest::newRow("a user of the connections") << 1 << QByteArray("connectionsTable") << u"user="_s;
    QTest::newRow("a room of the connections") << 1 << QByteArray("connectionsTable") << u"room="_s;
    QTest::newRow("a user of the log") << 3 << QByteArray("logTable") << u"user="_s;
    QTest::newRow("a room of the log") << 3 << QByteArray("logTable") << u"room="_s;
}

void TestHostileText::aSuggestionIsEscapedAndMeansTheName()
{
    QFETCH(const int, page);
    QFETCH(const QByteArray, table);
    QFETCH(const QString, field);
    Console console;
    console.start();
    const HostileClient client(console.url());
    QTest::keyClick(&console.window, Qt::Key(Qt::Key_0 + page), Qt::AltModifier);
    FilterBox *box = visibleFilter(console);
    QVERIFY(box);
    const auto *rows = console.find<DataTable>(table.constData());
    box->setFilterText(u"user=nobody"_s);
    QTRY_COMPARE_WITH_TIMEOUT(rows->model()->rowCount(), 0, Patience);

    const auto *list = box->findChild<FilterSuggestions *>();
    const auto offersIt = [box, list, &field] {
        box->selectAll();
        QTest::keyClicks(box, field + HostileName.first(1));
        return list->isVisible() && list->topLevelItemCount() == 1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(offersIt(), Patience);
    checkHarmless(console.window);
    QTest::keyClick(box, Qt::Key_Tab);
    QTest::keyClick(box, Qt::Key_Return);
    QVERIFY2(!box->error(), qPrintable(box->text()));
    checkHarmless(console.window);
    QTRY_VERIFY2_WITH_TIMEOUT(rows->model()->rowCount() > 0, qPrintable(box->text()), Patience);
}

void TestHostileText::anEndShowsItsReasonEscaped()
{
    const Console console;
    console.start();
    HostileClient client(console.url());
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 1, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(client.socket.isValid(), Patience);
    client.close(3000, HostileReason);
    QTRY_VERIFY_WITH_TIMEOUT(cell(*console.table(), 0, ConnectionModel::State).contains(u"3000"_s),
                             Patience);
    console.table()->selectRow(0);
    checkHarmless(console.window);
}

void TestHostileText::theTestClientShowsItEscaped()
{
    Console console;
    console.start();
    QTest::mouseClick(console.button(u"Open test client"_s), Qt::LeftButton);
    auto *rows = console.find<DataTable>("testClientTable");
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 1, Patience);
    // A broadcast of everybody's reaches the test client too, as any other peer's message.
    console.server.execute(SendMessage{ToAll{}, Opcode::Text, hostileText().toUtf8()});
    const auto holdsIt = [rows] {
        QList<Shown> cells;
        addModel(*rows->model(), {}, cells);
        return std::ranges::any_of(cells,
                                   [](const Shown &cell) { return cell.text.contains(u"evil"_s); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(holdsIt(), Patience);
    rows->selectRow(rows->model()->rowCount() - 1);
    checkHarmless(console.window);
}

void TestHostileText::aDialogShowsItEscaped_data()
{
    QTest::addColumn<QByteArray>("which");
    for (const char *which : {"send", "kick", "room", "delivery"})
        QTest::newRow(which) << QByteArray(which);
}

void TestHostileText::aDialogShowsItEscaped()
{
    QFETCH(const QByteArray, which);
    Server server;
    Theme theme;
    QWidget window;
    QWidget *place = nullptr;
    if (which == "send") {
        place = new SendDialog(server, theme, selectedRecipients({hostileRow()}), &window);
    } else if (which == "kick") {
        place = new KickDialog(server, theme, selectedRecipients({hostileRow()}), &window);
    } else if (which == "room") {
        const auto room = RoomName::parse(HostileName).value();
        place = new SendDialog(server, theme, roomRecipients(room, {hostileRow()}), &window);
    } else {
        auto *view = new DeliveryView(theme, &window);
        Delivery delivery;
        delivery.gone = 1;
        delivery.connections = {{ConnectionId{1}, DeliveryOutcome::Gone, HostileReason}};
        view->showOutcome(delivery, {hostileRow()}, Deed::Send);
        place = view;
    }
    checkHarmless(*place);
}

void TestHostileText::aDialogOfAConnectionShowsItEscaped_data()
{
    QTest::addColumn<SampleDialog>("make");
    QTest::newRow("room") << &DialogSamples::room;
    QTest::newRow("ban") << &DialogSamples::ban;
    QTest::newRow("bans") << &DialogSamples::bans;
    QTest::newRow("audit log") << &DialogSamples::audit;
    QTest::newRow("act on matching") << &DialogSamples::matching;
    QTest::newRow("last messages") << &DialogSamples::lastMessages;
    QTest::newRow("allow an origin") << &DialogSamples::allowOrigin;
}

void TestHostileText::aDialogOfAConnectionShowsItEscaped()
{
    QFETCH(const SampleDialog, make);
    Server server;
    Theme theme;
    QWidget window;
    DialogSamples samples(server, theme, hostileRow(), &window);
    const std::unique_ptr<QDialog> dialog((samples.*make)());
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    const auto tables = dialog->findChildren<DataTable *>();
    for (DataTable *table : tables) {
        if (table->isHidden()) // what became of it, which is nothing yet
            continue;
        QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 0, Patience);
        table->selectRow(0);
    }
    checkHarmless(*dialog);
}

QTEST_MAIN(TestHostileText)
#include "tst_hostile_text.moc"
