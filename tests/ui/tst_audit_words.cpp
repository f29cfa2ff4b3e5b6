// SPDX-License-Identifier: GPL-3.0-or-later
// The audit log for reading: in the window's language, while the file's words stay as they are.
#include "server/server.h"
#include "ui/audit/audit_dialog.h"
#include "ui/audit/audit_model.h"
#include "ui/audit/audit_words.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 10'000; // milliseconds; only a failure takes so long

/// A language that says all that the program says of entries in capitals.
class Capitals : public QTranslator // clazy:exclude=missing-qobject-macro
{
public:
    [[nodiscard]] QString translate(const char *context, const char *text,
                                    const char * /*disambiguation*/, int /*n*/) const override
    {
        return qstrcmp(context, "AuditWords") == 0 ? QString::fromUtf8(text).toUpper() : QString();
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

AuditEntry entryOf(const ServerCommand &command)
{
    return auditEntry(command, Delivery{}, 1'700'000'000'000).value();
}

} // namespace

class TestAuditWords : public QObject
{
    Q_OBJECT

private slots:
    static void entriesAreShownInTheWindowsLanguage_data();
    static void entriesAreShownInTheWindowsLanguage();
    static void anOptionThatWaitsIsShownInTheWindowsLanguage();
    static void aBansEndIsShownInLocalTime();
    static void anEmptyLogSaysWhyItIsNotExported();
};

void TestAuditWords::entriesAreShownInTheWindowsLanguage_data()
{
    QTest::addColumn<ServerCommand>("command");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("details");
    const auto room = RoomName::parse(u"lobby, room ops"_s).value();
    const BanSubject ann = UserId::parse(u"ann"_s).value();
    const BanSubject net = AddressRange::parse(u"192.0.2.0/24").value();
    QList<ConnectionId> many;
    for (quint64 id = 1; id <= 30; ++id)
        many += ConnectionId{id};
    QTest::newRow("broadcast") << ServerCommand(SendMessage{ToAll{}, Opcode::Text, "hello"})
                               << u"ALL CONNECTIONS"_s << u"TEXT OF 5 BYTES: hello"_s;
    QTest::newRow("one byte") << ServerCommand(
        SendMessage{ToEndpoint{"/echo"}, Opcode::Binary, "x"})
                              << u"ENDPOINT /echo"_s << u"BINARY OF 1 BYTE"_s;
    QTest::newRow("a room whose name looks like a list")
        << ServerCommand(SendMessage{ToRoom{room}, Opcode::Text, "text of 5 bytes"})
        << u"ROOM lobby, room ops"_s << u"TEXT OF 15 BYTES: text of 5 bytes"_s;
    QTest::newRow("join") << ServerCommand(JoinRoom{{{3}}, room}) << u"#3"_s
                          << u"ROOM lobby, room ops"_s;
    QTest::newRow("ban") << ServerCommand(AddBan{{ann, net}, 0, u"until lifted: no"_s, false})
                         << u"USER ann, ADDRESS 192.0.2.0/24"_s
                         << u"UNTIL LIFTED: until lifted: no (WHO IS CONNECTED STAYS)"_s;
    QTest::newRow("lift") << ServerCommand(LiftBan{{{7}, {8}}}) << u"BAN 7, BAN 8"_s << QString();
    QTest::newRow("lift with whom it is about") << ServerCommand(LiftBan{{{7}, {8}}, {ann, net}})
                                                << u"USER ann, ADDRESS 192.0.2.0/24"_s << QString();
    QTest::newRow("many")
        << ServerCommand(KickConnections{many, 4000, {}})
        << u"#1, #2, #3, #4, #5, #6, #7, #8, #9, #10, #11, #12, #13, #14, #15, #16, #17, #18, "
           "#19, #20 AND 10 MORE"_s
        << u"4000 Kicked"_s;
    QTest::newRow("an option") << ServerCommand(ChangeOption{u"user x"_s, u"text of 1 byte"_s})
                               << u"user x"_s << u"text of 1 byte"_s;
}

void TestAuditWords::entriesAreShownInTheWindowsLanguage()
{
    QFETCH(const ServerCommand, command);
    const AuditEntry before = entryOf(command);
    Capitals capitals;
    QVERIFY(QCoreApplication::installTranslator(&capitals));
    const Theme theme;
    AuditModel model(theme);
    model.setEntries({entryOf(command)});
    QTEST(model.index(0, AuditModel::Target).data().toString(), "target");
    QTEST(model.index(0, AuditModel::Details).data().toString(), "details");
    QCOMPARE(auditLine(model.at(0)), auditLine(before)); // the file's words stay
    QCoreApplication::removeTranslator(&capitals);
    QCOMPARE(auditTargetForReading(before), before.target);
    QCOMPARE(auditDetailsForReading(before), before.details);
}

void TestAuditWords::anOptionThatWaitsIsShownInTheWindowsLanguage()
{
    const AuditEntry entry = keptOptionEntry({u"port"_s, u"3002"_s, u"3001"_s}, 5);
    QCOMPARE(entry.details, u"3001 → 3002 (from the next start on)"_s);
    Capitals capitals;
    QVERIFY(QCoreApplication::installTranslator(&capitals));
    QCOMPARE(auditDetailsForReading(entry), u"3001 → 3002 (FROM THE NEXT START ON)"_s);
    QCoreApplication::removeTranslator(&capitals);
}

void TestAuditWords::aBansEndIsShownInLocalTime()
{
    constexpr qint64 Until = 1'700'000'000'000;
    const BanSubject ann = UserId::parse(u"ann"_s).value();
    const AuditEntry entry = entryOf(AddBan{{ann}, Until, u"spam"_s, true});
    QCOMPARE(auditDetailsForReading(entry), u"until %1: spam"_s.arg(clockText(Until)));
}

void TestAuditWords::anEmptyLogSaysWhyItIsNotExported()
{
    const QTemporaryDir folder;
    Server server;
    AuditLog log(server, folder.path());
    const Theme theme;
    AuditDialog dialog(log, theme);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    const auto *button = dialog.findChild<QPushButton *>(u"auditExport"_s);
    QVERIFY(!button->isEnabled());
    QCOMPARE(button->toolTip(), u"There is no entry yet"_s);
    QCOMPARE(button->accessibleDescription(), button->toolTip());
    server.execute(LiftBan{{{7}}});
    QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), Patience);
    QVERIFY(button->toolTip().contains(u"CSV"_s));
    dialog.findChild<QLineEdit *>(u"auditSearch"_s)->setText(u"nothing like that"_s);
    QVERIFY(!button->isEnabled());
    QCOMPARE(button->toolTip(), u"No entry matches the search"_s);
}

QTEST_MAIN(TestAuditWords)
#include "tst_audit_words.moc"
