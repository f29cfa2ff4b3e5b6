// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/opcode.h"

#include <QByteArray>
#include <QList>
#include <QTcpSocket>

#include <optional>

namespace signalbox::test {

/// A frame as it came from the server.
struct RawFrame
{
    bool isFinal = true;
    Opcode opcode = Opcode::Text;
    bool isMasked = false;
    QByteArray payload;
};

/// How the bytes of a frame are made; by default as a good client makes them.
struct FrameShape
{
    bool isFinal = true;
    bool isMasked = true;
    quint8 reservedBits = 0; ///< RSV1 is 4
    std::optional<quint64> length = std::nullopt; ///< says another length than the payload's
    int lengthBytes = -1; ///< 1, 2 or 8; -1: the shortest
};

/// The bytes of a client's frame.
QByteArray frameBytes(quint8 opcode, const QByteArray &payload, const FrameShape &shape = {});
QByteArray frameBytes(Opcode opcode, const QByteArray &payload, const FrameShape &shape = {});
/// A close frame; without a code it is empty.
QByteArray closeFrameBytes(quint16 code = 0, const QByteArray &reason = {});

/// A TCP client that sends any bytes, good or bad, and takes apart what comes back: an HTTP reply's
/// head, then a body or frames.
class RawClient : public QObject
{
    Q_OBJECT

public:
    explicit RawClient(quint16 port, QObject *parent = nullptr);

    /// The head of a good request to upgrade.
    static QByteArray upgradeHead(const QByteArray &path = "/", const QByteArray &moreFields = {});

    void write(const QByteArray &bytes) { m_socket.write(bytes); }
    void send(Opcode opcode, const QByteArray &payload) { write(frameBytes(opcode, payload)); }
    /// Connects, upgrades and waits for the 101; false without one.
    [[nodiscard]] bool upgrade(const QByteArray &path = "/", const QByteArray &moreFields = {});

    /// Stops or goes on to read; the kernel's buffers fill meanwhile.
    void setReading(bool reading);
    /// Ends the connection with a TCP reset.
    void reset();
    /// Ends it with a FIN and without a close frame.
    void hangUp() { m_socket.disconnectFromHost(); }
    /// From now on no packet of the server's comes in or is acknowledged.
    void pullCable();

    [[nodiscard]] QTcpSocket &socket() { return m_socket; }
    /// The server has ended its side; what it had sent is here.
    [[nodiscard]] bool isEnded() const;
    /// 0 until a reply's head is here.
    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] QByteArray field(QByteArrayView name) const;
    /// What came behind a head that is not a 101.
    [[nodiscard]] QByteArray body() const { return m_body; }
    [[nodiscard]] const QList<RawFrame> &frames() const { return m_frames; }
    /// The code of the close frame that came: 0 for none, 1005 for an empty one.
    [[nodiscard]] int closeCode() const;
    [[nodiscard]] QByteArray closeReason() const;

signals:
    void headArrived();
    void frameArrived();

private:
    void read();
    void takeHead();
    bool takeFrame();

    QTcpSocket m_socket;
    QByteArray m_bytes;
    int m_status = 0;
    QByteArray m_head;
    QByteArray m_body;
    QList<RawFrame> m_frames;
};

} // namespace signalbox::test
