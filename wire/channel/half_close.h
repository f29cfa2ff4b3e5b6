// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace signalbox {

/// Ends the sending direction of a TCP connection; the other stays open.
void halfClose(qintptr descriptor);

} // namespace signalbox
