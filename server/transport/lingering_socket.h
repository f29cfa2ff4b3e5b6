// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpSocket>
#include <QTimer>

#include <chrono>

namespace signalbox {

/// A TCP socket whose close() lets the peer read all that was written: it sends the rest, ends its
/// own direction, and discards what still comes until the peer ends too.
///
/// A stock socket is gone at once, and unread bytes then make the kernel send a reset that can
/// destroy the last words on their way.
class LingeringSocket : public QTcpSocket
{
    Q_OBJECT

public:
    explicit LingeringSocket(QObject *parent = nullptr);

    /// How long close() waits, both for unsent bytes and for the peer; then the connection is
    /// terminated.
    void setLingerTime(std::chrono::milliseconds time);

    /// Emits aboutToClose(); disconnected() comes later.
    void close() override;

    /// Ends at once; abort() of the base would linger, as it calls close().
    void terminate();

private:
    void discard();
    void endSending();

    QTimer m_timer;
    std::chrono::milliseconds m_lingerTime{2'000};
    qint64 m_discarded = 0;
    bool m_lingering = false;
    bool m_sendingEnded = false;
    bool m_terminated = false;
};

} // namespace signalbox
