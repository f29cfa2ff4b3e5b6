// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <array>
#include <utility>

#include <sys/socket.h>
#include <unistd.h>

namespace signalbox::test {

/// Two sockets that are connected with each other and never block.
class SocketPair
{
public:
    SocketPair() { ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, m_descriptors.data()); }
    ~SocketPair()
    {
        if (near() >= 0)
            ::close(near());
        closeFar();
    }
    Q_DISABLE_COPY_MOVE(SocketPair)

    [[nodiscard]] int near() const { return m_descriptors.front(); }
    [[nodiscard]] int far() const { return m_descriptors.back(); }
    /// The near one is the caller's from now on.
    [[nodiscard]] int takeNear() { return std::exchange(m_descriptors.front(), -1); }
    void closeFar()
    {
        if (far() >= 0)
            ::close(far());
        m_descriptors.back() = -1;
    }

    /// Makes the near one readable.
    void sendToNear(QByteArrayView bytes = "x") const
    {
        ::send(far(), bytes.data(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL);
    }
    /// Reads what has come.
    void drainNear() const
    {
        std::array<char, 64> bytes{};
        ::recv(near(), bytes.data(), bytes.size(), 0);
    }

private:
    std::array<int, 2> m_descriptors{-1, -1};
};

} // namespace signalbox::test
