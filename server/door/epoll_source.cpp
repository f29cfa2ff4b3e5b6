// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/door/epoll_source.h"

#include "server/door/listener.h"
#include "wire/channel/epoll_channel.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include <cerrno>

namespace signalbox {

namespace {

bool isOutOfResources(int error)
{
    return error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM;
}

} // namespace

EpollSource::EpollSource(QObject *parent)
    : ChannelSource(parent)
    , m_server(this)
    , m_retry(this)
{
    m_server.setListenBacklogSize(ListenBacklog);
    m_retry.setSingleShot(true);
    m_retry.setInterval(AcceptRetryDelay);
    connect(&m_retry, &QTimer::timeout, this, &EpollSource::updateEvents);
}

EpollSource::~EpollSource()
{
    m_reactor.remove(m_token);
}

void EpollSource::start()
{
    m_server.pauseAccepting();
    // Accepted sockets inherit it, which saves a call for each.
    const int on = 1;
    ::setsockopt(static_cast<int>(m_server.socketDescriptor()), IPPROTO_TCP, TCP_NODELAY, &on,
                 sizeof on);
    m_token = m_reactor.add(static_cast<int>(m_server.socketDescriptor()), EPOLLIN, *this);
    updateEvents();
}

void EpollSource::stop()
{
    m_reactor.remove(m_token);
    m_token = 0;
    m_retry.stop();
    m_server.close();
}

void EpollSource::descriptorReady(quint32 /*events*/)
{
    for (int i = 0; i < AcceptBudget && m_token != 0; ++i) {
        if (!acceptOne())
            return;
    }
}

bool EpollSource::acceptOne()
{
    const int descriptor = ::accept4(static_cast<int>(m_server.socketDescriptor()), nullptr,
                                     nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (descriptor < 0) {
        if (isOutOfResources(errno)) {
            m_retry.start();
            updateEvents();
            return false;
        }
        // The peer may have left meanwhile: that says nothing about the next one.
        return errno == ECONNABORTED || errno == EPROTO || errno == EINTR;
    }
    auto channel = std::make_unique<EpollChannel>(m_reactor, descriptor);
    if (channel->isValid())
        accepted(std::move(channel));
    return true;
}

void EpollSource::updateEvents()
{
    m_reactor.change(m_token, m_retry.isActive() ? 0U : EPOLLIN);
}

} // namespace signalbox
