// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/load_connection.h"

#include "client/load/load_clock.h"
#include "client/load/load_mask.h"
#include "core/close_reason.h"
#include "core/escaped_text.h"
#include "wire/channel/epoll_channel.h"
#include "wire/frame/close_payload.h"
#include "wire/frame/frame_encoder.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace signalbox {

namespace {

/// Pongs that wait for a server which does not read them.
constexpr qsizetype MaxOwnBytes = qsizetype(64) << 10;

QString tr(const char *text)
{
    return QCoreApplication::translate("LoadConnection", text);
}

QString closeText(quint16 code, const QString &reason)
{
    const QString text = closeCodeText(code);
    return reason.isEmpty() ? text : QStringLiteral("%1, “%2”").arg(text, reason);
}

} // namespace

LoadConnection::LoadConnection(LoadConnectionContext &context, int number)
    : m_context(context)
    , m_decoder(FrameRole::Client, context.limits)
    , m_number(number)
{ }

void LoadConnection::open(qint64 now)
{
    m_begun = now;
    m_stage = Stage::Connecting;
    const LoadTarget &target = m_context.target;
    auto channel = EpollChannel::connectTo(m_context.reactor, target.address, target.port,
                                           sourceAddress(target.address, m_number));
    if (!channel) {
        fail(LoadErrorKind::Connect, channel.error().message);
        return;
    }
    m_channel = std::move(channel).value();
    m_channel->setObserver(this);
}

void LoadConnection::expireHandshake(qint64 begunBefore)
{
    if ((m_stage == Stage::Connecting || m_stage == Stage::Upgrading) && m_begun < begunBefore)
        fail(LoadErrorKind::Timeout, tr("no answer to the handshake"));
}

void LoadConnection::setFrame(const RepeatedFrame &frame, qsizetype depth)
{
    m_output.setFrame(frame);
    m_window.open(depth);
}

void LoadConnection::post()
{
    m_window.add();
    m_output.repeat(1);
    wantFlush();
}

void LoadConnection::post(qint64 due)
{
    m_window.add(due);
    m_output.repeat(1);
    ++m_context.meter.totals.sent;
    wantFlush();
}

void LoadConnection::send(Opcode opcode, QByteArrayView payload)
{
    m_output.append(encodeMaskedFrame(opcode, payload, LoadMaskKey));
    wantFlush();
}

void LoadConnection::wantFlush()
{
    if (!std::exchange(m_flushWanted, true))
        m_context.observer.outputQueued(*this);
}

void LoadConnection::flush(qint64 now)
{
    m_flushWanted = false;
    if (!hasChannel())
        return;
    m_context.meter.totals.sent += m_window.stamp(now);
    // A connection that cannot be written to is told by the next read, with what was still unread.
    m_output.flush(*m_channel, m_context.meter.totals.bytesSent);
}

void LoadConnection::close()
{
    if (m_stage != Stage::Open) {
        drop();
        return;
    }
    m_stage = Stage::Closing;
    queueControl(Opcode::Close, makeClosePayload(close_reason::NormalClosure.code, {}));
}

void LoadConnection::fail(LoadErrorKind kind, const QString &detail)
{
    m_context.meter.errors.add(kind, detail);
    drop();
}

void LoadConnection::drop()
{
    if (m_stage == Stage::Over)
        return;
    const Stage stage = std::exchange(m_stage, Stage::Over);
    m_channel.reset();
    m_reply.reset();
    m_window.clear();
    m_context.observer.connectionEnded(*this, stage == Stage::Open || stage == Stage::Closing);
}

void LoadConnection::channelWritable()
{
    if (m_stage == Stage::Connecting) {
        m_stage = Stage::Upgrading;
        m_reply = std::make_unique<HandshakeReply>(m_context.target.accept);
        m_output.append(m_context.target.request);
        if (m_output.flush(*m_channel, m_context.meter.totals.bytesSent) == IoResult::State::Failed)
            fail(LoadErrorKind::Connect, tr("the server takes no connection"));
        return;
    }
    flush(loadClock());
}

void LoadConnection::channelReadable()
{
    const std::span<char> buffer(m_context.buffer.data(),
                                 m_context.buffer.size() - FrameDecoder::PaddingBytes);
    // A large message is read to where it is gathered, the rest and the next ones behind it.
    const auto room = m_decoder.room();
    const std::array parts{room, buffer};
    const IoResult result = m_channel->read(room.empty() ? std::span(parts).last(1) : parts);
    switch (result.state) {
    case IoResult::State::Done:
        break;
    case IoResult::State::WouldBlock:
        return;
    case IoResult::State::Ended:
    case IoResult::State::Failed:
        streamEnded();
        return;
    }
    m_context.meter.totals.bytesReceived += result.bytes;
    const qsizetype inRoom = std::min(result.bytes, qsizetype(room.size()));
    if (inRoom > 0)
        m_decoder.filled(inRoom);
    const auto bytes = buffer.first(size_t(result.bytes - inRoom));
    if (m_stage == Stage::Upgrading)
        takeReply(bytes);
    else
        takeFrames(bytes, loadClock());
}

void LoadConnection::takeReply(std::span<char> bytes)
{
    const qsizetype takenBefore = m_reply->bytesTaken();
    switch (m_reply->feed(QByteArrayView(bytes.data(), qsizetype(bytes.size())))) {
    case HandshakeReply::State::NeedMore:
        return;
    case HandshakeReply::State::Upgraded:
        break;
    case HandshakeReply::State::Refused:
        fail(LoadErrorKind::Refused, m_reply->sentence());
        return;
    case HandshakeReply::State::Invalid:
        fail(LoadErrorKind::Protocol, m_reply->sentence());
        return;
    }
    const auto frames = bytes.subspan(size_t(m_reply->headSize() - takenBefore));
    m_reply.reset();
    m_stage = Stage::Open;
    const qint64 now = loadClock();
    m_context.meter.connects.record(inMicroseconds(now - m_begun));
    m_context.observer.connectionOpened(*this, now);
    takeFrames(frames, now);
}

void LoadConnection::takeFrames(std::span<char> bytes, qint64 now)
{
    // An observer may end this connection in any call.
    while (hasChannel()) {
        const FrameEvent event = m_decoder.next(bytes);
        switch (event.kind) {
        case FrameEvent::Kind::NeedMore:
            return;
        case FrameEvent::Kind::Message:
            if (m_stage == Stage::Open)
                m_context.observer.messageArrived(*this, event.opcode, event.payload, now);
            break;
        case FrameEvent::Kind::Control:
            takeControl(event.opcode, event.payload);
            break;
        case FrameEvent::Kind::Failed:
            fail(LoadErrorKind::Protocol, tr(event.why));
            return;
        }
    }
}

void LoadConnection::takeControl(Opcode opcode, QByteArrayView payload)
{
    if (opcode == Opcode::Ping) {
        if (m_stage == Stage::Open && m_output.ownBytes() < MaxOwnBytes)
            queueControl(Opcode::Pong, payload);
    } else if (opcode == Opcode::Close) {
        if (m_stage == Stage::Closing) {
            drop();
            return;
        }
        const ClosePayload close = readClosePayload(payload);
        const QString text = closeText(close.code, QString::fromUtf8(close.reason));
        queueControl(Opcode::Close, payload);
        flush(loadClock());
        fail(LoadErrorKind::Closed, text);
    }
}

void LoadConnection::streamEnded()
{
    if (m_stage == Stage::Closing) {
        drop();
    } else if (m_stage == Stage::Upgrading) {
        const bool refused = m_reply->end() == HandshakeReply::State::Refused;
        fail(refused ? LoadErrorKind::Refused : LoadErrorKind::Protocol, m_reply->sentence());
    } else if (m_stage == Stage::Connecting) {
        fail(LoadErrorKind::Connect, tr("the server takes no connection"));
    } else {
        fail(LoadErrorKind::Closed, closeText(close_reason::Abnormal.code, {}));
    }
}

void LoadConnection::queueControl(Opcode opcode, QByteArrayView payload)
{
    m_output.append(encodeMaskedFrame(opcode, payload, LoadMaskKey));
    wantFlush();
}

} // namespace signalbox
