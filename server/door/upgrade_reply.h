// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace signalbox {

/// The fields of a 101 reply's head, in their order.
QList<std::pair<QByteArray, QByteArray>> replyFields(const QByteArray &reply);

} // namespace signalbox
