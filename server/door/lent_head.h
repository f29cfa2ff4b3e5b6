// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/handshake.h"

#include <QByteArray>

namespace signalbox {

/// The head that QWebSocketServer gets to upgrade a request: only what it answers by, in lines that
/// it reads. It has limits of its own, of 8 KiB a line and 100 lines, and does not need the
/// cookies, the query and all else that the options allow to be longer.
QByteArray lentHead(const Handshake &request);

} // namespace signalbox
