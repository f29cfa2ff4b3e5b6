// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity_record.h"

#include <QByteArray>
#include <QString>

#include <array>

namespace signalbox {

/// `opened`, `refused`; empty for a message or a control frame.
QString eventWord(ActivityKind kind);
/// `text`, `ping`
QString opcodeWord(Opcode opcode);
/// `12 records lost`
QString lostRecordsText(quint64 count);

/// What the rows of the log say in the operator's language, as filters look for it: translated
/// once and then read from any thread.
struct LogWords
{
    LogWords();

    std::array<QByteArray, 3> directions; ///< by Direction
    std::array<QByteArray, 7> events; ///< by ActivityKind
    std::array<QByteArray, 11> opcodes; ///< by Opcode
    QByteArray room; ///< in front of a room's name: `room `
    qint64 offsetFromUtc = 0; ///< of the local time, microseconds
};

} // namespace signalbox
