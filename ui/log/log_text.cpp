// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_text.h"

#include "core/escaped_text.h"
#include "core/log/kept_payload.h"
#include "core/redaction.h"
#include "ui/connections/connection_text.h"
#include "ui/log/log_party.h"
#include "ui/log/log_words.h"
#include "ui/payload/payload_text.h"
#include "ui/theme/measure_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Log", text);
}

bool isAbnormalEnd(const ActivityRecord &record)
{
    return record.kind == ActivityKind::Refused
           || (record.kind == ActivityKind::Closed
               && isAbnormal({record.code, {}, record.closedBy}));
}

QString messageText(const ActivityRecord &record)
{
    switch (record.kind) {
    case ActivityKind::Message:
        return record.type.isEmpty() ? opcodeWord(record.opcode) : escapedUtf8(record.type);
    case ActivityKind::ControlFrame:
        return opcodeWord(record.opcode);
    case ActivityKind::Closed:
        return closeCodeText(record.code);
    case ActivityKind::Refused:
        return record.code == 0 ? QString() : tr("HTTP %1").arg(record.code);
    case ActivityKind::Joined:
    case ActivityKind::Left:
        return roomText(record.room);
    case ActivityKind::Opened:
        break;
    }
    return {};
}

/// What an event or a close frame says: a path, a cause. Secrets in the query of a URL are hidden.
QByteArray eventText(const ActivityRecord &record)
{
    return withoutQuerySecrets(record.payload);
}

QString closedText(const ActivityRecord &record)
{
    QString who = closedByText(record.closedBy);
    if (record.payload.isEmpty() || record.closedBy == ClosedBy::Vanished)
        return who;
    return tr("%1: %2").arg(who, escapedUtf8(eventText(record)));
}

QString closeFrameText(const ActivityRecord &record)
{
    if (record.code == 0)
        return escapedUtf8(eventText(record));
    const QString code = closeCodeText(record.code);
    return record.payload.isEmpty() ? code : tr("%1: %2").arg(code, escapedUtf8(eventText(record)));
}

QString previewText(const LogEntry &entry)
{
    const ActivityRecord &record = entry.record;
    if (entry.payloadReleased)
        return tr("payload released to keep memory bounded");
    if (record.kind == ActivityKind::Closed)
        return closedText(record);
    if (record.kind == ActivityKind::ControlFrame && record.opcode == Opcode::Close)
        return closeFrameText(record);
    if (!isMessage(record))
        return escapedUtf8(eventText(record));
    return payloadPreview(record.opcode, record.payload, record.user.toString());
}

QString lostText(quint64 lost, LogColumn column)
{
    if (column == LogColumn::Message)
        return lostRecordsText(lost);
    if (column == LogColumn::Preview)
        return tr("the log could not keep up; the server and its clients were not slowed down");
    return {};
}

QString titleText(const ActivityRecord &record)
{
    const QString number = QStringLiteral("#%1").arg(record.number);
    if (!isMessage(record)) {
        const QStringList words{number, eventWord(record.kind), partyText(record)};
        return words.join(QStringLiteral("  ")).trimmed();
    }
    if (record.direction == Direction::ClientToServer)
        return tr("%1  %2 → server").arg(number, partyText(record));
    return tr("%1  server → %2").arg(number, recipientText(record));
}

QString noticeText(const LogEntry &entry)
{
    const ActivityRecord &record = entry.record;
    if (entry.payloadReleased)
        return tr("Its payload of %1 was released to keep the log's memory bounded.")
            .arg(bytesText(quint64(record.length)));
    if (isMessage(record)
        && isCut(record.opcode, record.code, record.payload.size(), record.length))
        return tr("Only the first %1 of %2 were kept.")
            .arg(bytesText(quint64(record.payload.size())), bytesText(quint64(record.length)));
    return {};
}

} // namespace

QString logCellToolTip(const LogEntry &entry, LogColumn column)
{
    const QString text = logCellText(entry, column);
    const QString cause = causeText(entry.record);
    return column == LogColumn::Party && !cause.isEmpty() ? tr("%1, %2").arg(text, cause) : text;
}

QString logCellText(const LogEntry &entry, LogColumn column)
{
    if (entry.lost > 0)
        return lostText(entry.lost, column);
    const ActivityRecord &record = entry.record;
    switch (column) {
    case LogColumn::Number:
        return QString::number(record.number);
    case LogColumn::Time:
        return momentText(record.timestamp);
    case LogColumn::Direction:
        return isMessage(record) ? directionText(record.direction) : eventWord(record.kind);
    case LogColumn::To:
        return receiversText(record);
    case LogColumn::Party:
        return partyText(record);
    case LogColumn::Message:
        return messageText(record);
    case LogColumn::Length:
        return isMessage(record) ? bytesText(quint64(record.length)) : QString();
    case LogColumn::Preview:
        return previewText(entry);
    }
    return {};
}

ColorRole logCellTone(const LogEntry &entry, LogColumn column)
{
    const ActivityRecord &record = entry.record;
    if (entry.lost > 0)
        return ColorRole::Warning;
    switch (column) {
    case LogColumn::Direction:
        if (isAbnormalEnd(record))
            return ColorRole::Warning;
        if (!isMessage(record))
            return ColorRole::Muted;
        return record.direction == Direction::ClientToServer ? ColorRole::ClientToServer
                                                             : ColorRole::ServerToClient;
    case LogColumn::To:
        return record.dropped > 0 ? ColorRole::Warning : ColorRole::Text;
    case LogColumn::Preview:
        return entry.payloadReleased ? ColorRole::Muted : ColorRole::Text;
    default:
        return record.kind == ActivityKind::ControlFrame ? ColorRole::Muted : ColorRole::Text;
    }
}

ShownPayload logDetails(const LogEntry &entry)
{
    const ActivityRecord &record = entry.record;
    ShownPayload shown;
    if (entry.lost > 0) {
        shown.title = lostText(entry.lost, LogColumn::Message);
        shown.notice = lostText(entry.lost, LogColumn::Preview);
        return shown;
    }
    QStringList facts{momentText(record.timestamp), messageText(record)};
    if (isMessage(record))
        facts += bytesText(quint64(record.length));
    else if (record.kind == ActivityKind::Closed)
        facts += closedByText(record.closedBy);
    facts += causeText(record);
    if (record.dropped > 0)
        facts += tr("dropped for %1").arg(countText(record.dropped));
    facts.removeAll(QString());
    shown.title = titleText(record);
    shown.facts = facts.join(QStringLiteral(" · "));
    shown.opcode = record.opcode;
    const bool isSentence = !isMessage(record) || record.opcode == Opcode::Close;
    shown.payload = isSentence ? eventText(record) : record.payload;
    shown.notice = noticeText(entry);
    shown.isMessage = isMessage(record);
    return shown;
}

QString logLine(const LogEntry &entry)
{
    QStringList cells;
    for (int column = 0; column < LogColumnCount - 1; ++column)
        cells += logCellText(entry, LogColumn(column));
    const bool whole = isMessage(entry.record) && entry.lost == 0 && !entry.payloadReleased
                       && !(entry.record.opcode == Opcode::Close);
    if (!whole)
        cells += logCellText(entry, LogColumn::Preview);
    else if (entry.record.opcode == Opcode::Binary)
        cells += QString::fromLatin1(entry.record.payload.toHex(' '));
    else
        cells += escapedUtf8(entry.record.payload);
    return cells.join(u'\t');
}

} // namespace signalbox
