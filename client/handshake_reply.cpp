// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/handshake_reply.h"

#include "core/escaped_text.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <utility>

namespace signalbox {

namespace {

bool isSame(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// Whether a list such as `keep-alive, Upgrade` has the member.
bool lists(QByteArrayView list, QByteArrayView member)
{
    while (!list.isEmpty()) {
        const qsizetype comma = list.indexOf(',');
        if (isSame(list.first(comma < 0 ? list.size() : comma).trimmed(), member))
            return true;
        list = comma < 0 ? QByteArrayView() : list.sliced(comma + 1);
    }
    return false;
}

} // namespace

QByteArray acceptOfKey(QByteArrayView key)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(key);
    hash.addData(QByteArrayView("258EAFA5-E914-47DA-95CA-C5AB0DC85B11"));
    return hash.result().toBase64();
}

HandshakeReply::HandshakeReply(QByteArray accept)
    : m_accept(std::move(accept))
{ }

HandshakeReply::State HandshakeReply::feed(QByteArrayView bytes)
{
    if (m_state != State::NeedMore)
        return m_state;
    if (m_headSize > 0) {
        m_body.append(bytes.first(std::min(bytes.size(), MaxBodyBytes - m_body.size())));
        takeBody();
        return m_state;
    }
    // The end of the head may have begun in what came before.
    const qsizetype scanned = std::max(m_bytes.size() - 3, qsizetype(0));
    m_bytes.append(bytes.first(std::min(bytes.size(), MaxHeadBytes - m_bytes.size())));
    const qsizetype end = m_bytes.indexOf("\r\n\r\n", scanned);
    if (end >= 0) {
        m_headSize = end + 4;
        takeHead();
    } else if (m_bytes.size() == MaxHeadBytes) {
        refuseAsInvalid("the head of the answer is too large");
    } else if (!m_bytes.startsWith("HTTP/1.") && !QByteArrayView("HTTP/1.").startsWith(m_bytes)) {
        refuseAsInvalid("the answer is not HTTP");
    }
    return m_state;
}

HandshakeReply::State HandshakeReply::end()
{
    if (m_state == State::NeedMore) {
        if (m_headSize > 0)
            m_state = State::Refused;
        else
            refuseAsInvalid(m_bytes.isEmpty() ? "the server hung up without an answer"
                                              : "the server hung up within its answer");
    }
    return m_state;
}

void HandshakeReply::takeHead()
{
    auto rest = QByteArrayView(m_bytes).first(m_headSize - 2);
    const qsizetype lineEnd = rest.indexOf("\r\n");
    const auto line = rest.first(lineEnd);
    rest = rest.sliced(lineEnd + 2);
    bool isNumber = false;
    if (line.size() >= 12 && line.startsWith("HTTP/1.") && line[8] == ' ')
        m_status = line.sliced(9, 3).toInt(&isNumber);
    if (!isNumber || m_status < 100 || (line.size() > 12 && line[12] != ' ')) {
        refuseAsInvalid("the answer is not HTTP");
        return;
    }
    m_phrase = line.sliced(12).trimmed().toByteArray();
    while (!rest.isEmpty()) {
        const qsizetype end = rest.indexOf("\r\n");
        const auto field = rest.first(end);
        rest = rest.sliced(end + 2);
        if (const qsizetype colon = field.indexOf(':'); colon > 0)
            takeField(field.first(colon), field.sliced(colon + 1).trimmed());
    }
    decide();
}

void HandshakeReply::takeField(QByteArrayView name, QByteArrayView value)
{
    if (isSame(name, "Upgrade")) {
        m_hasUpgrade = isSame(value, "websocket");
    } else if (isSame(name, "Connection")) {
        m_hasConnection = m_hasConnection || lists(value, "Upgrade");
    } else if (isSame(name, "Sec-WebSocket-Accept")) {
        m_acceptSeen = value.toByteArray();
    } else if (isSame(name, "Sec-WebSocket-Protocol")) {
        m_subprotocol = value.toByteArray();
    } else if (isSame(name, "Sec-WebSocket-Extensions")) {
        m_hasExtensions = !value.isEmpty();
    } else if (isSame(name, "Content-Length")) {
        bool isNumber = false;
        const qint64 size = value.toLongLong(&isNumber);
        m_bodySize = isNumber && size >= 0 ? size : -1;
    }
}

void HandshakeReply::decide()
{
    if (m_status != 101) {
        m_body =
            m_bytes.sliced(m_headSize).first(std::min(m_bytes.size() - m_headSize, MaxBodyBytes));
        takeBody();
    } else if (!m_hasUpgrade) {
        refuseAsInvalid("the 101 has no “Upgrade: websocket”");
    } else if (!m_hasConnection) {
        refuseAsInvalid("the 101 has no “Connection: Upgrade”");
    } else if (m_acceptSeen != m_accept) {
        refuseAsInvalid("the 101 has a wrong Sec-WebSocket-Accept");
    } else if (m_hasExtensions) {
        refuseAsInvalid("the 101 has an extension that was not offered");
    } else {
        m_state = State::Upgraded;
    }
}

void HandshakeReply::takeBody()
{
    if (m_body.size() >= MaxBodyBytes || (m_bodySize >= 0 && m_body.size() >= m_bodySize))
        m_state = State::Refused;
}

void HandshakeReply::refuseAsInvalid(const char *why)
{
    m_state = State::Invalid;
    m_why = why;
}

QString HandshakeReply::sentence() const
{
    if (m_state != State::Refused)
        return QCoreApplication::translate("HandshakeReply", m_why);
    QString text = QString::number(m_status);
    if (!m_phrase.isEmpty())
        text += u' ' + escapedUtf8(m_phrase);
    const QByteArray body =
        (m_bodySize >= 0 ? m_body.first(std::min(m_body.size(), m_bodySize)) : m_body).trimmed();
    if (!body.isEmpty())
        text += QStringLiteral(": ") + escapedUtf8(body);
    return text;
}

} // namespace signalbox
