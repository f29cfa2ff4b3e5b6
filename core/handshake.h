// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/header_fields.h"

#include <QByteArray>
#include <QString>

namespace signalbox {

/// The head of a request, as it was received.
struct Handshake
{
    QByteArray method;
    QByteArray path; ///< without the query
    QByteArray query; ///< without the `?`
    HeaderFields fields;
    QByteArray reply; ///< the head of the 101, as it was sent
    QByteArray origin;
    QByteArray subprotocol; ///< the chosen one, empty if none
    QString peerAddress;
    quint16 peerPort = 0;

    /// The fields of the 101, in their order.
    [[nodiscard]] HeaderFields replyFields() const;

    /// The first field of that name (any case), or a null array.
    [[nodiscard]] QByteArray field(QByteArrayView name) const
    {
        return fields.value(name).toByteArray();
    }
};

/// A handshake that got an HTTP error instead of a 101.
struct RefusedHandshake
{
    qint64 timestamp = 0; ///< milliseconds since the epoch
    Handshake request; ///< as far as it was read
    int status = 0; ///< of the HTTP reply
    QString cause; ///< one sentence: the body of the reply
};

} // namespace signalbox
