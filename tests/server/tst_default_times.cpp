// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/json_client.h"
#include "tests/support/raw_client.h"
#include "tests/support/running_server.h"
#include "tests/support/transport_fixture.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>
#include <QUrl>

#include <array>
#include <memory>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 100'000;

/// When something was seen to happen; it is looked at in a later test.
class Moment
{
public:
    void happened(QElapsedTimer clock)
    {
        if (m_at < 0ms)
            m_at = std::chrono::milliseconds(clock.elapsed());
    }
    [[nodiscard]] bool hasCome() const { return m_at >= 0ms; }
    /// Not sooner than a time that an option gives, and before `end`.
    [[nodiscard]] bool isBetween(std::chrono::milliseconds begin,
                                 std::chrono::milliseconds end) const
    {
        return m_at >= begin - 10ms && m_at < end;
    }

private:
    std::chrono::milliseconds m_at{-1};
};

quint16 portOf(const RunningServer &server)
{
    return static_cast<quint16>(QUrl(server.url()).port());
}

/// Servers with the defaults of one transport, and a peer for each time, all at once.
class Scene : public QObject
{
    Q_OBJECT

public:
    explicit Scene(TransportKind kind);

    /// Starts all; false if one could not.
    [[nodiscard]] bool start();

    QElapsedTimer clock;
    RunningServer server;
    RunningServer withoutHeartbeat; // it would end who stalls at about the same time
    RunningServer stopping;
    std::unique_ptr<RawClient> mute;
    std::unique_ptr<RawClient> dripping;
    std::unique_ptr<RawClient> stalling;
    std::unique_ptr<RawClient> kicked;
    std::unique_ptr<RawClient> unplugged;
    std::unique_ptr<RawClient> drained;
    std::unique_ptr<JsonClient> witness;
    QFuture<CommandOutcome> stop;

    Moment muteRefused;
    Moment drippingRefused;
    Moment stallClosed;
    Moment kickedGone;
    Moment unpluggedGone;
    Moment stopped;

private:
    [[nodiscard]] bool startServers();
    void lookAround();

    TransportKind m_kind;
    QTimer m_dripper;
    QTimer m_look;
};

Scene::Scene(TransportKind kind)
    : m_kind(kind)
{
    connect(&m_dripper, &QTimer::timeout, this, [this] { dripping->write("x"); });
    connect(&m_look, &QTimer::timeout, this, &Scene::lookAround);
}

bool Scene::startServers()
{
    auto options = testOptions();
    options.transport = m_kind;
    bool all = server.start(options);
    auto quiet = options;
    quiet.heartbeatInterval = 0ms;
    all = withoutHeartbeat.start(quiet) && all;
    return stopping.start(options) && all;
}

bool Scene::start()
{
    if (!startServers())
        return false;
    witness = server.client();
    kicked = std::make_unique<RawClient>(portOf(withoutHeartbeat));
    stalling = std::make_unique<RawClient>(portOf(withoutHeartbeat));
    unplugged = std::make_unique<RawClient>(portOf(server));
    drained = std::make_unique<RawClient>(portOf(stopping));
    if (!witness || !kicked->upgrade() || !stalling->upgrade() || !unplugged->upgrade()
        || !drained->upgrade() || !withoutHeartbeat.waitForConnections(2)
        || !stopping.waitForConnections(1))
        return false;
    const QByteArray join = R"({"type":"join_room","roomId":"lobby","userId":"unplugged"})";
    unplugged->send(Opcode::Text, join);
    witness->join("lobby", "witness");
    if (witness->take(u"room_joined"_s).isEmpty()
        || !QTest::qWaitFor([this] { return unplugged->frames().size() >= 2; }, Patience))
        return false;

    clock.start();
    mute = std::make_unique<RawClient>(portOf(server));
    dripping = std::make_unique<RawClient>(portOf(server));
    dripping->write("GET / HTTP/1.1\r\nA: ");
    m_dripper.start(1s);
    stalling->write(frameBytes(Opcode::Text, "half a frame").chopped(5));
    kicked->pullCable();
    withoutHeartbeat.server().execute(
        KickConnections{{withoutHeartbeat.opened().first().id}, 4000, {}});
    unplugged->pullCable();
    drained->pullCable();
    stop = stopping.server().execute(StopGracefully{});
    m_look.start(10ms);
    return true;
}

void Scene::lookAround()
{
    if (mute->isEnded())
        muteRefused.happened(clock);
    if (dripping->isEnded()) {
        m_dripper.stop();
        drippingRefused.happened(clock);
    }
    if (stalling->isEnded())
        stallClosed.happened(clock);
    if (!withoutHeartbeat.closed().isEmpty())
        kickedGone.happened(clock);
    if (!server.closed().isEmpty())
        unpluggedGone.happened(clock);
    if (stop.isFinished())
        stopped.happened(clock);
}

} // namespace

/// What takes its time with the defaults, which the other tests scale down: all at once, so that it
/// takes no longer than the longest.
class TestDefaultTimes : public QObject
{
    Q_OBJECT

private slots:
    static void initTestCase_data() { addOwnTransports(); }
    void initTestCase();
    void aSilentConnectionIs408After5Seconds();
    void aHeadThatDripsIs408After10Seconds();
    void whoNeverAnswersOurCloseIsGoneAfter3Seconds();
    void aDrainTakesAtMost5Seconds();
    void aFrameThatStallsIs1008After30Seconds();
    void aPulledCableIsFoundWithin40Seconds();

private:
    Scene &scene();

    std::array<std::unique_ptr<Scene>, 2> m_scenes;
};

void TestDefaultTimes::initTestCase()
{
    m_scenes = {std::make_unique<Scene>(TransportKind::Wire),
                std::make_unique<Scene>(TransportKind::WireQt)};
    for (const auto &scene : m_scenes)
        QVERIFY(scene->start());
}

Scene &TestDefaultTimes::scene()
{
    QFETCH_GLOBAL(const TransportKind, transport);
    return *m_scenes.at(transport == TransportKind::Wire ? 0 : 1);
}

void TestDefaultTimes::aSilentConnectionIs408After5Seconds()
{
    QTRY_VERIFY_WITH_TIMEOUT(scene().muteRefused.hasCome(), Patience);
    QCOMPARE(scene().mute->status(), 408);
    QVERIFY(scene().muteRefused.isBetween(5s, 10s)); // H1
}

void TestDefaultTimes::aHeadThatDripsIs408After10Seconds()
{
    QTRY_VERIFY_WITH_TIMEOUT(scene().drippingRefused.hasCome(), Patience);
    QCOMPARE(scene().dripping->status(), 408);
    QVERIFY(scene().drippingRefused.isBetween(10s, 15s)); // H1
}

void TestDefaultTimes::whoNeverAnswersOurCloseIsGoneAfter3Seconds()
{
    QTRY_VERIFY_WITH_TIMEOUT(scene().kickedGone.hasCome(), Patience);
    QCOMPARE(scene().withoutHeartbeat.closed().first().info.code, 4000);
    QVERIFY(scene().kickedGone.isBetween(3s, 8s)); // W8
}

void TestDefaultTimes::aDrainTakesAtMost5Seconds()
{
    QTRY_VERIFY_WITH_TIMEOUT(scene().stopped.hasCome(), Patience);
    QVERIFY(scene().stop.result());
    QCOMPARE(scene().stop.result()->gone, 1);
    QVERIFY(scene().stopped.isBetween(5s, 10s)); // L5
}

void TestDefaultTimes::aFrameThatStallsIs1008After30Seconds()
{
    QTRY_VERIFY_WITH_TIMEOUT(scene().stallClosed.hasCome(), Patience);
    QCOMPARE(scene().stalling->closeCode(), 1008);
    QVERIFY(scene().stallClosed.isBetween(30s, 35s)); // W6
}

void TestDefaultTimes::aPulledCableIsFoundWithin40Seconds()
{
    QTRY_VERIFY_WITH_TIMEOUT(scene().unpluggedGone.hasCome(), Patience);
    QCOMPARE(scene().server.closed().first().info.code, 4009);
    QVERIFY(scene().unpluggedGone.isBetween(10s, 45s)); // W9
    QVERIFY(!scene().witness->take(u"user_left"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestDefaultTimes)
#include "tst_default_times.moc"
