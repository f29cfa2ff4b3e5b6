// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/close_reason.h"
#include "core/opcode.h"
#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <utility>
#include <variant>

namespace signalbox {

/// How the test client comes back after an end that it did not ask for.
struct ReconnectPolicy
{
    bool enabled = false;
    std::chrono::milliseconds firstDelay{500}; ///< doubles after each failure
    std::chrono::milliseconds longestDelay{30'000};
};

/// Opens a connection; one that is open or being opened is an error (WrongState).
struct OpenClient
{
    QString url; ///< ws:// or wss://
    QStringList subprotocols;
    QList<std::pair<QByteArray, QByteArray>> headers;
    ReconnectPolicy reconnect;
    std::chrono::milliseconds timeout{10'000}; ///< of each attempt, until the connection is open
};
/// Closes with a code and reason, and gives up reconnecting.
struct CloseClient
{
    quint16 code = close_reason::NormalClosure.code;
    QString reason; ///< at most MaxCloseReasonBytes in UTF-8
};
/// Sends one Text or Binary message, or a Ping (at most 125 bytes); its pong is an event with the
/// RTT.
struct SendFromClient
{
    Opcode opcode = Opcode::Text;
    QByteArray payload; ///< UTF-8 for Text
};

/// Fills the server at this address with clients that chat; in place of those of an earlier demo.
/// Errors: InvalidArgument.
struct StartDemo
{
    QString url;
};
/// They close with 1001.
struct StopDemo
{ };

/// Everything that can be asked of the test client.
using ClientCommand = std::variant<OpenClient, CloseClient, SendFromClient, StartDemo, StopDemo>;

using ClientOutcome = Result<void>;

} // namespace signalbox
