// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/memory_trim.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace signalbox {

namespace {

/// Fewer leave too little behind to be worth a walk over the heap.
constexpr int ManyEnds = 500;

/// Where connections come and go all the time, memory is not to be given back all the time.
constexpr int MostWaits = 10;

} // namespace

MemoryTrim::MemoryTrim(std::chrono::milliseconds quiet, QObject *parent)
    : QObject(parent)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(quiet);
    connect(&m_timer, &QTimer::timeout, this, &MemoryTrim::waited);
}

void MemoryTrim::noteEnd()
{
    ++m_ended;
    if (m_ended >= ManyEnds && !m_timer.isActive())
        wait();
}

void MemoryTrim::wait()
{
    // Not started anew by each end: a thousand that end at once would set it a thousand times.
    m_endedBefore = m_ended;
    ++m_waits;
    m_timer.start();
}

void MemoryTrim::waited()
{
    if (m_ended > m_endedBefore && m_waits < MostWaits)
        wait();
    else
        trim();
}

void MemoryTrim::trim()
{
    m_ended = 0;
    m_waits = 0;
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
    emit trimmed();
}

} // namespace signalbox
