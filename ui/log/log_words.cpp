// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_words.h"

#include "ui/payload/payload_text.h"
#include "ui/theme/measure_text.h"

#include <QCoreApplication>
#include <QDateTime>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("signalbox::LogWords", text);
}

} // namespace

QString eventWord(ActivityKind kind)
{
    switch (kind) {
    case ActivityKind::Opened:
        return tr("opened");
    case ActivityKind::Closed:
        return tr("closed");
    case ActivityKind::Refused:
        return tr("refused");
    case ActivityKind::Joined:
        return tr("joined");
    case ActivityKind::Left:
        return tr("left");
    case ActivityKind::Message:
    case ActivityKind::ControlFrame:
        break;
    }
    return {};
}

QString opcodeWord(Opcode opcode)
{
    switch (opcode) {
    case Opcode::Text:
        return tr("text");
    case Opcode::Binary:
        return tr("binary");
    case Opcode::Ping:
        return tr("ping");
    case Opcode::Pong:
        return tr("pong");
    case Opcode::Close:
        return tr("close");
    case Opcode::Continuation:
        break;
    }
    return {};
}

QString lostRecordsText(quint64 count)
{
    return counted(count, tr("one record lost"), tr("%1 records lost"));
}

LogWords::LogWords()
    : room(tr("room %1").arg(QString()).toUtf8())
    , offsetFromUtc(qint64(QDateTime::currentDateTime().offsetFromUtc()) * 1'000'000)
{
    for (size_t i = 0; i < directions.size(); ++i)
        directions.at(i) = directionText(Direction(i)).toUtf8();
    for (size_t i = 0; i < events.size(); ++i)
        events.at(i) = eventWord(ActivityKind(i)).toUtf8();
    for (size_t i = 0; i < opcodes.size(); ++i)
        opcodes.at(i) = opcodeWord(Opcode(i)).toUtf8();
}

} // namespace signalbox
