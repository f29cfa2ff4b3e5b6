// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/door/front_door.h"
#include "tests/support/raw_client.h"
#include "tests/support/transport_fixture.h"
#include "wire/channel/descriptor_limit.h"

#include <QElapsedTimer>
#include <QTest>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <vector>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 20'000;

/// Many connections that are in the listener's backlog as soon as they are made, in this order, and
/// of which nobody reads what comes.
class Crowd
{
public:
    explicit Crowd(quint16 port)
        : m_port(port)
    { }
    ~Crowd()
    {
        for (const int descriptor : m_descriptors)
            ::close(descriptor);
    }
    Q_DISABLE_COPY_MOVE(Crowd)

    /// One more, that sends these bytes at once; false if it could not connect.
    [[nodiscard]] bool join(const QByteArray &bytes)
    {
        const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (descriptor < 0)
            return false;
        m_descriptors.push_back(descriptor);
        ::sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(m_port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return ::connect(descriptor, reinterpret_cast<const ::sockaddr *>(&address), sizeof address)
                   == 0
               && ::send(descriptor, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL)
                      == bytes.size();
    }
    [[nodiscard]] bool join(const QByteArray &bytes, qsizetype count)
    {
        for (qsizetype i = 0; i < count; ++i) {
            if (!join(bytes))
                return false;
        }
        return true;
    }

private:
    quint16 m_port;
    std::vector<int> m_descriptors;
};

/// Nothing ends by itself while a test lasts.
ServerOptions patientOptions()
{
    auto options = carrierOptions();
    options.firstByteTimeout = 1h;
    options.headTimeout = 1h;
    return options;
}

} // namespace

/// A door with more pending requests than it keeps.
class TestCrowdedDoor : public QObject
{
    Q_OBJECT

private slots:
    static void initTestCase_data() { addTransports(); }
    static void initTestCase();

    static void aGoodClientGetsIn_data();
    static void aGoodClientGetsIn();
    static void whoHasToGoIsTold();
    static void aBurstOfGoodClientsGetsIn();
};

void TestCrowdedDoor::initTestCase()
{
    QVERIFY(raiseDescriptorLimit() > 4 * FrontDoor::MaxRequests);
}

void TestCrowdedDoor::aGoodClientGetsIn_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("H1: past connections that are silent") << QByteArray();
    QTest::newRow("H1: past heads that drip") << QByteArray("GET / HTTP/1.1\r\nHo");
    QTest::newRow("past refused peers that do not leave") << QByteArray("BAD\r\n");
}

void TestCrowdedDoor::aGoodClientGetsIn()
{
    QFETCH(const QByteArray, bytes);
    TransportFixture server(patientOptions());
    Crowd crowd(server.port());
    QElapsedTimer clock;
    clock.start();
    QVERIFY(crowd.join(bytes, FrontDoor::MaxRequests + 100));
    RawClient good(server.port());
    QVERIFY(good.upgrade());
    QVERIFY2(clock.elapsed() < 1'800, "it waited until refused peers were given up");
    good.send(Opcode::Text, "hello");
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.messages.size(), 1, Patience);
}

void TestCrowdedDoor::whoHasToGoIsTold()
{
    TransportFixture server(patientOptions());
    RawClient silent(server.port());
    QTRY_COMPARE_WITH_TIMEOUT(silent.socket().state(), QAbstractSocket::ConnectedState, Patience);
    Crowd crowd(server.port());
    QVERIFY(crowd.join({}, FrontDoor::MaxRequests));
    QTRY_VERIFY_WITH_TIMEOUT(silent.isEnded(), Patience);
    QCOMPARE(silent.status(), 503);
    QVERIFY(!silent.field("Retry-After").isEmpty());
    QCOMPARE(server.refusals.size(), 1);
    QCOMPARE(server.refusals.first().status, 503);
}

void TestCrowdedDoor::aBurstOfGoodClientsGetsIn()
{
    TransportFixture server(patientOptions());
    Crowd crowd(server.port());
    const qsizetype count = FrontDoor::MaxRequests + 500;
    QVERIFY(crowd.join(RawClient::upgradeHead(), count));
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.opened.size(), count, Patience);
    QVERIFY(server.refusals.isEmpty());
}

QTEST_GUILESS_MAIN(TestCrowdedDoor)
#include "tst_crowded_door.moc"
