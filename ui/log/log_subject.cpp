// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_subject.h"

#include "ui/connections/connection_text.h"
#include "ui/log/log_words.h"
#include "ui/payload/payload_text.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace signalbox {

namespace {

/// Number and time of a row are made of these.
constexpr ByteSet InNumberAndTime(":.0123456789");
/// One of these, or a blank at the end of a name, parts the names of a frame's cells from what
/// stands around them.
constexpr ByteSet AroundNames("#()\t");

/// Whether it may reach beyond one name or word, or be a number.
bool mayLeaveNames(const TextPattern &wanted)
{
    return wanted.mayHold(AroundNames) || wanted.mayEndWith(' ')
           || wanted.mayConsistOf(InNumberAndTime);
}

/// The cells of a row one behind the other, with a tab between them: one search instead of many.
class CellLine
{
public:
    CellLine &operator<<(QByteArrayView text)
    {
        if (m_long.isEmpty() && size_t(text.size()) <= m_bytes.size() - m_size) {
            std::copy(text.begin(), text.end(), m_bytes.begin() + m_size);
            m_size += size_t(text.size());
            return *this;
        }
        if (m_long.isEmpty())
            m_long.append(m_bytes.data(), qsizetype(m_size));
        m_long.append(text);
        return *this;
    }
    CellLine &operator<<(char c) { return *this << QByteArrayView(&c, 1); }
    CellLine &operator<<(quint64 number)
    {
        std::array<char, 20> digits{};
        const auto end = std::to_chars(digits.begin(), digits.end(), number).ptr;
        return *this << QByteArrayView(digits.data(), end);
    }
    /// `09:53:10.871`
    void addTimeOfDay(qint64 microseconds)
    {
        constexpr qint64 Day = 86'400'000;
        qint64 rest = ((microseconds / 1'000) % Day + Day) % Day;
        std::array<char, 12> clock{'0', '0', ':', '0', '0', ':', '0', '0', '.', '0', '0', '0'};
        // From the last digit to the first; minutes and seconds have six tens.
        constexpr std::array<std::pair<std::size_t, qint64>, 9> Digits{
            {{11, 10}, {10, 10}, {9, 10}, {7, 10}, {6, 6}, {4, 10}, {3, 6}, {1, 10}, {0, 10}}};
        for (const auto &[place, base] : Digits) {
            clock.at(place) = char('0' + rest % base);
            rest /= base;
        }
        *this << QByteArrayView(clock.data(), clock.size());
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
    [[nodiscard]] QByteArrayView bytes() const
    {
        return m_long.isEmpty() ? QByteArrayView(m_bytes.data(), qsizetype(m_size))
                                : QByteArrayView(m_long);
    }

private:
    std::array<char, 512> m_bytes; // not set to zero: there is one for each row that is looked at
    size_t m_size = 0;
    QByteArray m_long; ///< instead, if that is too little
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
    return holds(r.payload) || holds(r.type) || holds(r.room) || holds(r.user) || holds(r.causeUser)
           || cellsMatch(wanted)
           || (previewDiffers()
               && wanted.matches(
                   payloadPreview(r.row.opcode, r.payload, QString::fromUtf8(r.user))));
}

bool LogSubject::previewDiffers() const
{
    return isFrame() && (m_record.row.opcode != Opcode::Text || m_record.payload.contains('\\'));
}

bool LogSubject::namesRoom() const
{
    const bool isForRoom = m_record.row.direction == Direction::ClientToServer && isFrame();
    return !m_record.room.isEmpty() && !isForRoom; // otherwise the cell names the client
}

bool LogSubject::namesOpcode() const
{
    return isFrame() && m_record.type.isEmpty();
}

bool LogSubject::cellsMatch(const TextPattern &wanted) const
{
    const bool wordsStandApart = m_words.room.endsWith(' ');
    if (isFrame() && wordsStandApart && !mayLeaveNames(wanted))
        return wordsMatch(wanted);
    const LogRecordView &r = m_record;
    const LogRow &row = r.row;
    CellLine line;
    if (wanted.mayConsistOf(InNumberAndTime)) {
        line << row.number << '\t';
        line.addTimeOfDay(row.timestamp + m_words.offsetFromUtc);
        line << '\t';
    }
    if (isFrame())
        line << m_words.directions.at(size_t(row.direction));
    else
        line << m_words.events.at(size_t(row.kind));
    line.addParty(r.user, row.connection);
    line.addParty(r.causeUser, row.cause);
    if (namesRoom())
        line << '\t' << m_words.room << r.room;
    if (isFromServer() && row.receivers + row.dropped > 0)
        line << " (" << quint64(row.receivers) << ')';
    line << '\t';
    if (namesOpcode())
        line << m_words.opcodes.at(size_t(row.opcode));
    if (row.kind == ActivityKind::Closed)
        line << closeCodeText(row.code).toUtf8() << '\t' << closedByText(row.closedBy).toUtf8();
    else if (row.kind == ActivityKind::Refused)
        line << "HTTP " << quint64(row.code);
    return wanted.matches(line.bytes());
}

bool LogSubject::wordsMatch(const TextPattern &wanted) const
{
    const LogRow &row = m_record.row;
    if (wanted.matches(m_words.directions.at(size_t(row.direction)))
        || (namesOpcode() && wanted.matches(m_words.opcodes.at(size_t(row.opcode)))))
        return true;
    if (!namesRoom())
        return false;
    static constexpr ByteSet Blank(" ");
    if (!wanted.mayHold(Blank))
        return wanted.matches(m_words.room);
    CellLine cell; // word and name
    cell << m_words.room << m_record.room;
    return wanted.matches(cell.bytes());
}

} // namespace signalbox
