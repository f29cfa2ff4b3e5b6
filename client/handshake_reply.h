// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace signalbox {

/// What a server must answer in `Sec-WebSocket-Accept` to a key (RFC 6455 section 4.2.2).
[[nodiscard]] QByteArray acceptOfKey(QByteArrayView key);

/// Reads a server's answer to a WebSocket handshake from bytes as they come, bounded: a 101 by the
/// rules of RFC 6455 section 4.1, or a refusal with its status and the start of its body.
class HandshakeReply
{
public:
    enum class State : quint8 {
        NeedMore,
        Upgraded,
        Refused, ///< any other HTTP status
        Invalid, ///< not an answer to this handshake
    };

    static constexpr qsizetype MaxHeadBytes = qsizetype(16) << 10;
    /// Of a refusal's body; the rest is not waited for.
    static constexpr qsizetype MaxBodyBytes = 1'024;

    /// `accept` is acceptOfKey() of the key that was sent.
    explicit HandshakeReply(QByteArray accept);

    /// Takes the next bytes. What stands behind the head of a 101 is not looked at.
    State feed(QByteArrayView bytes);
    /// The server sends no more: a refusal without its whole body is one all the same.
    State end();

    [[nodiscard]] State state() const { return m_state; }
    /// Of Upgraded: bytes of the head; what was fed after them are frames.
    [[nodiscard]] qsizetype headSize() const { return m_headSize; }
    /// Bytes that were fed so far.
    [[nodiscard]] qsizetype bytesTaken() const { return m_bytes.size(); }
    /// The chosen subprotocol, empty if none.
    [[nodiscard]] const QByteArray &subprotocol() const { return m_subprotocol; }
    /// Of Refused; 0 if not known.
    [[nodiscard]] int status() const { return m_status; }
    /// Of Refused: `503 Service Unavailable: The server is full`; of Invalid: one phrase. Foreign
    /// text in it is escaped.
    [[nodiscard]] QString sentence() const;

private:
    void takeHead();
    void takeField(QByteArrayView name, QByteArrayView value);
    void decide();
    void takeBody();
    void refuseAsInvalid(const char *why);

    QByteArray m_accept;
    QByteArray m_bytes;
    State m_state = State::NeedMore;
    qsizetype m_headSize = 0; // 0 until it is complete
    qsizetype m_bodySize = -1; // as the head tells it
    int m_status = 0;
    QByteArray m_phrase;
    QByteArray m_body;
    QByteArray m_subprotocol;
    QByteArray m_acceptSeen;
    bool m_hasUpgrade = false;
    bool m_hasConnection = false;
    bool m_hasExtensions = false;
    const char *m_why = "";
};

} // namespace signalbox
