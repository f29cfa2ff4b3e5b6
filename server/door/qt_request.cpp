// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/door/qt_request.h"

#include "server/door/http_refusal.h"
#include "server/door/lent_head.h"

#include <QDateTime>
#include <QHostAddress>

#include <algorithm>

namespace signalbox {

namespace {

/// As people write it: an IPv4 peer of an IPv6 listener is still an IPv4 address.
QString addressText(const QHostAddress &address)
{
    bool isIPv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIPv4);
    return isIPv4 ? QHostAddress(ipv4).toString() : address.toString();
}

} // namespace

void RequestSocket::holdBack(qsizetype headLength, const QByteArray &lent)
{
    const QByteArray bytes = readAll();
    m_heldBack = bytes.sliced(headLength);
    setReadBufferSize(lent.size()); // what comes from now on stays with the kernel
    putBack(lent);
}

void RequestSocket::release()
{
    putBack(std::exchange(m_heldBack, {}));
    setReadBufferSize(0);
    if (bytesAvailable() > 0)
        emit readyRead();
}

void RequestSocket::putBack(const QByteArray &bytes)
{
    for (qsizetype end = bytes.size(); end > 0; --end)
        ungetChar(bytes.at(end - 1));
}

QByteArray RequestSocket::takeReply()
{
    m_copying = false;
    return std::exchange(m_reply, {});
}

qint64 RequestSocket::writeData(const char *data, qint64 size)
{
    if (m_copying)
        m_reply.append(data, size);
    return LingeringSocket::writeData(data, size);
}

QtRequest::QtRequest(qintptr descriptor, const ServerOptions &options, QObject *parent)
    : QObject(parent)
    , m_socket(new RequestSocket(this))
    , m_head({options.maxHeadSize, options.maxHeadFields, options.maxHeadLine})
    , m_timer(this)
    , m_headTimeout(options.headTimeout)
    , m_firstByteTimeout(std::min(options.firstByteTimeout, options.headTimeout))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer); // a coarse one may be early
    connect(&m_timer, &QTimer::timeout, this, &QtRequest::timeOut);
    connect(m_socket, &QAbstractSocket::disconnected, this, &QtRequest::gone);
    connect(m_socket, &QIODevice::readyRead, this, &QtRequest::readHead);
    connect(m_socket, &QIODevice::aboutToClose, this, &QtRequest::closedByUpgrade);
    if (!m_socket->setSocketDescriptor(descriptor)) {
        QMetaObject::invokeMethod(this, &QtRequest::gone, Qt::QueuedConnection);
        return;
    }
    m_handshake.peerAddress = addressText(m_socket->peerAddress());
    m_handshake.peerPort = m_socket->peerPort();
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setReadBufferSize(options.maxHeadSize + 1);
    // What is read in a transaction comes back with its rollback, and is copied only once.
    m_socket->startTransaction();
    m_timer.start(m_firstByteTimeout);
}

QtRequest::~QtRequest()
{
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->terminate();
    }
}

void QtRequest::readHead()
{
    if (m_state != State::Reading)
        return;
    const QByteArray bytes = m_socket->readAll();
    const bool isFirst = m_head.isEmpty() && !bytes.isEmpty();
    if (isFirst)
        m_timer.start(m_headTimeout - (m_firstByteTimeout - m_timer.remainingTimeAsDuration()));
    const auto state = m_head.feed(bytes);
    if (state == RequestHead::State::NeedMore) {
        if (isFirst)
            emit begun();
        return;
    }
    m_socket->rollbackTransaction();
    Handshake request = m_head.request();
    request.peerAddress = m_handshake.peerAddress;
    request.peerPort = m_handshake.peerPort;
    m_handshake = request;
    if (state == RequestHead::State::Refused) {
        refuse(m_head.refusal());
        return;
    }
    m_state = State::Complete;
    m_timer.stop();
    m_socket->holdBack(m_head.length(), lentHead(m_handshake));
    emit headComplete();
}

void QtRequest::timeOut()
{
    refuse(
        {408,
         m_head.isEmpty()
             ? tr("No request came within %1 ms.").arg(m_firstByteTimeout.count())
             : tr("The request's head was not complete within %1 ms.").arg(m_headTimeout.count()),
         {}});
}

void QtRequest::refuse(const Refusal &refusal)
{
    if (m_state == State::Refused)
        return;
    m_state = State::Refused;
    m_timer.stop();
    if (m_socket->isTransactionStarted())
        m_socket->commitTransaction();
    if (!m_socket->hasReplied()) {
        const auto body = m_handshake.method == "HEAD" ? ReplyBody::Omit : ReplyBody::Send;
        m_socket->write(refusalReply(refusal, body));
    }
    emit refused({QDateTime::currentMSecsSinceEpoch(), m_handshake, refusal.status, refusal.cause});
    m_socket->close();
}

void QtRequest::closedByUpgrade()
{
    refuse({400, tr("The request could not be upgraded."), {}});
}

RequestSocket *QtRequest::releaseSocket()
{
    m_socket->disconnect(this);
    return std::exchange(m_socket, nullptr);
}

} // namespace signalbox
