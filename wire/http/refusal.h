// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace signalbox {

/// Why a request is not upgraded: the status, the body's sentence and fields that the status asks
/// for.
struct Refusal
{
    int status = 400;
    QString cause;
    QList<std::pair<QByteArray, QByteArray>> fields; ///< for instance `Retry-After`
};

} // namespace signalbox
