// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

namespace signalbox::test {

/// A TCP server without manners: does one thing to each connection that has sent its head.
class RawPeer : public QObject
{
    Q_OBJECT

public:
    enum class Behaviour : quint8 {
        Answer, ///< with the bytes of setReply()
        Upgrade, ///< with a proper 101, and then nothing by itself
        HangUp,
        Reset,
        Silence,
    };

    explicit RawPeer(Behaviour behaviour, QByteArray reply = {});

    /// `ws://127.0.0.1:PORT`
    [[nodiscard]] QString url() const;
    [[nodiscard]] const QByteArray &head() const { return m_head; }
    [[nodiscard]] int connections() const { return m_connections; }

    /// What came after the head, unmasked: the payload of the first frame, which must be short.
    [[nodiscard]] QByteArray firstPayload() const;

    void write(const QByteArray &bytes);
    void hangUp();
    void reset();

private:
    void readHead();
    [[nodiscard]] QByteArray upgradeReply() const;

    QTcpServer m_server;
    QTcpSocket *m_socket = nullptr;
    Behaviour m_behaviour;
    QByteArray m_reply;
    QByteArray m_head;
    QByteArray m_frames;
    int m_connections = 0;
    bool m_headRead = false;
};

} // namespace signalbox::test
