// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/channel/epoll_set.h"
#include "wire/channel/vector_registers.h"

#include <QTest>

#ifdef __x86_64__
#include <cpuid.h>
#include <immintrin.h>
#endif

using namespace signalbox;

namespace {

#ifdef __x86_64__

constexpr quint64 UpperHalves = 1U << 2; // of the state's parts: Intel's manual, volume 1, 13.1

[[gnu::target("xsave")]] bool upperHalvesAreInUse()
{
    return (_xgetbv(1) & UpperHalves) != 0;
}

void useUpperHalves()
{
    asm volatile("vcmptrueps %%ymm7, %%ymm7, %%ymm7" ::: "xmm7");
}

/// Whether the processor tells which parts of its state are in use (XGETBV with 1 in ECX), and no
/// others: some emulators say that all are.
bool canTell()
{
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    constexpr unsigned InUse = 1U << 2;
    if (__builtin_cpu_supports("avx") == 0 || __get_cpuid_count(0xd, 1, &a, &b, &c, &d) == 0
        || (a & InUse) == 0)
        return false;
    asm volatile("vzeroupper" ::: "memory");
    return !upperHalvesAreInUse();
}

#else

bool canTell()
{
    return false;
}
bool upperHalvesAreInUse()
{
    return false;
}
void useUpperHalves()
{ }

#endif

} // namespace

/// What a thread's switch has to save.
class VectorRegistersTest : public QObject
{
    Q_OBJECT

private slots:
    static void areCleared();
    static void aThreadSleepsWithoutThem();
};

void VectorRegistersTest::areCleared()
{
    if (!canTell())
        QSKIP("the processor does not tell which registers are in use");
    useUpperHalves();
    const bool before = upperHalvesAreInUse();
    clearUpperVectorRegisters();
    const bool after = upperHalvesAreInUse();
    QVERIFY(before);
    QVERIFY(!after);
}

void VectorRegistersTest::aThreadSleepsWithoutThem()
{
    if (!canTell())
        QSKIP("the processor does not tell which registers are in use");
    EpollSet set;
    EpollSet::Events events;
    useUpperHalves();
    set.wait(events, 0);
    QVERIFY(!upperHalvesAreInUse());
}

QTEST_GUILESS_MAIN(VectorRegistersTest)
#include "tst_vector_registers.moc"
