// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/activity_samples.h"
#include "ui/log/log_page.h"
#include "ui/log/log_view.h"
#include "ui/payload/payload_view.h"
#include "ui/shell/server_mirror.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fact_list.h"

#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

/// What the details say, line by line: `Recipients: 12`.
QStringList shownFacts(const QWidget &delivery)
{
    QStringList lines;
    const auto labels = delivery.findChildren<QLabel *>();
    QString name;
    for (const QLabel *label : labels) {
        if (label->isHidden())
            continue;
        if (name.isEmpty()) {
            name = label->text();
        } else {
            lines += name + u": "_s + label->text();
            name.clear();
        }
    }
    return lines;
}

} // namespace

Q_DECLARE_METATYPE(ActivityRecord)

/// The log's Delivery tab: whom a message went to, how many it reached, and what that means.
class LogDeliveryTest : public QObject
{
    Q_OBJECT

private slots:
    void aRowTellsItsDelivery_data();
    void aRowTellsItsDelivery();
    void lostRecordsSayThatNothingIsKnown();
    void itFollowsTheSelection();

private:
    QStringList chosenFacts(int row)
    {
        m_page.findChild<LogView *>()->selectRow(row);
        return shownFacts(*m_page.findChild<QWidget *>(u"logDelivery"_s));
    }
    void showDelivery()
    {
        m_page.resize(1'000, 700);
        m_page.show();
        const auto toggles = m_page.findChildren<QPushButton *>();
        for (QPushButton *toggle : toggles) {
            if (toggle->text() == u"Control frames")
                toggle->setChecked(true);
        }
        auto *tabs = m_page.findChild<PayloadView *>()->findChild<QTabBar *>();
        for (int tab = 0; tab < tabs->count(); ++tab) {
            if (tabs->tabText(tab) == u"Delivery")
                tabs->setCurrentIndex(tab);
        }
        QCOMPARE(tabs->tabText(tabs->currentIndex()), u"Delivery"_s);
    }

    Theme m_theme;
    Server m_server;
    ServerMirror m_mirror{m_server};
    LogPage m_page{m_mirror, m_theme};
};

void LogDeliveryTest::aRowTellsItsDelivery_data()
{
    QTest::addColumn<ActivityRecord>("record");
    QTest::addColumn<QStringList>("facts");
    const QString taken =
        u"Note: Sent: the kernel took it, or it waits in a batch or buffer of the "
        "connection. Nobody confirms receipt."_s;
    ActivitySamples samples;
    QTest::newRow("a publication to a room")
        << samples.published("lobby", 7, 12, QByteArray(100, 'x'))
        << QStringList{u"To: room lobby (12)"_s,
                       u"Caused by: #7"_s,
                       u"Recipients: 12"_s,
                       u"Sent: 12"_s,
                       u"Dropped: 0"_s,
                       u"Length: 100\u00A0B"_s,
                       taken};
    ActivityRecord dropped = samples.published({}, 0, 9, "hello");
    dropped.dropped = 3;
    QTest::newRow("a broadcast that some dropped")
        << dropped
        << QStringList{u"To: connections (9 of 12)"_s,
                       u"Caused by: the operator"_s,
                       u"Recipients: 12"_s,
                       u"Sent: 9"_s,
                       u"Dropped: 3"_s,
                       u"Length: 5\u00A0B"_s,
                       u"Note: Dropped: the buffer of the connection was full "
                       "(maxBackpressure). In Connections, the filter dropped>0 shows those that "
                       "dropped something."_s};
    QTest::newRow("a publication to an empty room")
        << samples.published("lobby", 0, 0, "hello")
        << QStringList{u"To: room lobby (0)"_s,
                       u"Caused by: the operator"_s,
                       u"Recipients: 0"_s,
                       u"Sent: 0"_s,
                       u"Dropped: 0"_s,
                       u"Length: 5\u00A0B"_s,
                       u"Note: No open connection was there to receive it."_s};
    QTest::newRow("a reply to one")
        << samples.toClient(7, "hello")
        << QStringList{u"To: #7"_s,     u"Recipients: 1"_s,    u"Sent: 1"_s,
                       u"Dropped: 0"_s, u"Length: 5\u00A0B"_s, taken};
    QTest::newRow("what a client sent")
        << samples.fromClient(7, "hello")
        << QStringList{u"From: #7"_s, u"Length: 5\u00A0B"_s,
                       u"Note: The server received all of it. What it sent because of it stands "
                       "in rows of its own."_s};
    ActivityRecord alone = samples.toClient(7, "hello");
    alone.cause = ConnectionId{9};
    QTest::newRow("a broadcast that only one receives")
        << alone << QStringList{u"To: #7"_s,  u"Caused by: #9"_s, u"Recipients: 1"_s,
                                u"Sent: 1"_s, u"Dropped: 0"_s,    u"Length: 5\u00A0B"_s,
                                taken};
    QTest::newRow("a ping of a client") << samples.ping(7)
                                        << QStringList{u"From: #7"_s, u"Length: 0\u00A0B"_s,
                                                       u"Note: The server received all of it."_s};
    QTest::newRow("an event") << samples.joined(7, "lobby")
                              << QStringList{u"Note: An event of a connection; nothing was "
                                             "delivered."_s};
}

void LogDeliveryTest::aRowTellsItsDelivery()
{
    QFETCH(const ActivityRecord, record);
    showDelivery();
    emit m_mirror.activityArrived({{record}, 0});
    QTEST(chosenFacts(m_page.findChild<LogView *>()->model()->rowCount() - 1), "facts");
}

void LogDeliveryTest::lostRecordsSayThatNothingIsKnown()
{
    showDelivery();
    ActivitySamples samples;
    emit m_mirror.activityArrived({{samples.toClient(1, "hello")}, 4});
    const auto *view = m_page.findChild<LogView *>();
    QStringList lost;
    for (int row = 0; row < view->model()->rowCount(); ++row) {
        const QStringList facts = chosenFacts(row);
        if (facts.size() == 1 && facts.constFirst().contains(u"lost"))
            lost += facts;
    }
    QCOMPARE(lost, QStringList{u"Note: What was delivered here is not known: the records were "
                               "lost."_s});
}

void LogDeliveryTest::itFollowsTheSelection()
{
    showDelivery();
    ActivitySamples samples;
    emit m_mirror.activityArrived({{samples.toClient(1, "hello"), samples.toClient(2, "x")}, 0});
    auto *view = m_page.findChild<LogView *>();
    const int last = view->model()->rowCount() - 1;
    QCOMPARE(chosenFacts(last - 1).constFirst(), u"To: #1"_s);
    QCOMPARE(chosenFacts(last).constFirst(), u"To: #2"_s);
    view->clearSelection();
    QVERIFY(shownFacts(*m_page.findChild<QWidget *>(u"logDelivery"_s)).isEmpty());
}

QTEST_MAIN(LogDeliveryTest)
#include "tst_log_delivery.moc"
