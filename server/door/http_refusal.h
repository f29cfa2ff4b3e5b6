// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/http/refusal.h"

#include <QByteArray>

namespace signalbox {

/// Whether the body goes out with a reply; to a HEAD it does not, only its length.
enum class ReplyBody : bool { Omit, Send };

/// The whole HTTP/1.1 reply of a refusal: its cause as text, and the end of the connection.
QByteArray refusalReply(const Refusal &refusal, ReplyBody body);

} // namespace signalbox
