// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace signalbox {

/// One row of the table of all endings: its code, its name, what it means and what a client does
/// next.
struct CloseReason
{
    quint16 code = 0;
    const char *name = ""; ///< as developers know it: `Normal Closure`
    const char *sentence = ""; ///< what is sent as the reason where nobody gave a better one
    bool reconnect = false; ///< whether a client should come back by itself
    bool sendable =
        true; ///< whether an endpoint may put it into a close frame (RFC 6455 section 7.4)
};

namespace close_reason {
inline constexpr CloseReason NormalClosure{1000, "Normal Closure", "", false};
inline constexpr CloseReason GoingAway{1001, "Going Away", "the server stops", true};
inline constexpr CloseReason ProtocolError{1002, "Protocol Error", "protocol error", false};
inline constexpr CloseReason UnsupportedData{1003, "Unsupported Data", "", false};
inline constexpr CloseReason NoStatus{1005, "No Status Received", "", true, false};
inline constexpr CloseReason Abnormal{1006, "Abnormal Closure", "the peer vanished", true, false};
inline constexpr CloseReason InvalidPayload{1007, "Invalid Payload", "invalid UTF-8", false};
inline constexpr CloseReason PolicyViolation{1008, "Policy Violation", "policy violation", false};
inline constexpr CloseReason TooBig{1009, "Message Too Big", "the message is too big", false};
inline constexpr CloseReason MandatoryExtension{1010, "Mandatory Extension", "", false};
inline constexpr CloseReason InternalError{1011, "Internal Error", "Internal error", true};
inline constexpr CloseReason ServiceRestart{1012, "Service Restart", "", true};
inline constexpr CloseReason TryAgainLater{1013, "Try Again Later", "", true};
inline constexpr CloseReason BadGateway{1014, "Bad Gateway", "", true};
inline constexpr CloseReason TlsHandshake{1015, "TLS Handshake", "", false, false};
inline constexpr CloseReason Kicked{4000, "Kicked", "kicked by the operator", false};
inline constexpr CloseReason Banned{4001, "Banned", "banned", false};
inline constexpr CloseReason TooSlow{4008, "Cannot Keep Up", "cannot keep up", true};
inline constexpr CloseReason HeartbeatTimeout{4009, "Heartbeat Timeout", "heartbeat timeout", true};
inline constexpr CloseReason IdleTimeout{4010, "Idle Timeout", "idle too long", true};
} // namespace close_reason

/// A reason longer than this does not fit into a close frame (125 bytes less the code's two).
inline constexpr qsizetype MaxCloseReasonBytes = 123;

/// Every row, in the order of its code.
std::span<const CloseReason> closeReasons();

/// The row of a code, or null for codes that only applications know.
const CloseReason *findCloseReason(quint16 code);

/// Whether a close frame may carry it: 1000–1003, 1007–1014, 3000–4999 (RFC 6455 section 7.4).
bool isSendableCloseCode(quint16 code);

/// `1000 Normal Closure`, `4711` for a code without a row.
QString closeCodeText(quint16 code);

/// Whose doing the end of a connection was.
enum class ClosedBy : quint8 { Server, Operator, Peer, Vanished };

/// How one connection ended: the code and reason that were sent or received, and by whom.
struct CloseInfo
{
    quint16 code = close_reason::NormalClosure.code;
    QString reason;
    ClosedBy by = ClosedBy::Server;
};

} // namespace signalbox
