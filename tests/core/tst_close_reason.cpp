// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/close_reason.h"
#include "core/server_close_code.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// The one table of all endings.
class CloseReasonTest : public QObject
{
    Q_OBJECT

private slots:
    void theTableHasARow_data();
    void theTableHasARow();
    void rowsAreInTheOrderOfTheirCodes();
    void everySentenceFitsIntoACloseFrame();
    void aCodeMayBeSent_data();
    void aCodeMayBeSent();
    void aServerMayCloseWithIt_data();
    void aServerMayCloseWithIt();
    void aCodeIsShownWithItsName_data();
    void aCodeIsShownWithItsName();
};

void CloseReasonTest::theTableHasARow_data()
{
    QTest::addColumn<quint16>("code");
    QTest::addColumn<bool>("reconnect");

    QTest::newRow("1000 normal") << quint16(1000) << false;
    QTest::newRow("1001 the server stops or drains") << quint16(1001) << true;
    QTest::newRow("1002 protocol error") << quint16(1002) << false;
    QTest::newRow("1006 the peer vanished") << quint16(1006) << true;
    QTest::newRow("1007 bad UTF-8") << quint16(1007) << false;
    QTest::newRow("1008 policy") << quint16(1008) << false;
    QTest::newRow("1009 too big") << quint16(1009) << false;
    QTest::newRow("1011 internal error") << quint16(1011) << true;
    QTest::newRow("1013 try again later") << quint16(1013) << true;
    QTest::newRow("4000 kicked by the operator") << quint16(4000) << false;
    QTest::newRow("4001 banned") << quint16(4001) << false;
    QTest::newRow("4008 cannot keep up") << quint16(4008) << true;
    QTest::newRow("4009 heartbeat timeout") << quint16(4009) << true;
    QTest::newRow("4010 idle too long") << quint16(4010) << true;
}

void CloseReasonTest::theTableHasARow()
{
    QFETCH(const quint16, code);
    QFETCH(const bool, reconnect);

    const CloseReason *row = findCloseReason(code);
    QVERIFY(row != nullptr);
    QCOMPARE(row->code, code);
    QCOMPARE(row->reconnect, reconnect);
    QVERIFY(qstrlen(row->name) > 0);
}

void CloseReasonTest::rowsAreInTheOrderOfTheirCodes()
{
    QVERIFY(std::ranges::is_sorted(closeReasons(), std::less_equal<>(), &CloseReason::code));
}

void CloseReasonTest::everySentenceFitsIntoACloseFrame()
{
    for (const CloseReason &row : closeReasons())
        QVERIFY2(qstrlen(row.sentence) <= size_t(MaxCloseReasonBytes), row.name);
}

void CloseReasonTest::aCodeMayBeSent_data()
{
    QTest::addColumn<quint16>("code");
    QTest::addColumn<bool>("sendable");

    QTest::newRow("0 is no code") << quint16(0) << false;
    QTest::newRow("999 is below all") << quint16(999) << false;
    QTest::newRow("1000 is sendable") << quint16(1000) << true;
    QTest::newRow("1003 is sendable") << quint16(1003) << true;
    QTest::newRow("1004 is reserved") << quint16(1004) << false;
    QTest::newRow("1005 is only shown") << quint16(1005) << false;
    QTest::newRow("1006 is only shown") << quint16(1006) << false;
    QTest::newRow("1007 is sendable") << quint16(1007) << true;
    QTest::newRow("1014 is sendable") << quint16(1014) << true;
    QTest::newRow("1015 is only shown") << quint16(1015) << false;
    QTest::newRow("1016 is not assigned") << quint16(1016) << false;
    QTest::newRow("2999 is reserved for the protocol") << quint16(2999) << false;
    QTest::newRow("3000 is for libraries") << quint16(3000) << true;
    QTest::newRow("4000 is ours") << quint16(4000) << true;
    QTest::newRow("4999 is for applications") << quint16(4999) << true;
    QTest::newRow("5000 is above all") << quint16(5000) << false;
    QTest::newRow("65535 is above all") << quint16(65535) << false;
}

void CloseReasonTest::aCodeMayBeSent()
{
    QFETCH(const quint16, code);
    QFETCH(const bool, sendable);

    QCOMPARE(isSendableCloseCode(code), sendable);
}

void CloseReasonTest::aServerMayCloseWithIt_data()
{
    QTest::addColumn<quint16>("code");
    QTest::addColumn<bool>("may");

    QTest::newRow("1000 normal") << quint16(1000) << true;
    QTest::newRow("1003 is sendable and never sent") << quint16(1003) << false;
    QTest::newRow("1006 is only shown") << quint16(1006) << false;
    QTest::newRow("1010 is a client's (RFC 6455 section 7.4.1)") << quint16(1010) << false;
    QTest::newRow("1012 service restart") << quint16(1012) << true;
    QTest::newRow("1013 is sendable, but a full server refuses with 503") << quint16(1013) << false;
    QTest::newRow("4000 is ours") << quint16(4000) << true;
    QTest::newRow("4999 is for applications") << quint16(4999) << true;
    QTest::newRow("5000 is above all") << quint16(5000) << false;
}

void CloseReasonTest::aServerMayCloseWithIt()
{
    QFETCH(const quint16, code);
    QFETCH(const bool, may);

    QCOMPARE(isServerCloseCode(code), may);
}

void CloseReasonTest::aCodeIsShownWithItsName_data()
{
    QTest::addColumn<quint16>("code");
    QTest::addColumn<QString>("text");

    QTest::newRow("a code of the table") << quint16(1000) << u"1000 Normal Closure"_s;
    QTest::newRow("one of ours") << quint16(4008) << u"4008 Cannot Keep Up"_s;
    QTest::newRow("an application's own") << quint16(4711) << u"4711"_s;
}

void CloseReasonTest::aCodeIsShownWithItsName()
{
    QFETCH(const quint16, code);
    QFETCH(const QString, text);

    QCOMPARE(closeCodeText(code), text);
}

QTEST_GUILESS_MAIN(CloseReasonTest)
#include "tst_close_reason.moc"
