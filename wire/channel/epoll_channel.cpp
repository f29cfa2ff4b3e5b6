// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/channel/epoll_channel.h"

#include <QHostAddress>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

namespace signalbox {

namespace {

/// Parts that one call hands to the kernel; more go with the next.
constexpr std::size_t MaxParts = 64;

/// An address as the kernel wants it.
struct SocketAddress
{
    sockaddr_storage storage{};
    socklen_t size = sizeof(sockaddr_storage);

    [[nodiscard]] const sockaddr *get() const
    {
        return reinterpret_cast<const sockaddr *>(&storage);
    }
    [[nodiscard]] sockaddr *get() { return reinterpret_cast<sockaddr *>(&storage); }
};

SocketAddress toSocketAddress(const QHostAddress &address, quint16 port)
{
    SocketAddress result;
    if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        sockaddr_in6 ipv6{};
        ipv6.sin6_family = AF_INET6;
        ipv6.sin6_port = htons(port);
        const auto bytes = address.toIPv6Address();
        std::copy(std::begin(bytes.c), std::end(bytes.c), std::begin(ipv6.sin6_addr.s6_addr));
        result.size = sizeof ipv6;
        std::memcpy(&result.storage, &ipv6, sizeof ipv6);
        return result;
    }
    sockaddr_in ipv4{};
    ipv4.sin_family = AF_INET;
    ipv4.sin_port = htons(port);
    ipv4.sin_addr.s_addr = htonl(address.toIPv4Address());
    result.size = sizeof ipv4;
    std::memcpy(&result.storage, &ipv4, sizeof ipv4);
    return result;
}

IoResult ioResult(ssize_t moved)
{
    if (moved > 0)
        return {IoResult::State::Done, moved};
    if (moved == 0)
        return {IoResult::State::Ended, 0};
    const bool again = errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
    return {again ? IoResult::State::WouldBlock : IoResult::State::Failed, 0};
}

/// Chooses the address that a connection comes from, not yet its port.
bool bindTo(const QHostAddress &source, int descriptor)
{
    if (source.isNull())
        return true;
    // Otherwise the kernel would look for a port that is free towards every server.
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
    const auto own = toSocketAddress(source, 0);
    return ::bind(descriptor, own.get(), own.size) == 0;
}

} // namespace

EpollChannel::EpollChannel(Reactor &reactor, int descriptor)
    : EpollChannel(reactor, descriptor, false)
{ }

EpollChannel::EpollChannel(Reactor &reactor, int descriptor, bool connecting)
    : m_reactor(reactor)
    , m_descriptor(descriptor)
    , m_waitingToWrite(connecting)
{
    m_token = reactor.add(descriptor, wantedEvents(), *this);
}

EpollChannel::~EpollChannel()
{
    m_reactor.remove(m_token);
    ::close(m_descriptor);
}

Result<std::unique_ptr<EpollChannel>> EpollChannel::connectTo(Reactor &reactor,
                                                              const QHostAddress &address,
                                                              quint16 port,
                                                              const QHostAddress &source)
{
    const auto failed = [] {
        return Error{Error::Code::Network,
                     QString::fromStdString(std::generic_category().message(errno))};
    };
    const auto peer = toSocketAddress(address, port);
    const int descriptor =
        ::socket(peer.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return failed();
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (!bindTo(source, descriptor)
        || (::connect(descriptor, peer.get(), peer.size) != 0 && errno != EINPROGRESS)) {
        const auto error = failed();
        ::close(descriptor);
        return error;
    }
    std::unique_ptr<EpollChannel> channel(new EpollChannel(reactor, descriptor, true));
    if (!channel->isValid())
        return failed();
    return channel;
}

void EpollChannel::setObserver(ChannelObserver *observer)
{
    m_observer = observer;
    if (m_unread)
        updateEvents();
}

void EpollChannel::setReading(bool wanted)
{
    if (std::exchange(m_reading, wanted) != wanted)
        updateEvents();
}

IoResult EpollChannel::read(std::span<const std::span<char>> parts)
{
    std::size_t room = 0;
    ssize_t received = 0;
    if (parts.size() == 1) {
        room = parts.front().size();
        received = ::recv(m_descriptor, parts.front().data(), room, 0);
    } else {
        std::array<iovec, 2> vectors{};
        const auto count = std::min(parts.size(), vectors.size());
        for (std::size_t i = 0; i < count; ++i) {
            vectors.at(i) = {parts[i].data(), parts[i].size()};
            room += parts[i].size();
        }
        received = ::readv(m_descriptor, vectors.data(), static_cast<int>(count));
    }
    if (received <= 0)
        m_unread = false;
    else if (static_cast<std::size_t>(received) < room)
        m_unread = m_ending; // all that there was
    return ioResult(received);
}

IoResult EpollChannel::write(std::span<const QByteArrayView> parts)
{
    qsizetype size = 0;
    ssize_t sent = 0;
    if (parts.size() == 1) {
        size = parts.front().size();
        sent = ::send(m_descriptor, parts.front().data(), static_cast<std::size_t>(size),
                      MSG_NOSIGNAL);
    } else {
        std::array<iovec, MaxParts> vectors; // NOLINT(*-member-init): only what is used is written
        const auto count = std::min(parts.size(), vectors.size());
        for (std::size_t i = 0; i < count; ++i) {
            // The kernel does not write through it.
            vectors.at(i) = {const_cast<char *>(parts[i].data()),
                             static_cast<std::size_t>(parts[i].size())};
            size += parts[i].size();
        }
        msghdr message{};
        message.msg_iov = vectors.data();
        message.msg_iovlen = count;
        sent = ::sendmsg(m_descriptor, &message, MSG_NOSIGNAL);
    }
    const auto result = ioResult(sent);
    // A full buffer is told by the next attempt at the latest: most often there is none.
    setWaitingToWrite(result.state == IoResult::State::WouldBlock || (sent > 0 && sent < size));
    return result;
}

void EpollChannel::tellWritableLater()
{
    setWaitingToWrite(true); // if nothing is in the way, the kernel tells at once
}

void EpollChannel::endSending()
{
    ::shutdown(m_descriptor, SHUT_WR);
}

PeerName EpollChannel::peerName() const
{
    SocketAddress peer;
    if (::getpeername(m_descriptor, peer.get(), &peer.size) != 0)
        return {};
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (peer.storage.ss_family == AF_INET) {
        const auto *ipv4 = reinterpret_cast<const sockaddr_in *>(&peer.storage);
        ::inet_ntop(AF_INET, &ipv4->sin_addr, text.data(), text.size());
        return {QString::fromLatin1(text.data()), ntohs(ipv4->sin_port)};
    }
    const auto *ipv6 = reinterpret_cast<const sockaddr_in6 *>(&peer.storage);
    const bool isMapped = IN6_IS_ADDR_V4MAPPED(&ipv6->sin6_addr);
    const auto *address = ipv6->sin6_addr.s6_addr;
    if (isMapped)
        ::inet_ntop(AF_INET, address + 12, text.data(), text.size());
    else
        ::inet_ntop(AF_INET6, address, text.data(), text.size());
    return {QString::fromLatin1(text.data()), ntohs(ipv6->sin6_port)};
}

void EpollChannel::descriptorReady(quint32 events)
{
    if (!m_observer) {
        m_unread = true;
        return;
    }
    const auto token = m_token;
    auto &reactor = m_reactor;
    // An error is for read() or write() to tell, whoever is waiting.
    if ((events & (EPOLLOUT | EPOLLERR | EPOLLHUP)) != 0 && m_waitingToWrite) {
        setWaitingToWrite(false);
        m_observer->channelWritable();
        if (!reactor.isWatched(token))
            return; // the observer has deleted this channel
    }
    if ((events & ~static_cast<quint32>(EPOLLOUT)) == 0)
        return;
    m_unread = true;
    m_ending = (events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0;
    if (!m_reading)
        return; // the kernel tells of a broken connection unasked
    m_observer->channelReadable();
    if (reactor.isWatched(token) && m_unread && m_reading)
        updateEvents();
}

void EpollChannel::setWaitingToWrite(bool waiting)
{
    if (std::exchange(m_waitingToWrite, waiting) != waiting)
        updateEvents();
}

quint32 EpollChannel::wantedEvents() const
{
    // Level-triggered, the kernel would look at each descriptor once more to see that all is read.
    // Of what was not read, it tells anew when the events are set.
    return EPOLLET | (m_reading ? EPOLLIN | EPOLLRDHUP : 0U) | (m_waitingToWrite ? EPOLLOUT : 0U);
}

void EpollChannel::updateEvents()
{
    m_reactor.change(m_token, wantedEvents());
}

} // namespace signalbox
