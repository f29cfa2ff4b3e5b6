// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <memory>
#include <span>

namespace signalbox {

/// What an attempt to read or write came to.
struct IoResult
{
    enum class State : quint8 {
        Done, ///< `bytes` were moved, at least one
        WouldBlock, ///< none now; the observer is told when to try again
        Ended, ///< of a read: the peer will send no more
        Failed, ///< the connection is broken
    };

    State state = State::WouldBlock;
    qsizetype bytes = 0;
};

/// The other end of a connection, as people write it: an IPv4 peer of an IPv6 listener still has an
/// IPv4 address.
struct PeerName
{
    QString address;
    quint16 port = 0;
};

/// Who is told that a ByteChannel can move bytes again.
class ChannelObserver
{
public:
    ChannelObserver() = default;
    virtual ~ChannelObserver() = default;
    Q_DISABLE_COPY_MOVE(ChannelObserver)

    /// There is something to read, or the end or a failure for read() to tell.
    virtual void channelReadable() = 0;
    /// A write that would have blocked, or a connection that was being made, can go on.
    virtual void channelWritable() = 0;
};

/// A connection as a stream of bytes that never blocks; its end closes it. The observer may delete
/// the channel in a call from it.
class ByteChannel
{
public:
    ByteChannel() = default;
    virtual ~ByteChannel() = default;
    Q_DISABLE_COPY_MOVE(ByteChannel)

    /// Who is told from now on; must outlive the channel or be replaced. Bytes that are there
    /// already are told in a later turn of the loop.
    virtual void setObserver(ChannelObserver *observer) = 0;
    /// Whether channelReadable() is wanted; it is until told otherwise.
    virtual void setReading(bool wanted) = 0;

    /// Reads what is there into the parts, in their order; at most two.
    virtual IoResult read(std::span<const std::span<char>> parts) = 0;
    /// Writes the parts, in their order, as far as they are taken. Done with fewer bytes than were
    /// given is as WouldBlock: the observer is told when to go on.
    virtual IoResult write(std::span<const QByteArrayView> parts) = 0;

    /// channelWritable() is told in a later turn of the loop, although no write was cut short.
    virtual void tellWritableLater() = 0;

    /// Bytes that were accepted by write() and not yet by the kernel; 0 where there is no buffer.
    [[nodiscard]] virtual qint64 unsentBytes() const = 0;

    /// Tells the peer that no more will be sent, behind all that was written.
    virtual void endSending() = 0;

    [[nodiscard]] virtual PeerName peerName() const = 0;
};

} // namespace signalbox
