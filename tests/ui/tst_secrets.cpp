// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets of a handshake are seen by whoever asks for them, and only those of that handshake.
#include "tests/support/raw_client.h"
#include "tests/ui/console_fixture.h"
#include "ui/connections/connection_details.h"

#include <QLineEdit>
#include <QUrl>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView Fields("Authorization: Bearer s3cret\r\n"
                                "Sec-WebSocket-Protocol: chat, bearer, s3cret\r\n"
                                "Referer: http://127.0.0.1/page?token=s3cret\r\n");

/// How many values in sight hold the secret.
qsizetype secretsIn(const ConnectionDetails &details)
{
    const auto fields = details.findChildren<QLineEdit *>();
    return std::ranges::count_if(fields, [](const QLineEdit *field) {
        return !field->isHidden() && field->text().contains(u"s3cret");
    });
}

} // namespace

class TestSecrets : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    static void theyAreRevealedForOneHandshakeOnly();

private:
    QTemporaryDir m_settings;
};

void TestSecrets::initTestCase()
{
    QVERIFY(m_settings.isValid());
    useSettingsIn(m_settings);
}

void TestSecrets::theyAreRevealedForOneHandshakeOnly()
{
    Console console;
    console.start();
    const auto port = quint16(QUrl(console.url()).port());
    RawClient first(port);
    RawClient second(port);
    QVERIFY(first.upgrade("/?token=s3cret", Fields.toByteArray()));
    QVERIFY(second.upgrade("/?token=s3cret", Fields.toByteArray()));
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 2, Patience);
    console.table()->selectRow(0);
    const auto *details = console.window.findChild<ConnectionDetails *>();
    QCOMPARE(secretsIn(*details), 0);
    auto *reveal = console.button(u"Reveal"_s);
    QVERIFY(reveal);
    QTest::mouseClick(reveal, Qt::LeftButton);
    QCOMPARE(reveal->text(), u"Hide secrets"_s);
    QCOMPARE(secretsIn(*details), 4); // three fields and the request's query
    QTest::mouseClick(reveal, Qt::LeftButton);
    QCOMPARE(secretsIn(*details), 0);
    QTest::mouseClick(reveal, Qt::LeftButton);
    console.table()->selectRow(1);
    QTRY_COMPARE(reveal->text(), u"Reveal"_s);
    QCOMPARE(secretsIn(*details), 0);
}

QTEST_MAIN(TestSecrets)
#include "tst_secrets.moc"
