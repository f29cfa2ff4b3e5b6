// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/memory_trim.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace signalbox;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 20'000;
constexpr int Many = 500;

/// A timer may be early by a twentieth.
constexpr qint64 almost(std::chrono::milliseconds time)
{
    return time.count() * 9 / 10;
}

void end(MemoryTrim &trim, int count)
{
    for (int i = 0; i < count; ++i)
        trim.noteEnd();
}

} // namespace

/// When memory is given back: seldom.
class TestMemoryTrim : public QObject
{
    Q_OBJECT

private slots:
    static void fewEndsAreNothing();
    static void waitsUntilAllHaveGone();
    static void waitsLongWhereConnectionsComeAndGo();
};

void TestMemoryTrim::fewEndsAreNothing()
{
    MemoryTrim few(20ms);
    MemoryTrim many(20ms);
    const QSignalSpy trimmedFew(&few, &MemoryTrim::trimmed);
    const QSignalSpy trimmedMany(&many, &MemoryTrim::trimmed);
    end(few, Many - 1);
    end(many, Many);
    QTRY_COMPARE_WITH_TIMEOUT(trimmedMany.size(), 1, Patience);
    QCOMPARE(trimmedFew.size(), 0);
}

void TestMemoryTrim::waitsUntilAllHaveGone()
{
    constexpr auto Quiet = 100ms;
    MemoryTrim trim(Quiet);
    const QSignalSpy trimmed(&trim, &MemoryTrim::trimmed);
    QElapsedTimer sinceLast;
    qint64 quiet = 0;
    connect(&trim, &MemoryTrim::trimmed, &trim, [&] { quiet = sinceLast.elapsed(); });
    end(trim, Many);
    sinceLast.start();
    // The last ones go a little later.
    QTimer::singleShot(Quiet / 2, &trim, [&] {
        end(trim, 1);
        sinceLast.start();
    });
    QTRY_COMPARE_WITH_TIMEOUT(trimmed.size(), 1, Patience);
    QVERIFY2(quiet >= almost(Quiet), QByteArray::number(quiet).constData());
}

void TestMemoryTrim::waitsLongWhereConnectionsComeAndGo()
{
    constexpr auto Quiet = 20ms;
    MemoryTrim trim(Quiet);
    const QSignalSpy trimmed(&trim, &MemoryTrim::trimmed);
    QTimer churn;
    connect(&churn, &QTimer::timeout, &trim, [&trim] { end(trim, Many); });
    QElapsedTimer clock;
    clock.start();
    churn.start(0);
    QTRY_COMPARE_WITH_TIMEOUT(trimmed.size(), 2, Patience);
    QVERIFY2(clock.elapsed() >= 2 * almost(10 * Quiet),
             QByteArray::number(clock.elapsed()).constData());
}

QTEST_GUILESS_MAIN(TestMemoryTrim)
#include "tst_memory_trim.moc"
