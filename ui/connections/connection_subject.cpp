// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connection_subject.h"

#include "ui/connections/connection_text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace signalbox {

namespace {

bool bytesMatch(const QByteArray &value, const TextPattern &wanted)
{
    return !value.isEmpty() && wanted.matches(QByteArrayView(value));
}

bool textMatches(const QString &value, const TextPattern &wanted)
{
    return !value.isEmpty() && wanted.matches(QStringView(value));
}

bool numberMatches(quint64 number, const TextPattern &wanted)
{
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.begin(), digits.end(), number).ptr;
    return wanted.matches(QByteArrayView(digits.begin(), end));
}

/// The words of the field `state`, whatever language the table speaks.
QByteArrayView stateWord(const ConnectionRow &row)
{
    switch (row.kind) {
    case RowKind::Live:
        return row.status.state == ConnectionState::Closing ? "closing" : "open";
    case RowKind::Closed:
        return "closed";
    case RowKind::Refused:
        return "refused";
    }
    return {};
}

} // namespace

bool ConnectionSubject::anyText(FilterField field, const TextPattern &wanted) const
{
    const ConnectionStatus &status = m_row.status;
    switch (field) {
    case FilterField::Room:
        return std::ranges::any_of(status.rooms, [&wanted](const RoomName &room) {
            return bytesMatch(room.utf8(), wanted);
        });
    case FilterField::User:
        return bytesMatch(status.user.utf8(), wanted)
               || std::ranges::any_of(status.roomUsers, [&wanted](const UserId &user) {
                      return bytesMatch(user.utf8(), wanted);
                  });
    case FilterField::Address:
        return textMatches(peerText(m_row.handshake), wanted)
               || textMatches(m_row.handshake.peerAddress, wanted);
    case FilterField::Path:
        return bytesMatch(m_row.handshake.path, wanted);
    case FilterField::Origin:
        return bytesMatch(m_row.handshake.origin, wanted);
    case FilterField::Header:
        return anyHeader(wanted);
    case FilterField::State:
        return stateMatches(wanted);
    case FilterField::Reason:
        return textMatches(m_row.kind == RowKind::Refused ? m_row.refusedCause : m_row.close.reason,
                           wanted);
    default:
        return false;
    }
}

bool ConnectionSubject::anyNumber(FilterField field, const NumberSet &wanted) const
{
    const ConnectionStatus &status = m_row.status;
    const Traffic &traffic = status.traffic;
    const auto holds = [&wanted](auto value) { return wanted.contains(double(value)); };
    const bool wasOpen = m_row.kind != RowKind::Refused;
    constexpr qint64 Microseconds = 1'000;
    switch (field) {
    case FilterField::Connection:
        return wasOpen && holds(status.id.value);
    case FilterField::RoundTrip:
        return m_row.isLive() && status.roundTrip >= 0 && holds(status.roundTrip);
    case FilterField::Buffered:
        return m_row.isLive() && holds(status.buffered);
    case FilterField::Rate:
        return m_row.isLive() && holds(m_row.fromClientRate + m_row.toClientRate);
    case FilterField::Messages:
        return wasOpen && holds(traffic.messagesFromClient + traffic.messagesToClient);
    case FilterField::Bytes:
        return wasOpen && holds(traffic.bytesFromClient + traffic.bytesToClient);
    case FilterField::Idle:
        return m_row.isLive()
               && holds(std::max<qint64>(m_now - m_row.lastActive(), 0) * Microseconds);
    case FilterField::Dropped:
        return wasOpen && holds(traffic.dropped);
    case FilterField::Code:
        return m_row.kind == RowKind::Closed && holds(m_row.close.code);
    case FilterField::Status:
        return m_row.kind == RowKind::Refused && holds(m_row.refusedStatus);
    default:
        return false;
    }
}

quint32 ConnectionSubject::choices(FilterField field) const
{
    const bool ended = m_row.kind == RowKind::Closed;
    return field == FilterField::ClosedBy && ended ? choiceBit(m_row.close.by) : 0;
}

bool ConnectionSubject::anyPart(const TextPattern &wanted) const
{
    return anyText(FilterField::User, wanted) || anyText(FilterField::Room, wanted)
           || anyText(FilterField::Path, wanted) || anyText(FilterField::Address, wanted)
           || (m_row.kind != RowKind::Refused && numberMatches(m_row.status.id.value, wanted))
           || stateMatches(wanted) || anyText(FilterField::Reason, wanted)
           || anyText(FilterField::Origin, wanted) || anyUserAgent(wanted)
           || (m_row.kind == RowKind::Closed && textMatches(closedByText(m_row.close.by), wanted));
}

bool ConnectionSubject::anyUserAgent(const TextPattern &wanted) const
{
    const QByteArrayView agent = m_row.handshake.fields.value("User-Agent");
    return !agent.isEmpty() && wanted.matches(agent);
}

bool ConnectionSubject::stateMatches(const TextPattern &wanted) const
{
    return wanted.matches(stateWord(m_row))
           || (isSlow(m_row, m_bufferLimit) && wanted.matches(QByteArrayView("slow")))
           || textMatches(stateText(m_row, m_bufferLimit), wanted);
}

bool ConnectionSubject::anyHeader(const TextPattern &wanted) const
{
    // NOLINTNEXTLINE(readability-use-anyofallof): its iterator is none of a range
    for (const auto &[name, value] : m_row.handshake.fields) {
        if (wanted.matches(name) || wanted.matches(value))
            return true;
    }
    return false;
}

} // namespace signalbox
