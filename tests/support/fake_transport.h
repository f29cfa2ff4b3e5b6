// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/transport.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <utility>

namespace signalbox::test {

/// A transport without a network: keeps what is sent, tells everything at once from within the call
/// (the hardest case for whoever observes), and has full buffers when a test says so.
class FakeTransport : public Transport
{
public:
    struct Frame
    {
        Opcode opcode = Opcode::Text;
        QByteArray payload;
        friend bool operator==(const Frame &, const Frame &) = default;
    };
    /// What a full buffer does.
    enum class Full : quint8 { No, Drops, Closes };

    explicit FakeTransport(TransportObserver &observer);

    ConnectionId open(const QByteArray &path = "/");
    void receive(ConnectionId id, const QByteArray &text);
    void receiveBinary(ConnectionId id, const QByteArray &bytes);
    /// The peer closes, or vanishes.
    void end(ConnectionId id, const CloseInfo &info = {1006, {}, ClosedBy::Vanished});

    /// The peer vanishes, and the observer is not told of it (yet).
    void vanish(ConnectionId id) { m_open.remove(id); }

    void setFull(ConnectionId id, Full full);
    /// New connections begin with that.
    void setFullAtOpen(Full full) { m_fullAtOpen = full; }
    void setBuffered(ConnectionId id, qint64 bytes);
    /// The next flush() finds that its peer has gone; the observer is not told.
    void breakAtFlush(ConnectionId id) { m_breaking.insert(id); }
    /// close() waits for the peer: for end() or terminate().
    void setWaitsForPeer(bool waits) { m_waitsForPeer = waits; }

    /// Everything that was sent to it, also after it has closed.
    [[nodiscard]] QList<Frame> frames(ConnectionId id) const { return m_frames.value(id); }
    [[nodiscard]] QList<QByteArray> payloads(ConnectionId id) const;
    void forgetFrames() { m_frames.clear(); }
    /// The closes that were asked for, in their order.
    [[nodiscard]] const QList<std::pair<ConnectionId, CloseInfo>> &closes() const
    {
        return m_closes;
    }
    /// Calls of the send() to many.
    [[nodiscard]] int manySends() const { return m_manySends; }

    SendResult send(ConnectionId id, Opcode opcode, QByteArrayView payload) override;
    Unsent send(std::span<const ConnectionId> ids, Opcode opcode, QByteArrayView payload,
                ConnectionId except) override;
    [[nodiscard]] qint64 bufferedBytes(ConnectionId id) const override;
    /// Who was closed has got the frame, although it may be known no more.
    [[nodiscard]] bool isConnected(ConnectionId id) const override;
    void flush() override;
    void close(ConnectionId id, const CloseInfo &info) override;
    void terminate(ConnectionId id, const CloseInfo &info) override;

private:
    SendResult keep(ConnectionId id, const Frame &frame);
    void tell(ConnectionId id, Opcode opcode, const QByteArray &payload);

    struct State
    {
        bool isClosing = false;
        Full full = Full::No;
        qint64 buffered = 0;
    };
    TransportObserver &m_observer;
    QHash<ConnectionId, State> m_open;
    QHash<ConnectionId, QList<Frame>> m_frames;
    QSet<ConnectionId> m_breaking;
    QSet<ConnectionId> m_broken;
    QList<std::pair<ConnectionId, CloseInfo>> m_closes;
    quint64 m_lastId = 0;
    int m_manySends = 0;
    Full m_fullAtOpen = Full::No;
    bool m_waitsForPeer = false;
};

} // namespace signalbox::test
