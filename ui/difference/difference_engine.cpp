// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/difference/difference_engine.h"

#include <utility>

namespace signalbox {

namespace {
constexpr quint64 RowsAtOnce = 16'384; // so soon a newer question gets its turn
}

void DifferenceEngine::start(quint64 generation, const DifferenceSearch &search)
{
    m_generation = generation;
    m_search = search;
    if (!std::exchange(m_isPosted, true))
        QMetaObject::invokeMethod(this, &DifferenceEngine::step, Qt::QueuedConnection);
}

void DifferenceEngine::step()
{
    m_isPosted = false;
    if (!m_search)
        return;
    if (m_search->advance(RowsAtOnce)) {
        emit answered(m_generation, m_search->answer());
        m_search.reset();
        return;
    }
    emit progressed(m_generation, m_search->percent());
    m_isPosted = true;
    QMetaObject::invokeMethod(this, &DifferenceEngine::step, Qt::QueuedConnection);
}

} // namespace signalbox
