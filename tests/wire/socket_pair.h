// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>

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
        ::close(near());
        closeFar();
    }
    Q_DISABLE_COPY_MOVE(SocketPair)

    [[nodiscard]] int near() const { return m_descriptors.front(); }
    [[nodiscard]] int far() const { return m_descriptors.back(); }
    void closeFar()
    {
        if (far() >= 0)
            ::close(far());
        m_descriptors.back() = -1;
    }

    /// Makes the near one readable.
    void sendToNear() const { ::send(far(), "x", 1, MSG_NOSIGNAL); }
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
