// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/handshake.h"
#include "core/server_options.h"
#include "wire/channel/byte_channel.h"
#include "wire/http/request_head.h"

#include <chrono>
#include <functional>
#include <memory>
#include <span>

namespace signalbox {

/// One connection before its upgrade, on any channel: its head is read within limits, then it is
/// refused or its channel goes on.
class WireRequest final : private ChannelObserver
{
public:
    enum class State : quint8 {
        Silent, ///< nothing has come yet
        Reading,
        Complete, ///< the head is well-formed
        Malformed, ///< see refusal()
        Refused, ///< the reply is out; what still comes is discarded
        Gone, ///< the connection has ended
    };

    /// `changed` is called for each new state that the peer brings about, as the last thing in a
    /// call from the channel; it must not delete the request. `buffer` is for one read.
    WireRequest(quint64 id, std::unique_ptr<ByteChannel> channel, const ServerOptions &options,
                std::span<char> buffer, std::function<void(WireRequest &)> changed);

    [[nodiscard]] quint64 id() const { return m_id; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Handshake &handshake() const { return m_handshake; }
    [[nodiscard]] const Refusal &refusal() const { return m_head.refusal(); }
    /// What came behind a complete head.
    [[nodiscard]] const QByteArray &received() const { return m_received; }
    [[nodiscard]] std::chrono::steady_clock::time_point accepted() const { return m_accepted; }

    /// Answers with an error, lets the peer read it, and discards what still comes.
    RefusedHandshake refuse(const Refusal &refusal);

    /// Writes the reply's head and gives the channel away; null if that failed.
    [[nodiscard]] std::unique_ptr<ByteChannel> reply(const QByteArray &head);

private:
    void channelReadable() override;
    void channelWritable() override;
    void takeHead(QByteArrayView bytes);
    void discard(qsizetype bytes);
    void change(State state);

    quint64 m_id;
    std::unique_ptr<ByteChannel> m_channel;
    std::span<char> m_buffer;
    std::function<void(WireRequest &)> m_changed;
    std::chrono::steady_clock::time_point m_accepted = std::chrono::steady_clock::now();
    State m_state = State::Silent;
    RequestHead m_head;
    Handshake m_handshake;
    QByteArray m_received;
    qsizetype m_fed = 0; // bytes of the head
    qint64 m_discarded = 0;
};

} // namespace signalbox
