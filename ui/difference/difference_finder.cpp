// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/difference/difference_finder.h"

namespace signalbox {

namespace {
constexpr quint64 RowsNow = 2'048; // in less than a millisecond
}

class DifferenceFinder::Thread : public OwnedThread<DifferenceEngine>
{
public:
    using OwnedThread::OwnedThread;
};

DifferenceFinder::DifferenceFinder(QObject *parent)
    : QObject(parent)
{
    qRegisterMetaType<DifferenceAnswer>();
}

DifferenceFinder::~DifferenceFinder() = default;

void DifferenceFinder::ask(const DifferenceQuestion &question)
{
    cancel();
    DifferenceSearch search(question);
    if (search.advance(RowsNow) && search.isQuick()) {
        emit answered(search.answer());
        return;
    }
    if (!m_thread) {
        m_thread = std::make_unique<Thread>(QStringLiteral("difference"));
        connect(m_thread->engine(), &DifferenceEngine::progressed, this,
                [this](quint64 generation, int percent) {
                    if (m_isSearching && generation == m_generation)
                        emit progressed(percent);
                });
        connect(m_thread->engine(), &DifferenceEngine::answered, this,
                [this](quint64 generation, const DifferenceAnswer &answer) {
                    if (!m_isSearching || generation != m_generation)
                        return;
                    m_isSearching = false;
                    emit answered(answer);
                });
    }
    m_isSearching = true;
    m_thread->post([generation = m_generation, search = std::move(search)](
                       DifferenceEngine &engine) { engine.start(generation, search); });
}

void DifferenceFinder::cancel()
{
    ++m_generation;
    if (std::exchange(m_isSearching, false))
        m_thread->post([](DifferenceEngine &engine) { engine.cancel(); });
}

} // namespace signalbox
