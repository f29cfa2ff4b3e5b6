// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/memory_trim.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace signalbox {

namespace {

/// Fewer leave too little behind to be worth a walk over the heap.
constexpr int ManyEnds = 500;

constexpr std::chrono::milliseconds Quiet{500};

} // namespace

MemoryTrim::MemoryTrim(QObject *parent)
    : QObject(parent)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(Quiet);
    connect(&m_timer, &QTimer::timeout, this, &MemoryTrim::trim);
}

void MemoryTrim::noteEnd()
{
    ++m_ended;
    if (m_ended >= ManyEnds && !m_timer.isActive())
        m_timer.start();
}

void MemoryTrim::trim()
{
    m_ended = 0;
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

} // namespace signalbox
