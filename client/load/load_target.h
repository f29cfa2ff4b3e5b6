// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/load/load_plan.h"

#include <QByteArray>
#include <QHostAddress>

namespace signalbox {

/// Where the connections of a run go and what each of them asks for. One key serves them all: it
/// tells a cache's answer from a server's, and for that it need not differ (RFC 6455 section 1.3).
struct LoadTarget
{
    QHostAddress address;
    quint16 port = 80;
    QByteArray request; ///< the whole head
    QByteArray accept; ///< that the answer must carry
};

/// Errors: InvalidArgument (a header or subprotocol that cannot be sent).
Result<LoadTarget> makeLoadTarget(const LoadPlan &plan, const QHostAddress &address);

/// The address that connection `index` comes from: one address has too few ports for more than
/// ConnectionsPerSource connections to one server, and on IPv4's loopback there are others. Null:
/// the system's choice.
[[nodiscard]] QHostAddress sourceAddress(const QHostAddress &target, int index);

/// Less than the 28,232 ports that Linux gives out by itself.
inline constexpr int ConnectionsPerSource = 25'000;

} // namespace signalbox
