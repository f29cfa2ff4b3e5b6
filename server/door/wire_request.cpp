// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/door/wire_request.h"

#include "server/door/http_refusal.h"

#include <QDateTime>

#include <array>
#include <utility>

namespace signalbox {

namespace {

/// A peer that still sends more than this does not listen to its refusal.
constexpr qint64 MaxDiscarded = 16 << 20;

} // namespace

WireRequest::WireRequest(quint64 id, std::unique_ptr<ByteChannel> channel,
                         const ServerOptions &options, std::span<char> buffer,
                         std::function<void(WireRequest &)> changed)
    : m_id(id)
    , m_channel(std::move(channel))
    , m_buffer(buffer)
    , m_changed(std::move(changed))
    , m_head({options.maxHeadSize, options.maxHeadFields, options.maxHeadLine})
{
    auto [address, port] = m_channel->peerName();
    m_handshake.peerAddress = std::move(address);
    m_handshake.peerPort = port;
    m_channel->setObserver(this);
}

RefusedHandshake WireRequest::refuse(const Refusal &refusal)
{
    m_state = State::Refused;
    const auto body = m_handshake.method == "HEAD" ? ReplyBody::Omit : ReplyBody::Send;
    const QByteArray reply = refusalReply(refusal, body);
    const std::array parts{QByteArrayView(reply)};
    m_channel->write(parts); // the kernel's buffer is empty: it has room for one short reply
    m_channel->endSending();
    return {QDateTime::currentMSecsSinceEpoch(), m_handshake, refusal.status, refusal.cause};
}

std::unique_ptr<ByteChannel> WireRequest::reply(const QByteArray &head)
{
    const std::array parts{QByteArrayView(head)};
    if (m_channel->write(parts).bytes != head.size())
        return nullptr;
    m_channel->setObserver(nullptr);
    return std::move(m_channel);
}

void WireRequest::channelReadable()
{
    const std::array parts{m_buffer};
    const auto result = m_channel->read(parts);
    switch (result.state) {
    case IoResult::State::WouldBlock:
        return;
    case IoResult::State::Ended:
    case IoResult::State::Failed:
        m_channel->setReading(false);
        change(State::Gone);
        return;
    case IoResult::State::Done:
        break;
    }
    if (m_state == State::Refused)
        discard(result.bytes);
    else
        takeHead({m_buffer.data(), result.bytes});
}

void WireRequest::channelWritable()
{ }

void WireRequest::takeHead(QByteArrayView bytes)
{
    const auto state = m_head.feed(bytes);
    if (state == RequestHead::State::NeedMore) {
        m_fed += bytes.size();
        if (m_state == State::Silent)
            change(State::Reading);
        return;
    }
    Handshake request = m_head.request();
    request.peerAddress = m_handshake.peerAddress;
    request.peerPort = m_handshake.peerPort;
    m_handshake = std::move(request);
    if (state == RequestHead::State::Refused) {
        change(State::Malformed);
        return;
    }
    m_received = bytes.sliced(m_head.length() - m_fed).toByteArray();
    change(State::Complete);
}

void WireRequest::discard(qsizetype bytes)
{
    m_discarded += bytes;
    if (m_discarded > MaxDiscarded)
        change(State::Gone);
}

void WireRequest::change(State state)
{
    m_state = state;
    m_changed(*this);
}

} // namespace signalbox
