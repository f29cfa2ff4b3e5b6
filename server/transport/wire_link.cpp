// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/wire_link.h"

#include "server/transport/link_agenda.h"
#include "wire/frame/close_payload.h"
#include "wire/frame/frame_encoder.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace signalbox {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// After 4008: the peer does not read, so waiting for longer is no use.
constexpr milliseconds TooSlowLinger{1'000};

constexpr milliseconds PingWindow{1'000};

/// From here on a copy costs more than a call of the kernel for this frame alone.
constexpr qsizetype WriteThroughSize = qsizetype(16) * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("signalbox::WireLink", text);
}

qint64 frameSize(QByteArrayView payload)
{
    return frameHeaderSize(static_cast<quint64>(payload.size()), false) + payload.size();
}

FrameLimits limitsOf(const ServerOptions &options)
{
    return {options.maxPayloadLength, options.maxFragments, options.maxEmptyFragments};
}

} // namespace

WireLink::WireLink(LinkAgenda &agenda, ConnectionId id, std::unique_ptr<ByteChannel> channel)
    : m_agenda(agenda)
    , m_id(id)
    , m_channel(std::move(channel))
    , m_decoder(FrameRole::Server, limitsOf(agenda.options()))
{ }

void WireLink::start(const QByteArray &received)
{
    if (!m_channel)
        return;
    m_channel->setObserver(this);
    if (received.isEmpty())
        return;
    const auto buffer = m_agenda.receiveBuffer();
    const auto bytes = buffer.first(static_cast<std::size_t>(received.size()));
    std::ranges::copy(received, bytes.begin());
    take(bytes);
}

void WireLink::prefetch() const
{
#ifdef Q_CC_GNU
    static constexpr std::ptrdiff_t CacheLine = 64;
    static constexpr std::ptrdiff_t Touched = 3 * CacheLine; // all before the decoder
    static_assert(sizeof(WireLink) > Touched);
    const auto *memory = static_cast<const char *>(static_cast<const void *>(this));
    for (std::ptrdiff_t at = 0; at < Touched; at += CacheLine)
        __builtin_prefetch(memory + at);
#endif
}

void WireLink::optionsChanged()
{
    m_decoder.setLimits(limitsOf(m_agenda.options()));
}

void WireLink::timeIsUp()
{
    if (m_state == State::Closing) {
        end(*m_info);
        return;
    }
    m_watchingStall = false;
    if (m_state != State::Open || !m_decoder.isInsideFrame())
        return;
    const auto end = m_lastByte + m_agenda.options().stallTimeout;
    const auto left = std::chrono::ceil<milliseconds>(end - Clock::now());
    if (left <= milliseconds(0)) {
        giveUp(close_reason::PolicyViolation, tr("a frame stalled"));
        return;
    }
    m_watchingStall = true;
    m_agenda.deadlines().set(m_id.value, left);
}

SendResult WireLink::send(Opcode opcode, QByteArrayView payload)
{
    if (m_state != State::Open)
        return SendResult::Gone;
    // Pings come one at a time, by the heartbeat: they need no limit, and without them a slow
    // reader would look dead.
    if (opcode != Opcode::Ping && !hasRoomFor(frameSize(payload)))
        return unsent();
    if (payload.size() < WriteThroughSize || !m_output.isEmpty()) {
        m_output.appendFrame(opcode, payload);
        wantFlush();
        return SendResult::Accepted;
    }
    if (m_output.writeThrough(*m_channel, opcode, payload).state != IoResult::State::Failed)
        return SendResult::Accepted;
    vanish();
    return SendResult::Gone;
}

SendResult WireLink::unsent() const
{
    return m_state == State::Ended ? SendResult::Gone : SendResult::Dropped;
}

SendResult WireLink::sendShared(const QByteArray &frame)
{
    if (m_state != State::Open)
        return SendResult::Gone;
    if (!hasRoomFor(frame.size()))
        return unsent();
    m_output.appendShared(frame);
    wantFlush();
    return SendResult::Accepted;
}

qint64 WireLink::bufferedBytes() const
{
    return m_channel ? m_output.bytes() + m_channel->unsentBytes() : 0;
}

bool WireLink::fits(qint64 frameSize) const
{
    const qint64 unsent = m_channel->unsentBytes();
    return (m_output.isEmpty() && unsent == 0)
           || m_output.heldBytes() + unsent + frameSize <= m_agenda.options().maxBackpressure;
}

bool WireLink::hasRoomFor(qint64 frameSize)
{
    if (fits(frameSize))
        return true;
    // One flush does not write all that the kernel would take.
    for (qint64 before = 0; before != m_output.bytes();) {
        before = m_output.bytes();
        flush();
        if (m_state != State::Open)
            return false;
        if (fits(frameSize))
            return true;
    }
    if (m_agenda.options().backpressurePolicy == BackpressurePolicy::Close) {
        m_output.discardWholeFrames();
        close({close_reason::TooSlow.code, QString::fromLatin1(close_reason::TooSlow.sentence),
               ClosedBy::Server});
    }
    return false;
}

void WireLink::flush()
{
    m_needsFlush = false;
    if (!m_channel)
        return;
    if (m_output.writeTo(*m_channel).state == IoResult::State::Failed)
        vanish();
    else if (m_state == State::Closing)
        finishClosing();
}

void WireLink::close(const CloseInfo &info)
{
    if (m_state != State::Open)
        return;
    startClosing(info);
    m_output.appendFrame(Opcode::Close, makeClosePayload(info.code, info.reason));
    wantFlush();
}

void WireLink::terminate(const CloseInfo &info)
{
    if (m_state == State::Closing)
        flush(); // the close frame is tried
    if (m_state != State::Ended)
        end(info);
}

bool WireLink::tell()
{
    m_hasNews = false;
    if (m_state == State::Ended) {
        m_agenda.observer().connectionClosed(m_id, *m_info);
        return true;
    }
    if (m_state == State::Closing && m_told == Told::Nothing) {
        m_told = Told::Closing;
        m_agenda.observer().connectionClosing(m_id);
    }
    return false;
}

void WireLink::channelReadable()
{
    // One read a turn: whoever sends much does not keep the others waiting.
    const std::array parts{m_decoder.room(), m_agenda.receiveBuffer()};
    const auto result = parts.front().empty() || m_discarding
                            ? m_channel->read(std::span(parts).last(1))
                            : m_channel->read(parts);
    switch (result.state) {
    case IoResult::State::WouldBlock:
        return;
    case IoResult::State::Ended:
    case IoResult::State::Failed:
        vanish();
        return;
    case IoResult::State::Done:
        break;
    }
    if (m_discarding)
        return;
    const auto direct = std::min(result.bytes, static_cast<qsizetype>(parts.front().size()));
    if (direct > 0)
        m_decoder.filled(direct);
    take(parts.back().first(static_cast<std::size_t>(result.bytes - direct)));
}

void WireLink::channelWritable()
{
    flush();
}

void WireLink::take(std::span<char> bytes)
{
    // Its end may come from within: a handler may close or terminate this link.
    while (m_channel && !m_discarding) {
        if (!takeOne(m_decoder.next(bytes)))
            break;
    }
    if (m_state == State::Open && m_decoder.isInsideFrame())
        watchStall();
}

bool WireLink::takeOne(const FrameEvent &event)
{
    switch (event.kind) {
    case FrameEvent::Kind::NeedMore:
        return false;
    case FrameEvent::Kind::Message:
        if (m_state == State::Open)
            m_agenda.observer().messageReceived(m_id, event.opcode, event.payload);
        return true;
    case FrameEvent::Kind::Control:
        takeControl(event);
        return true;
    case FrameEvent::Kind::Failed:
        giveUp(*event.reason, QString::fromLatin1(event.why));
        return false;
    }
    return false;
}

void WireLink::takeControl(const FrameEvent &event)
{
    switch (event.opcode) {
    case Opcode::Ping:
        if (m_state == State::Open)
            takePing(event.payload);
        break;
    case Opcode::Close:
        takeClose(event.payload);
        break;
    default:
        if (m_state == State::Open)
            m_agenda.observer().controlReceived(m_id, event.opcode, event.payload);
        break;
    }
}

void WireLink::takePing(QByteArrayView payload)
{
    const auto now = Clock::now();
    if (now - m_pingWindow >= PingWindow) {
        m_pingWindow = now;
        m_pings = 0;
    }
    if (++m_pings > m_agenda.options().maxPingsPerSecond) {
        giveUp(close_reason::PolicyViolation, tr("too many pings"));
        return;
    }
    m_agenda.observer().controlReceived(m_id, Opcode::Ping, payload);
    send(Opcode::Pong, payload);
}

void WireLink::takeClose(QByteArrayView payload)
{
    m_closeReceived = true;
    m_discarding = true; // RFC 6455 section 5.5.1: nothing comes behind a close frame
    const auto close = readClosePayload(payload);
    if (m_state == State::Open)
        m_agenda.observer().controlReceived(m_id, Opcode::Close, payload);
    if (m_state == State::Open) { // still: the observer may have closed or terminated it
        startClosing({close.code, QString::fromUtf8(close.reason), ClosedBy::Peer});
        m_output.appendFrame(Opcode::Close, payload);
    }
    wantFlush();
}

void WireLink::watchStall()
{
    m_lastByte = Clock::now();
    if (std::exchange(m_watchingStall, true))
        return;
    m_agenda.deadlines().set(m_id.value, m_agenda.options().stallTimeout);
}

void WireLink::wantFlush()
{
    if (!std::exchange(m_needsFlush, true))
        m_agenda.addToFlush(*this);
}

void WireLink::wantTell()
{
    if (!std::exchange(m_hasNews, true))
        m_agenda.addToTell(*this);
}

void WireLink::giveUp(const CloseReason &reason, const QString &sentence)
{
    m_discarding = true;
    close({reason.code, sentence, ClosedBy::Server});
    wantFlush();
}

void WireLink::startClosing(const CloseInfo &info)
{
    m_state = State::Closing;
    m_info = info;
    const auto timeout = m_agenda.options().closeTimeout;
    const bool tooSlow = info.code == close_reason::TooSlow.code;
    m_agenda.deadlines().set(m_id.value, tooSlow ? std::min(TooSlowLinger, timeout) : timeout);
    wantTell();
}

void WireLink::finishClosing()
{
    // The server ends TCP first (RFC 6455 section 7.1.1), but only its own direction: with unread
    // bytes in the kernel, a whole close would be a reset that can destroy the last words.
    if (m_output.isEmpty() && m_discarding && !std::exchange(m_sendingEnded, true))
        m_channel->endSending();
}

void WireLink::vanish()
{
    end(m_info.value_or(CloseInfo{close_reason::Abnormal.code,
                                  QString::fromLatin1(close_reason::Abnormal.sentence),
                                  ClosedBy::Vanished}));
}

void WireLink::end(const CloseInfo &info)
{
    if (m_state == State::Closing || m_watchingStall)
        m_agenda.deadlines().clear(m_id.value);
    m_state = State::Ended;
    m_info = info;
    m_output.clear();
    m_channel.reset();
    wantTell();
}

} // namespace signalbox
