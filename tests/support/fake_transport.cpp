// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_transport.h"

#include "wire/message/message_decoder.h"

namespace signalbox::test {

FakeTransport::FakeTransport(TransportObserver &observer)
    : m_observer(observer)
{ }

ConnectionId FakeTransport::open(const QByteArray &path)
{
    const ConnectionId id{++m_lastId};
    State state;
    state.full = m_fullAtOpen;
    m_open.insert(id, state);
    Handshake handshake;
    handshake.method = "GET";
    handshake.path = path;
    handshake.peerAddress = QStringLiteral("192.0.2.1");
    m_observer.connectionOpened(id, handshake);
    return id;
}

void FakeTransport::receive(ConnectionId id, const QByteArray &text)
{
    tell(id, Opcode::Text, text);
}

void FakeTransport::receiveBinary(ConnectionId id, const QByteArray &bytes)
{
    tell(id, Opcode::Binary, bytes);
}

void FakeTransport::tell(ConnectionId id, Opcode opcode, const QByteArray &payload)
{
    const QByteArray padded = payload + QByteArray(MessageDecoder::PaddingBytes, '\xaa');
    m_observer.messageReceived(id, opcode, QByteArrayView(padded).first(payload.size()));
}

void FakeTransport::end(ConnectionId id, const CloseInfo &info)
{
    if (m_open.remove(id))
        m_observer.connectionClosed(id, info);
}

void FakeTransport::setFull(ConnectionId id, Full full)
{
    m_open[id].full = full;
}

void FakeTransport::setBuffered(ConnectionId id, qint64 bytes)
{
    m_open[id].buffered = bytes;
}

QList<QByteArray> FakeTransport::payloads(ConnectionId id) const
{
    QList<QByteArray> payloads;
    const auto all = frames(id);
    for (const auto &frame : all)
        payloads.append(frame.payload);
    return payloads;
}

SendResult FakeTransport::send(ConnectionId id, Opcode opcode, QByteArrayView payload)
{
    return keep(id, {opcode, payload.toByteArray()});
}

SendResult FakeTransport::keep(ConnectionId id, const Frame &frame)
{
    const auto found = m_open.constFind(id);
    if (found == m_open.constEnd() || found->isClosing)
        return SendResult::Gone;
    if (found->full == Full::Closes) {
        close(id, {4008, QStringLiteral("cannot keep up"), ClosedBy::Server});
        return SendResult::Dropped;
    }
    if (found->full == Full::Drops)
        return SendResult::Dropped;
    m_frames[id].append(frame);
    return SendResult::Accepted;
}

Unsent FakeTransport::send(std::span<const ConnectionId> ids, Opcode opcode, QByteArrayView payload,
                           ConnectionId except)
{
    ++m_manySends;
    const Frame frame{opcode, payload.toByteArray()};
    Unsent unsent;
    for (const auto id : ids) {
        if (id != except)
            unsent.note(id, keep(id, frame));
    }
    return unsent;
}

qint64 FakeTransport::bufferedBytes(ConnectionId id) const
{
    return m_open.value(id).buffered;
}

bool FakeTransport::isConnected(ConnectionId id) const
{
    return !m_broken.contains(id);
}

void FakeTransport::flush()
{
    for (const auto id : std::as_const(m_breaking))
        m_open.remove(id);
    m_broken += m_breaking;
    m_breaking.clear();
}

void FakeTransport::close(ConnectionId id, const CloseInfo &info)
{
    const auto found = m_open.find(id);
    if (found == m_open.end() || found->isClosing)
        return;
    found->isClosing = true;
    m_closes.append({id, info});
    m_observer.connectionClosing(id);
    if (!m_waitsForPeer)
        end(id, info);
}

void FakeTransport::terminate(ConnectionId id, const CloseInfo &info)
{
    end(id, info);
}

} // namespace signalbox::test
