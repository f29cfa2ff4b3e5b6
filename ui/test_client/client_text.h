// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client_event.h"
#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace signalbox {

/// `Connected`, `Waiting to reconnect`, …
QString clientStateWord(ClientState state);

/// Why the client is not connected and what to do about it; for an open one, what was agreed.
QString clientStateSentence(const ClientStateChanged &state);

/// `1008 Policy Violation by the server: bad key`
QString clientCloseText(const CloseInfo &close);

/// Header fields written one a line as `Name: value`; empty lines are skipped. The error names the
/// line.
Result<QList<std::pair<QByteArray, QByteArray>>> parseHeaderLines(QStringView text);

/// Subprotocols separated by commas or spaces, in the order of preference.
QStringList parseSubprotocols(const QString &text);

} // namespace signalbox
