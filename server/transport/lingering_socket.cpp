// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/lingering_socket.h"

#include "wire/channel/half_close.h"

namespace signalbox {

namespace {

/// A peer that still sends more than this does not listen to its end.
constexpr qint64 MaxDiscarded = 16 << 20;

} // namespace

LingeringSocket::LingeringSocket(QObject *parent)
    : QTcpSocket(parent)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer); // a coarse one may be early
    connect(&m_timer, &QTimer::timeout, this, &LingeringSocket::terminate);
}

void LingeringSocket::setLingerTime(std::chrono::milliseconds time)
{
    m_lingerTime = time;
}

void LingeringSocket::close()
{
    if (m_terminated || state() != ConnectedState) {
        QTcpSocket::close();
        return;
    }
    if (m_lingering)
        return;
    m_lingering = true;
    emit aboutToClose();
    connect(this, &QIODevice::readyRead, this, &LingeringSocket::discard);
    connect(this, &QIODevice::bytesWritten, this, &LingeringSocket::endSending);
    connect(this, &QAbstractSocket::disconnected, &m_timer, &QTimer::stop);
    m_timer.start(m_lingerTime);
    setReadBufferSize(0);
    flush();
    discard();
    endSending();
}

void LingeringSocket::terminate()
{
    m_terminated = true;
    abort();
}

void LingeringSocket::discard()
{
    m_discarded += skip(bytesAvailable());
    if (m_discarded > MaxDiscarded)
        terminate();
}

void LingeringSocket::endSending()
{
    if (m_sendingEnded || bytesToWrite() > 0 || state() != ConnectedState)
        return;
    m_sendingEnded = true;
    halfClose(socketDescriptor());
}

} // namespace signalbox
