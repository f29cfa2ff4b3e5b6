// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/difference/difference_search.h"

#include "ui/difference/previous_message.h"

#include <algorithm>

namespace signalbox {

namespace {

constexpr qsizetype QuickBytes = qsizetype(16) << 10; // of each payload

bool isReleased(const LogRecordView &record)
{
    return record.payloadReleased || (record.payload.isEmpty() && record.row.length > 0);
}

bool isCut(const LogRecordView &record)
{
    return record.payload.size() < record.row.length;
}

} // namespace

DifferenceSearch::DifferenceSearch(const DifferenceQuestion &question)
    : m_question(question)
{
    const quint64 chosen = question.chosen;
    const LogSnapshot &log = question.log;
    const bool withMarked = question.with == CompareWith::Marked;
    if (chosen < log.begin() || chosen >= log.end()) {
        end(DifferenceOutcome::Released);
        return;
    }
    m_begin = std::max(log.begin(), chosen - std::min(chosen, MaxRows));
    m_isLimited = m_begin > log.begin();
    m_next = chosen;
    quint64 from = m_begin;
    quint64 to = chosen + 1;
    if (!isComparable(log.at(chosen).row)) {
        end(DifferenceOutcome::NotAMessage);
        from = chosen;
    } else if (withMarked && !question.marked) {
        end(DifferenceOutcome::NothingMarked);
        from = chosen;
    } else if (withMarked) {
        m_other = question.marked;
        end(isComparable(log.at(*m_other).row) ? DifferenceOutcome::Compared
                                               : DifferenceOutcome::MarkedIsNoMessage);
        from = std::min(chosen, *m_other);
        to = std::max(chosen, *m_other) + 1;
    }
    m_question.log = log.part(from, to);
}

bool DifferenceSearch::advance(quint64 rows)
{
    if (m_outcome)
        return true;
    const quint64 from = m_next - std::min(rows, m_next - m_begin);
    const IsOfSame isOfSame =
        m_question.with == CompareWith::PreviousOfConnection ? isOfSameConnection : isOfSameType;
    const PreviousMessage previous = previousOf(isOfSame, m_question.log, chosen(), from, m_next);
    m_next = from;
    m_other = previous.position;
    if (m_other)
        end(DifferenceOutcome::Compared);
    else if (previous.isStart)
        end(DifferenceOutcome::NoPrevious);
    else if (m_next == m_begin)
        end(m_isLimited ? DifferenceOutcome::NoneNear : DifferenceOutcome::NoPrevious);
    return m_outcome.has_value();
}

int DifferenceSearch::percent() const
{
    const quint64 all = m_question.chosen - m_begin;
    return m_outcome || all == 0 ? 100 : int((m_question.chosen - m_next) * 100 / all);
}

bool DifferenceSearch::isQuick() const
{
    return m_outcome != DifferenceOutcome::Compared
           || std::max(chosen().payload.size(), m_question.log.at(*m_other).payload.size())
                  <= QuickBytes;
}

DifferenceAnswer DifferenceSearch::answer() const
{
    DifferenceAnswer answer;
    answer.outcome = m_outcome.value_or(DifferenceOutcome::NoPrevious);
    answer.with = m_question.with;
    if (answer.outcome != DifferenceOutcome::Compared)
        return answer;
    const LogRecordView after = chosen();
    const LogRecordView before = m_question.log.at(*m_other);
    answer.other = *m_other;
    answer.otherNumber = before.row.number;
    answer.sinceOther = after.row.timestamp - before.row.timestamp;
    answer.isCut = isCut(after) || isCut(before);
    const DifferenceBounds bounds;
    if (isReleased(after))
        answer.outcome = DifferenceOutcome::Released;
    else if (isReleased(before))
        answer.outcome = DifferenceOutcome::OtherReleased;
    else if (std::max(before.payload.size(), after.payload.size()) > bounds.payload)
        answer.outcome = DifferenceOutcome::TooLong;
    else
        answer.difference = comparePayloads({before.row.opcode, before.payload},
                                            {after.row.opcode, after.payload}, bounds);
    return answer;
}

} // namespace signalbox
