// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/server.h"
#include "tests/ui/connection_samples.h"
#include "ui/audit/audit_log.h"
#include "ui/bans/ban_dialog.h"
#include "ui/bans/ban_file.h"
#include "ui/bans/ban_model.h"
#include "ui/bans/ban_store.h"
#include "ui/bans/ban_text.h"
#include "ui/bans/bans_dialog.h"
#include "ui/shell/server_mirror.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 20'000; // milliseconds; only a failure takes so long

ConnectionRow row(quint64 id, const QByteArray &user, const QString &address)
{
    ConnectionRow result;
    result.handshake = openedSample(id).handshake;
    result.handshake.peerAddress = address;
    result.status = statusSample(id, user);
    return result;
}

QList<ConnectionRow> people()
{
    return {row(1, "ann", u"192.0.2.1"_s), row(2, "bob", u"192.0.2.2"_s),
            row(3, "ann", u"2001:db8::1"_s), row(4, {}, u"192.0.2.1"_s)};
}

Ban ban(quint64 id, const QString &user, qint64 until = 0)
{
    return {.id = {id},
            .subject = UserId::parse(user).value(),
            .until = until,
            .reason = u"spam"_s,
            .set = 1'700'000'000'000};
}

void writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

template <typename Widget>
Widget *child(const QWidget &dialog, const char *name)
{
    return dialog.findChild<Widget *>(QString::fromLatin1(name));
}

/// A dialog for some of the people, on the stack.
class Dialog
{
public:
    explicit Dialog(const QList<ConnectionRow> &selection)
        : dialog(server, theme, {ToAll{}, {}, selection}, [] { return people(); })
    {
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
    }

    Theme theme;
    Server server;
    BanDialog dialog;
};

} // namespace

/// Bans on the operator's side: typed, shown, kept.
class TestBans : public QObject
{
    Q_OBJECT

private slots:
    void whatIsTypedIsRead_data();
    void whatIsTypedIsRead();
    void aSelectionGivesItsUsersAndAddresses();
    static void whatIsTypedAtOnceIsTheReason();
    void thoseThatMatchAreCounted_data();
    void thoseThatMatchAreCounted();
    void aFileIsReadBack();
    void aBrokenFileSaysWhere_data();
    void aBrokenFileSaysWhere();
    void theModelFollowsTheList();
    void theDialogSaysWhyItCannot_data();
    void theDialogSaysWhyItCannot();
    void theDialogBans();
    void aLiftedBanIsNamedInTheAuditLog();
    void aLiftThatFailsSaysWhy();
    void theTimeThatIsLeftGoesBy();
    void bansAreKeptForTheNextRun();
    void aBrokenFileIsKeptAside();
    void aFullDiskIsSaid();
};

void TestBans::whatIsTypedIsRead_data()
{
    QTest::addColumn<BanKind>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("error"); // a part of it
    QTest::newRow("users") << BanKind::Users << u"ann\n bob \n\nann"_s << 2 << QString();
    QTest::newRow("addresses") << BanKind::Addresses << u"::ffff:1.2.3.4\n1.2.3.4\n10.0.0.0/8"_s
                               << 2 << QString();
    QTest::newRow("nothing") << BanKind::Users << u" \n"_s << 0 << u"one a line"_s;
    QTest::newRow("a wrong one says its line")
        << BanKind::Addresses << u"1.2.3.4\n1.2.3"_s << 0 << u"Line 2"_s;
    QTest::newRow("a user too long") << BanKind::Users << QString(65, u'x') << 0 << u"Line 1"_s;
}

void TestBans::whatIsTypedIsRead()
{
    QFETCH(const BanKind, kind);
    QFETCH(const QString, text);
    QFETCH(const QString, error);
    const auto subjects = readBanSubjects(kind, text);
    QCOMPARE(subjects.isOk(), error.isEmpty());
    if (subjects)
        QTEST(int(subjects->size()), "count");
    else
        QVERIFY2(subjects.error().message.contains(error), qPrintable(subjects.error().message));
}

void TestBans::aSelectionGivesItsUsersAndAddresses()
{
    QCOMPARE(banSubjectsOf(BanKind::Users, people()), u"ann\nbob"_s);
    QCOMPARE(banSubjectsOf(BanKind::Addresses, people()), u"192.0.2.1\n192.0.2.2\n2001:db8::1"_s);
}

void TestBans::whatIsTypedAtOnceIsTheReason()
{
    Dialog chosen({people().constFirst()});
    QVERIFY(QTest::qWaitForWindowActive(&chosen.dialog));
    auto *subjects = chosen.dialog.findChild<QPlainTextEdit *>(u"banSubjects"_s);
    const auto *reason = chosen.dialog.findChild<QLineEdit *>(u"reason"_s);
    QVERIFY(!subjects->toPlainText().isEmpty());
    QCOMPARE(chosen.dialog.focusWidget(), reason);
    subjects->setFocus();
    QTest::keyClick(subjects, Qt::Key_R, Qt::AltModifier);
    QCOMPARE(chosen.dialog.focusWidget(), reason);
    const Dialog nobody({});
    QCOMPARE(nobody.dialog.focusWidget(),
             nobody.dialog.findChild<QPlainTextEdit *>(u"banSubjects"_s));
}

void TestBans::thoseThatMatchAreCounted_data()
{
    QTest::addColumn<BanKind>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::newRow("a user") << BanKind::Users << u"ann"_s << 2;
    QTest::newRow("a range") << BanKind::Addresses << u"192.0.2.0/24"_s << 3;
    QTest::newRow("nobody") << BanKind::Users << u"eve"_s << 0;
}

void TestBans::thoseThatMatchAreCounted()
{
    QFETCH(const BanKind, kind);
    QFETCH(const QString, text);
    QTEST(int(countBanned(readBanSubjects(kind, text).value(), people())), "count");
}

void TestBans::aFileIsReadBack()
{
    QList<Ban> bans{ban(1, u"ann"_s), ban(2, u"bob"_s, 1'800'000'000'500)};
    bans += {.subject = AddressRange::parse(u"2001:db8::/32").value(), .set = 7};
    const auto read = readBanFileText(banFileText(bans));
    QVERIFY(read);
    QCOMPARE(read->size(), 3);
    for (qsizetype i = 0; i < bans.size(); ++i) {
        QVERIFY(read->at(i).subject == bans.at(i).subject);
        QCOMPARE(read->at(i).until, bans.at(i).until);
        QCOMPARE(read->at(i).reason, bans.at(i).reason);
        QCOMPARE(read->at(i).set, bans.at(i).set);
    }
}

void TestBans::aBrokenFileSaysWhere_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("error"); // a part of it
    QTest::newRow("cut off") << QByteArray("{\"bans\":[") << u"at byte"_s;
    QTest::newRow("another file") << QByteArray("{}") << u"no list"_s;
    QTest::newRow("a wrong address")
        << QByteArray(R"({"bans":[{"user":"ann"},{"address":"x"}]})") << u"ban 2"_s;
    QTest::newRow("a wrong time") << QByteArray(R"({"bans":[{"user":"ann","until":"soon"}]})")
                                  << u"ban 1"_s;
}

void TestBans::aBrokenFileSaysWhere()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, error);
    const auto read = readBanFileText(text);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(error), qPrintable(read.error().message));
}

void TestBans::theModelFollowsTheList()
{
    Theme theme;
    BanModel model(theme);
    const QAbstractItemModelTester tester(&model);
    model.setBans({ban(1, u"ann"_s), ban(2, u"bob"_s), ban(3, u"cid"_s)});
    const QPersistentModelIndex cid(model.index(2, BanModel::Subject));
    model.setBans({ban(1, u"ann"_s), ban(3, u"cid"_s), ban(4, u"<b>\u202eeve"_s)});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(cid.row(), 1);
    QCOMPARE(cid.data().toString(), u"cid"_s);
    QCOMPARE(model.index(2, BanModel::Subject).data().toString(), u"<b>\\u{202e}eve"_s);
    QCOMPARE(model.index(0, BanModel::Until).data().toString(), u"until lifted"_s);
}

void TestBans::theDialogSaysWhyItCannot_data()
{
    QTest::addColumn<QString>("subjects");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("obstacle"); // a part of it
    QTest::newRow("it can") << u"ann"_s << u"spam"_s << QString();
    QTest::newRow("nobody") << QString() << QString() << u"one a line"_s;
    QTest::newRow("124 bytes") << u"ann"_s << QString(124, u'x') << u"does not fit"_s;
}

void TestBans::theDialogSaysWhyItCannot()
{
    QFETCH(const QString, subjects);
    QFETCH(const QString, reason);
    QFETCH(const QString, obstacle);
    Dialog shown({people().constFirst()});
    const auto &dialog = shown.dialog;
    child<QPlainTextEdit>(dialog, "banSubjects")->setPlainText(subjects);
    child<QLineEdit>(dialog, "reason")->setText(reason);
    auto *button = child<QPushButton>(dialog, "ban");
    QCOMPARE(button->isEnabled(), obstacle.isEmpty());
    QVERIFY(child<QPushButton>(dialog, "cancel")->isDefault());
    if (obstacle.isEmpty())
        return;
    QVERIFY(child<QLabel>(dialog, "obstacle")->text().contains(obstacle));
    QVERIFY(button->toolTip().contains(obstacle));
    QVERIFY(button->accessibleDescription().contains(obstacle));
}

void TestBans::theDialogBans()
{
    Dialog shown({people().constFirst()});
    const auto &dialog = shown.dialog;
    QList<Ban> bans;
    QObject::connect(&shown.server, &Server::eventsArrived, &dialog,
                     [&bans](const EventBatch &batch) {
                         for (const auto &event : batch.events) {
                             if (const auto *changed = std::get_if<BansChanged>(&event))
                                 bans = changed->bans;
                         }
                     });
    shown.server.execute(Subscribe{StateWanted::Everything, false});
    QCOMPARE(child<QPlainTextEdit>(dialog, "banSubjects")->toPlainText(), u"ann"_s);
    QVERIFY(child<QCheckBox>(dialog, "closeMatching")->text().contains(u" 2 "_s));
    child<QRadioButton>(dialog, "banAddresses")->setChecked(true);
    QCOMPARE(child<QPlainTextEdit>(dialog, "banSubjects")->toPlainText(), u"192.0.2.1"_s);
    child<QPlainTextEdit>(dialog, "banSubjects")->setPlainText(u"192.0.2.0/24\n10.0.0.1"_s);
    QVERIFY(child<QCheckBox>(dialog, "closeMatching")->text().contains(u" 3 "_s));
    child<QLineEdit>(dialog, "reason")->setText(u"too loud"_s);
    auto *button = child<QPushButton>(dialog, "ban");
    QCOMPARE(button->text(), u"Ban 2"_s);
    const auto before = QDateTime::currentMSecsSinceEpoch();
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(bans.size(), 2, Patience);
    QCOMPARE(banSubjectText(bans.constFirst().subject), u"192.0.2.0/24"_s);
    QCOMPARE(bans.constFirst().reason, u"too loud"_s);
    QVERIFY(bans.constFirst().until >= before + 3'600'000); // an hour is the default
    QTRY_COMPARE_WITH_TIMEOUT(child<QLabel>(dialog, "deliverySummary")->text(), u"Banned"_s,
                              Patience);
    QVERIFY(!button->isVisible());
}

void TestBans::aLiftedBanIsNamedInTheAuditLog()
{
    const QTemporaryDir folder;
    const Theme theme;
    Server server;
    ServerMirror mirror(server);
    const AuditLog log(server, folder.path());
    QSignalSpy added(&log, &AuditLog::added);
    BansDialog dialog(mirror, theme);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    server.execute(
        AddBan{{UserId::parse(u"ann").value(), AddressRange::parse(u"192.0.2.0/24").value()},
               0,
               {},
               true});
    auto *bans = child<QTableView>(dialog, "bansTable");
    QTRY_COMPARE_WITH_TIMEOUT(bans->model()->rowCount(), 2, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(added.size(), 1, Patience);
    for (const QString &name : {u"192.0.2.0/24"_s, u"ann"_s}) {
        added.clear();
        const bool isFirst = bans->model()->index(0, BanModel::Subject).data().toString() == name;
        bans->selectRow(isFirst ? 0 : 1);
        child<QPushButton>(dialog, "liftBan")->click();
        QTRY_COMPARE_WITH_TIMEOUT(added.size(), 1, Patience);
        const auto entry = added.constFirst().constFirst().value<AuditEntry>();
        QCOMPARE(entry.action, u"unban"_s);
        QCOMPARE(entry.target, (name == u"ann" ? u"user "_s : u"address "_s) + name);
        QTRY_COMPARE_WITH_TIMEOUT(bans->model()->rowCount(), name == u"ann" ? 0 : 1, Patience);
    }
}

void TestBans::aLiftThatFailsSaysWhy()
{
    const Theme theme;
    Server server;
    ServerMirror mirror(server);
    BansDialog dialog(mirror, theme);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    server.execute(AddBan{{UserId::parse(u"ann").value()}, 0, {}, true});
    server.execute(AddBan{{UserId::parse(u"bob").value()}, 0, {}, true});
    auto *bans = child<QTableView>(dialog, "bansTable");
    QTRY_COMPARE_WITH_TIMEOUT(bans->model()->rowCount(), 2, Patience);
    const auto *message = child<QLabel>(dialog, "bansMessage");
    QVERIFY(message->isHidden());
    bans->selectRow(0);
    server.execute(LiftBan{{mirror.bans().constFirst().id, mirror.bans().constLast().id}});
    child<QPushButton>(dialog, "liftBan")->click(); // somebody else was faster
    QTRY_COMPARE_WITH_TIMEOUT(message->text(), u"That ban is not in force any more"_s, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(bans->model()->rowCount(), 0, Patience);
    QVERIFY(message->isVisible());
    QCOMPARE(message->text(), u"That ban is not in force any more"_s);
}

void TestBans::theTimeThatIsLeftGoesBy()
{
    Theme theme;
    Server server;
    ServerMirror mirror(server);
    BansDialog dialog(mirror, theme);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    const auto in50s = QDateTime::currentMSecsSinceEpoch() + 50'000;
    server.execute(AddBan{{UserId::parse(u"ann").value()}, in50s, {}, true});
    server.execute(AddBan{{UserId::parse(u"bob").value()}, 0, {}, true});
    const auto *bans = child<QTableView>(dialog, "bansTable")->model();
    QTRY_COMPARE_WITH_TIMEOUT(bans->rowCount(), 2, Patience);
    const QSignalSpy changed(bans, &QAbstractItemModel::dataChanged);
    QTRY_VERIFY_WITH_TIMEOUT(changed.size() > 1, Patience);
    for (const QList<QVariant> &change : changed) {
        const auto cell = change.first().toModelIndex();
        QCOMPARE(cell.column(), int(BanModel::Until));
        QCOMPARE(cell.siblingAtColumn(BanModel::Subject).data().toString(), u"ann"_s);
    }
}

void TestBans::bansAreKeptForTheNextRun()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"data/bans.json"_s);
    {
        Server server;
        ServerMirror mirror(server);
        const BanStore store(mirror, path);
        server.execute(AddBan{{UserId::parse(u"ann").value()}, 0, u"spam"_s, true});
        QTRY_COMPARE_WITH_TIMEOUT(mirror.bans().size(), 1, Patience);
    }
    Server server;
    ServerMirror mirror(server);
    const BanStore store(mirror, path);
    QVERIFY(store.trouble().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(mirror.bans().size(), 1, Patience);
    QCOMPARE(mirror.bans().constFirst().reason, u"spam"_s);
    server.execute(LiftBan{{mirror.bans().constFirst().id}});
    QTRY_VERIFY_WITH_TIMEOUT(mirror.bans().isEmpty(), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(loadBans(path)->isEmpty(), Patience);
}

void TestBans::aBrokenFileIsKeptAside()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"bans.json"_s);
    writeFile(path, "{\"bans\":[");
    Server server;
    ServerMirror mirror(server);
    const BanStore store(mirror, path);
    QVERIFY2(store.trouble().contains(u"it is broken"_s), qPrintable(store.trouble()));
    const auto files = QDir(folder.path()).entryList(QDir::Files);
    QCOMPARE(files.size(), 1);
    QVERIFY(files.constFirst().startsWith(u"bans.broken-"_s));
    QVERIFY(store.trouble().contains(files.constFirst()));
    server.execute(AddBan{{UserId::parse(u"ann").value()}, 0, {}, true});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(loadBans(path)->size(), 1, Patience);
}

void TestBans::aFullDiskIsSaid()
{
    Server server;
    ServerMirror mirror(server);
    const BanStore store(mirror, u"/dev/null/bans.json"_s);
    server.execute(AddBan{{UserId::parse(u"ann").value()}, 0, {}, true});
    QTRY_VERIFY_WITH_TIMEOUT(store.trouble().contains(u"cannot be kept"_s), Patience);
}

QTEST_MAIN(TestBans)
#include "tst_bans.moc"
