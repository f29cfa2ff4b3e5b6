// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/channel/qt_channel.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace signalbox;

namespace {

constexpr int Patience = 20'000;

class CountingObserver final : public ChannelObserver
{
public:
    void channelReadable() override { }
    void channelWritable() override { ++writableCalls; }

    int writableCalls = 0;
};

} // namespace

/// A connection on Qt's own socket.
class TestQtChannel : public QObject
{
    Q_OBJECT

private slots:
    static void tellsLaterThatItIsWritable();
};

void TestQtChannel::tellsLaterThatItIsWritable()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTcpSocket peer;
    peer.connectToHost(QHostAddress::LocalHost, server.serverPort());
    QTRY_VERIFY_WITH_TIMEOUT(server.hasPendingConnections(), Patience);
    QtChannel channel{std::unique_ptr<QTcpSocket>(server.nextPendingConnection())};
    CountingObserver observer;
    channel.setObserver(&observer);
    for (int round = 1; round <= 2; ++round) {
        channel.tellWritableLater();
        QCOMPARE(observer.writableCalls, round - 1);
        QTRY_COMPARE_WITH_TIMEOUT(observer.writableCalls, round, Patience);
    }
}

QTEST_GUILESS_MAIN(TestQtChannel)
#include "tst_qt_channel.moc"
