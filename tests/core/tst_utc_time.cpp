// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/utc_time.h"

#include <QDateTime>
#include <QTest>

using namespace signalbox;

class UtcTimeTest : public QObject
{
    Q_OBJECT

private slots:
    static void itSaysWhatQtSays_data();
    static void itSaysWhatQtSays();
};

void UtcTimeTest::itSaysWhatQtSays_data()
{
    QTest::addColumn<qint64>("time");
    QTest::newRow("the epoch") << qint64(0);
    QTest::newRow("before the epoch") << qint64(-1);
    QTest::newRow("a leap day") << qint64(1'709'208'000'123);
    QTest::newRow("the last millisecond of a year") << qint64(1'798'761'599'999);
    QTest::newRow("the year 9999") << qint64(253'402'300'799'999);
}

void UtcTimeTest::itSaysWhatQtSays()
{
    QFETCH(qint64, time);
    QCOMPARE(QString::fromLatin1(utcTimeText(time)),
             QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs));
}

QTEST_APPLESS_MAIN(UtcTimeTest)
#include "tst_utc_time.moc"
