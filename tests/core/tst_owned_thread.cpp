// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/owned_thread.h"

#include <QTest>

#include <optional>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

/// Counts in its thread; tells where and when it is destroyed.
class Counter : public QObject
{
    Q_OBJECT

public:
    Counter(int start, QThread **destroyedIn)
        : m_count(start)
        , m_destroyedIn(destroyedIn)
    { }
    ~Counter() override { *m_destroyedIn = QThread::currentThread(); }
    Q_DISABLE_COPY_MOVE(Counter)

    int add(int number)
    {
        m_count += number;
        emit counted(m_count);
        return m_count;
    }

signals:
    void counted(int);

private:
    int m_count;
    QThread **m_destroyedIn;
};

} // namespace

/// An object that lives in a thread of its own.
class OwnedThreadTest : public QObject
{
    Q_OBJECT

private slots:
    void callsRunInTheThread();
    void theThreadHasItsName();
    void callsRunInTheirOrder();
    void signalsArriveInTheCallersThread();
    void theEndDestroysTheObjectInItsThread();
    void aRequestThatTheEndOvertakesIsCancelled();
};

void OwnedThreadTest::callsRunInTheThread()
{
    QThread *destroyedIn = nullptr;
    OwnedThread<Counter> owned(u"counter"_s, 0, &destroyedIn);
    QThread *const own = owned.engine()->thread();

    auto ran = owned.request([](Counter &) { return QThread::currentThread(); });

    QCOMPARE(ran.result(), own);
    QVERIFY(own != QThread::currentThread());
}

void OwnedThreadTest::theThreadHasItsName()
{
    QThread *destroyedIn = nullptr;
    const OwnedThread<Counter> owned(u"counter"_s, 0, &destroyedIn);

    QCOMPARE(owned.engine()->thread()->objectName(), u"counter"_s);
}

void OwnedThreadTest::callsRunInTheirOrder()
{
    QThread *destroyedIn = nullptr;
    OwnedThread<Counter> owned(u"counter"_s, 10, &destroyedIn);

    owned.post([](Counter &counter) { counter.add(1); });
    auto second = owned.request([](Counter &counter) { return counter.add(2); });
    auto third = owned.request([](Counter &counter) { return counter.add(3); });

    QCOMPARE(third.result(), 16);
    QVERIFY(second.isFinished());
    QCOMPARE(second.result(), 13);
}

void OwnedThreadTest::signalsArriveInTheCallersThread()
{
    QThread *destroyedIn = nullptr;
    OwnedThread<Counter> owned(u"counter"_s, 0, &destroyedIn);
    QThread *arrivedIn = nullptr;
    QObject context;
    connect(owned.engine(), &Counter::counted, &context,
            [&arrivedIn] { arrivedIn = QThread::currentThread(); });

    owned.post([](Counter &counter) { counter.add(5); });

    QTRY_COMPARE(arrivedIn, QThread::currentThread());
}

void OwnedThreadTest::theEndDestroysTheObjectInItsThread()
{
    QThread *destroyedIn = nullptr;
    std::optional<OwnedThread<Counter>> owned;
    owned.emplace(u"counter"_s, 0, &destroyedIn);
    QThread *const own = owned->engine()->thread();

    owned.reset();

    QCOMPARE(destroyedIn, own);
}

void OwnedThreadTest::aRequestThatTheEndOvertakesIsCancelled()
{
    QThread *destroyedIn = nullptr;
    std::optional<OwnedThread<Counter>> owned;
    owned.emplace(u"counter"_s, 0, &destroyedIn);
    // The end of the thread is asked for by a call before the request.
    owned->post([](Counter &) { QThread::currentThread()->quit(); });
    auto late = owned->request([](Counter &counter) { return counter.add(1); });

    owned.reset();

    QVERIFY(late.isFinished());
    // A call that was posted in time may still run: then the value is there.
    QVERIFY(late.isCanceled() || late.result() == 1);
}

QTEST_GUILESS_MAIN(OwnedThreadTest)
#include "tst_owned_thread.moc"
