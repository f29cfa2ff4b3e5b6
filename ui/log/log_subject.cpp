// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_subject.h"

#include "ui/connections/connection_text.h"
#include "ui/log/log_words.h"
#include "ui/payload/payload_text.h"

#include <QVarLengthArray>

#include <array>
#include <charconv>

namespace signalbox {

namespace {

/// The cells of a row one behind the other, with a tab between them: one search instead of many.
class CellLine
{
public:
    CellLine &operator<<(QByteArrayView text)
    {
        m_bytes.append(text.data(), text.size());
        return *this;
    }
    CellLine &operator<<(char c)
    {
        m_bytes.append(c);
        return *this;
    }
    CellLine &operator<<(quint64 number)
    {
        std::array<char, 20> digits{};
        const auto end = std::to_chars(digits.begin(), digits.end(), number).ptr;
        return *this << QByteArrayView(digits.data(), end);
    }
    /// At least `width` digits.
    void addPadded(qint64 number, qint64 width)
    {
        for (qint64 least = 10; width > 1; --width, least *= 10) {
            if (number < least)
                *this << '0';
        }
        *this << quint64(number);
    }
    /// `09:53:10.871`
    void addTimeOfDay(qint64 microseconds)
    {
        constexpr qint64 Day = 86'400'000;
        const qint64 ms = ((microseconds / 1'000) % Day + Day) % Day;
        addPadded(ms / 3'600'000, 2);
        *this << ':';
        addPadded(ms / 60'000 % 60, 2);
        *this << ':';
        addPadded(ms / 1'000 % 60, 2);
        *this << '.';
        addPadded(ms % 1'000, 3);
    }
    void addParty(QByteArrayView user, ConnectionId connection)
    {
        if (!connection.isValid())
            return;
        *this << '\t' << user;
        if (!user.isEmpty())
            *this << ' ';
        *this << '#' << connection.value;
    }
    [[nodiscard]] QByteArrayView bytes() const { return {m_bytes.data(), m_bytes.size()}; }

private:
    QVarLengthArray<char, 512> m_bytes;
};

} // namespace

bool LogSubject::isFrame() const
{
    const LogRow &row = m_record.row;
    return !row.isLost
           && (row.kind == ActivityKind::Message || row.kind == ActivityKind::ControlFrame);
}

bool LogSubject::isFromServer() const
{
    return isFrame() && m_record.row.direction == Direction::ServerToClient;
}

bool LogSubject::anyText(FilterField field, const TextPattern &wanted) const
{
    const auto holds = [&wanted](QByteArrayView value) {
        return !value.isEmpty() && wanted.matches(value);
    };
    const LogRecordView &r = m_record;
    switch (field) {
    case FilterField::Room:
        return holds(r.room);
    case FilterField::User:
        return holds(r.user) || holds(r.causeUser);
    case FilterField::From:
        return holds(r.causeUser) || (!isFromServer() && holds(r.user));
    case FilterField::To:
        return isFromServer() && (holds(r.room) || holds(r.user));
    case FilterField::Type:
        return holds(r.type);
    case FilterField::Text:
        return isFrame() && wanted.matches(r.payload);
    case FilterField::Reason:
        return !isFrame() && holds(r.payload);
    default:
        return false;
    }
}

bool LogSubject::anyNumber(FilterField field, const NumberSet &wanted) const
{
    const LogRow &r = m_record.row;
    const auto holds = [&wanted](auto value) { return wanted.contains(double(value)); };
    if (r.isLost)
        return false;
    switch (field) {
    case FilterField::Connection:
        return (r.connection.isValid() && holds(r.connection.value))
               || (r.cause.isValid() && holds(r.cause.value));
    case FilterField::Length:
        return isFrame() && holds(r.length);
    case FilterField::Code:
        return r.kind != ActivityKind::Refused && r.code != 0 && holds(r.code);
    case FilterField::Status:
        return r.kind == ActivityKind::Refused && holds(r.code);
    case FilterField::Receivers:
        return isFromServer() && holds(r.receivers);
    case FilterField::Dropped:
        return isFromServer() && holds(r.dropped);
    case FilterField::Number:
        return holds(r.number);
    default:
        return false;
    }
}

quint32 LogSubject::choices(FilterField field) const
{
    const LogRow &r = m_record.row;
    if (r.isLost)
        return 0;
    switch (field) {
    case FilterField::Direction:
        return isFrame() ? choiceBit(r.direction) : 0;
    case FilterField::Kind:
        return choiceBit(r.kind);
    case FilterField::Opcode:
        return isFrame() ? choiceBit(r.opcode) : 0;
    case FilterField::ClosedBy:
        return r.kind == ActivityKind::Closed ? choiceBit(r.closedBy) : 0;
    default:
        return 0;
    }
}

bool LogSubject::anyPart(const TextPattern &wanted) const
{
    const LogRecordView &r = m_record;
    if (r.row.isLost)
        return wanted.matches(lostRecordsText(quint64(r.row.length)));
    const auto holds = [&wanted](QByteArrayView value) {
        return !value.isEmpty() && wanted.matches(value);
    };
    return holds(r.payload) || holds(r.type) || holds(r.room) || holds(r.user) || cellsMatch(wanted)
           || (previewDiffers()
               && wanted.matches(
                   payloadPreview(r.row.opcode, r.payload, QString::fromUtf8(r.user))));
}

bool LogSubject::previewDiffers() const
{
    return isFrame() && (m_record.row.opcode != Opcode::Text || m_record.payload.contains('\\'));
}

bool LogSubject::cellsMatch(const TextPattern &wanted) const
{
    const LogRecordView &r = m_record;
    const LogRow &row = r.row;
    CellLine line;
    line << row.number << '\t';
    line.addTimeOfDay(row.timestamp + m_words.offsetFromUtc);
    line << '\t';
    if (isFrame())
        line << m_words.directions.at(size_t(row.direction));
    else
        line << m_words.events.at(size_t(row.kind));
    line.addParty(r.user, row.connection);
    line.addParty(r.causeUser, row.cause);
    const bool isForRoom = row.direction == Direction::ClientToServer && isFrame();
    if (!r.room.isEmpty() && !isForRoom) // the cell names the client
        line << '\t' << m_words.room << r.room;
    if (isFromServer() && row.receivers + row.dropped > 0)
        line << " (" << quint64(row.receivers) << ')';
    line << '\t';
    if (isFrame() && r.type.isEmpty())
        line << m_words.opcodes.at(size_t(row.opcode));
    if (row.kind == ActivityKind::Closed)
        line << closeCodeText(row.code).toUtf8() << '\t' << closedByText(row.closedBy).toUtf8();
    else if (row.kind == ActivityKind::Refused)
        line << "HTTP " << quint64(row.code);
    return wanted.matches(line.bytes());
}

} // namespace signalbox
