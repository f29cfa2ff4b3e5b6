// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/link_agenda.h"

#include "server/transport/wire_link.h"
#include "wire/frame/frame_decoder.h"

#include <algorithm>
#include <utility>

namespace signalbox {

namespace {

constexpr std::size_t ReceiveBufferSize = std::size_t{256} * 1024;

/// How far ahead of its flush a link's memory is asked for.
constexpr std::size_t FlushesAhead = 2;

} // namespace

LinkAgenda::LinkAgenda(ServerOptions options, TransportObserver &observer, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_observer(observer)
    , m_buffer(ReceiveBufferSize + FrameDecoder::PaddingBytes)
    , m_deadlines(this)
{ }

std::span<char> LinkAgenda::receiveBuffer()
{
    return std::span(m_buffer).first(ReceiveBufferSize);
}

void LinkAgenda::addToFlush(WireLink &link)
{
    m_toFlush.push_back(&link);
    post();
}

void LinkAgenda::addToTell(WireLink &link)
{
    m_toTell.push_back(&link);
    post();
}

void LinkAgenda::beginTurn()
{
    m_inTurn = true;
    m_observer.turnStarted();
}

void LinkAgenda::endTurn()
{
    tell();
    m_observer.turnEnded();
    flush();
    // A flush may have found that a peer has gone, and what that leads to may have the same end.
    while (!m_toTell.empty() || !m_toFlush.empty()) {
        m_observer.turnStarted();
        tell();
        m_observer.turnEnded();
        flush();
    }
    forgetFinished();
    m_inTurn = false;
}

void LinkAgenda::tell()
{
    const auto links = std::exchange(m_toTell, {});
    for (WireLink *link : links) {
        if (link->tell())
            m_finished.push_back(link);
    }
}

void LinkAgenda::flush()
{
    // A flush may end a link, which is told later; it makes no other link send.
    m_flushing.swap(m_toFlush);
    // There and back: those flushed last are still in the processor's cache, with what the kernel
    // keeps of them.
    if (m_flushing.size() > 1 && std::exchange(m_backwards, !m_backwards))
        std::ranges::reverse(m_flushing);
    for (std::size_t i = 0; i < m_flushing.size(); ++i) {
        if (i + FlushesAhead < m_flushing.size())
            m_flushing[i + FlushesAhead]->prefetch();
        m_flushing[i]->flush();
    }
    m_flushing.clear();
}

void LinkAgenda::forgetFinished()
{
    // Not before the flush, for which such a link may be listed too.
    for (WireLink *link : m_finished)
        emit finished(*link);
    m_finished.clear();
}

void LinkAgenda::post()
{
    if (m_inTurn || std::exchange(m_posted, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_posted = false;
            beginTurn();
            endTurn();
        },
        Qt::QueuedConnection);
}

} // namespace signalbox
