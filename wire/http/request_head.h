// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/handshake.h"
#include "wire/http/refusal.h"

#include <QByteArray>
#include <QByteArrayView>

namespace signalbox {

/// How much a request head may be; more is refused with 431.
struct HeadLimits
{
    qsizetype size = 16'384; ///< of the whole head in bytes
    qsizetype fields = 100;
    qsizetype line = 8'192; ///< bytes of one line without its CRLF
};

/// Reads the head of one HTTP/1.1 request from bytes as they come, strictly (RFC 9112) and in
/// linear time.
class RequestHead
{
public:
    enum class State : quint8 { NeedMore, Complete, Refused };

    explicit RequestHead(const HeadLimits &limits = {});

    /// Takes the next bytes. Bytes behind the end of the head are not looked at; a refusal is made
    /// as soon as it is known.
    State feed(QByteArrayView bytes);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    /// All that was taken; some may be behind the head.
    [[nodiscard]] QByteArrayView bytes() const { return m_bytes; }
    /// Of a complete head: its length with the empty line at its end.
    [[nodiscard]] qsizetype length() const { return m_lineStart; }
    /// Of a head that is refused: 400 or 431.
    [[nodiscard]] const Refusal &refusal() const { return m_refusal; }
    /// As far as it was read: method, path, query, fields and origin.
    [[nodiscard]] const Handshake &request() const { return m_request; }

private:
    void takeLine(QByteArrayView line);
    void takeRequestLine(QByteArrayView line);
    void takeField(QByteArrayView line);
    void finish();
    void refuse(int status, const QString &cause);

    HeadLimits m_limits;
    State m_state = State::NeedMore;
    QByteArray m_bytes;
    qsizetype m_lineStart = 0;
    qsizetype m_scanned = 0; // no line ends before it
    Handshake m_request;
    Refusal m_refusal;
};

} // namespace signalbox
