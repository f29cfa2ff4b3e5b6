// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/log_snapshot.h"
#include "ui/difference/payload_difference.h"

#include <optional>

namespace signalbox {

/// With which other message one is to be compared.
enum class CompareWith : quint8 {
    PreviousOfType, ///< as isOfSameType()
    PreviousOfConnection, ///< as isOfSameConnection()
    Marked,
};

/// Which message is to be compared, and with which.
struct DifferenceQuestion
{
    LogSnapshot log;
    quint64 chosen = 0; ///< position in the log
    CompareWith with = CompareWith::PreviousOfType;
    std::optional<quint64> marked;
};

/// Why there is a difference to see, or none.
enum class DifferenceOutcome : quint8 {
    Compared,
    NotAMessage,
    NoPrevious, ///< nowhere in the log
    NoneNear, ///< not in the last DifferenceSearch::MaxRows
    NothingMarked,
    MarkedIsNoMessage,
    Released, ///< the chosen message's payload
    OtherReleased,
    TooLong, ///< one of them
};

/// What a comparison came to.
struct DifferenceAnswer
{
    DifferenceOutcome outcome = DifferenceOutcome::NothingMarked;
    CompareWith with = CompareWith::PreviousOfType; ///< as it was asked
    quint64 other = 0; ///< position of the message that it was compared with
    quint64 otherNumber = 0; ///< 0: there is none
    qint64 sinceOther = 0; ///< microseconds; negative if the other is the later one
    bool isCut = false; ///< of one of them only the beginning was kept
    PayloadDifference difference;
};

/// Looks for the message to compare with, stretch by stretch, and compares; for any thread.
class DifferenceSearch
{
public:
    /// It looks back no further.
    static constexpr quint64 MaxRows = 1'000'000;

    explicit DifferenceSearch(const DifferenceQuestion &question);

    /// Looks at up to so many rows more; the answer says whether it needs no more.
    bool advance(quint64 rows);
    /// How much of the rows that may have to be looked at it has done.
    [[nodiscard]] int percent() const;

    /// Once advance() says yes: whether answer() takes next to no time.
    [[nodiscard]] bool isQuick() const;
    [[nodiscard]] DifferenceAnswer answer() const;

private:
    void end(DifferenceOutcome outcome) { m_outcome = outcome; }
    [[nodiscard]] LogRecordView chosen() const { return m_question.log.at(m_question.chosen); }

    DifferenceQuestion m_question; ///< of the log, only what is needed
    quint64 m_begin = 0; ///< of what may be looked at
    bool m_isLimited = false; ///< the log begins before that
    quint64 m_next = 0; ///< everything from here on up to the chosen one was looked at
    std::optional<quint64> m_other;
    std::optional<DifferenceOutcome> m_outcome; ///< Compared as soon as there is another
};

} // namespace signalbox

Q_DECLARE_METATYPE(signalbox::DifferenceAnswer)
