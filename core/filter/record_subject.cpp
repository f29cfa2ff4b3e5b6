// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/record_subject.h"

#include <array>
#include <charconv>

namespace signalbox {

namespace {

bool isFrame(const ActivityRecord &record)
{
    return record.kind == ActivityKind::Message || record.kind == ActivityKind::ControlFrame;
}

bool isFromServer(const ActivityRecord &record)
{
    return isFrame(record) && record.direction == Direction::ServerToClient;
}

bool numberMatches(quint64 number, const TextPattern &wanted)
{
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.begin(), digits.end(), number).ptr;
    return wanted.matches(QByteArrayView(digits.begin(), end));
}

/// The words that stand for what is no message.
QByteArrayView wordOf(const ActivityRecord &record)
{
    switch (record.kind) {
    case ActivityKind::Message:
        return record.opcode == Opcode::Binary ? "binary" : QByteArrayView();
    case ActivityKind::ControlFrame:
        return record.opcode == Opcode::Ping   ? "ping"
               : record.opcode == Opcode::Pong ? "pong"
                                               : "close";
    case ActivityKind::Opened:
        return "opened";
    case ActivityKind::Closed:
        return "closed";
    case ActivityKind::Refused:
        return "refused";
    case ActivityKind::Joined:
        return "joined";
    case ActivityKind::Left:
        return "left";
    }
    return {};
}

} // namespace

bool RecordSubject::anyText(FilterField field, const TextPattern &wanted) const
{
    const auto holds = [&wanted](const QByteArray &value) {
        return !value.isEmpty() && wanted.matches(QByteArrayView(value));
    };
    const ActivityRecord &r = m_record;
    switch (field) {
    case FilterField::Room:
        return holds(r.room.utf8());
    case FilterField::User:
        return holds(r.user.utf8()) || holds(r.causeUser.utf8());
    case FilterField::From:
        return holds(r.causeUser.utf8()) || (!isFromServer(r) && holds(r.user.utf8()));
    case FilterField::To:
        return isFromServer(r) && (holds(r.room.utf8()) || holds(r.user.utf8()));
    case FilterField::Type:
        return holds(r.type);
    case FilterField::Text:
        return isFrame(r) && wanted.matches(QByteArrayView(r.payload));
    case FilterField::Reason:
        return !isFrame(r) && holds(r.payload);
    default:
        return false;
    }
}

bool RecordSubject::anyNumber(FilterField field, const NumberSet &wanted) const
{
    const ActivityRecord &r = m_record;
    const auto holds = [&wanted](auto value) { return wanted.contains(double(value)); };
    switch (field) {
    case FilterField::Connection:
        return (r.connection.isValid() && holds(r.connection.value))
               || (r.cause.isValid() && holds(r.cause.value));
    case FilterField::Length:
        return isFrame(r) && holds(r.length);
    case FilterField::Code:
        return r.kind != ActivityKind::Refused && r.code != 0 && holds(r.code);
    case FilterField::Status:
        return r.kind == ActivityKind::Refused && holds(r.code);
    case FilterField::Receivers:
        return isFromServer(r) && holds(r.receivers);
    case FilterField::Dropped:
        return isFromServer(r) && holds(r.dropped);
    case FilterField::Number:
        return holds(r.number);
    default:
        return false;
    }
}

quint32 RecordSubject::choices(FilterField field) const
{
    switch (field) {
    case FilterField::Direction:
        return isFrame(m_record) ? choiceBit(m_record.direction) : 0;
    case FilterField::Kind:
        return choiceBit(m_record.kind);
    case FilterField::Opcode:
        return isFrame(m_record) ? choiceBit(m_record.opcode) : 0;
    case FilterField::ClosedBy:
        return m_record.kind == ActivityKind::Closed ? choiceBit(m_record.closedBy) : 0;
    default:
        return 0;
    }
}

bool RecordSubject::anyPart(const TextPattern &wanted) const
{
    const auto holds = [&wanted](const QByteArray &value) {
        return !value.isEmpty() && wanted.matches(QByteArrayView(value));
    };
    const ActivityRecord &r = m_record;
    return holds(r.payload) || holds(r.type) || holds(r.room.utf8()) || holds(r.user.utf8())
           || holds(r.causeUser.utf8())
           || (r.connection.isValid() && numberMatches(r.connection.value, wanted))
           || (r.code != 0 && numberMatches(r.code, wanted))
           || ((!isFrame(r) || r.opcode != Opcode::Text) && wanted.matches(wordOf(r)));
}

} // namespace signalbox
