// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/load_payload.h"

#include <QByteArrayView>

namespace signalbox {

namespace {

// Neither divides a buffer's or a frame's usual size: a piece that moves does not fit.
constexpr QByteArrayView Letters("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXY");
static_assert(Letters.size() == 61);
constexpr qint64 BytePeriod = 257;

} // namespace

QByteArray textPayload(qint64 size)
{
    QByteArray payload(size, Qt::Uninitialized);
    for (qint64 i = 0; i < size; ++i)
        payload[i] = Letters[i % Letters.size()];
    return payload;
}

QByteArray binaryPayload(qint64 size)
{
    QByteArray payload(size, Qt::Uninitialized);
    for (qint64 i = 0; i < size; ++i)
        payload[i] = char(i % BytePeriod);
    return payload;
}

} // namespace signalbox
