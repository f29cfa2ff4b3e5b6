// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity_record.h"

#include <vector>

namespace signalbox {

/// The newest records of one connection, room or endpoint. Payloads are shared with whoever else
/// holds the record; a full ring is written round without allocating.
class MessageRing
{
public:
    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    /// Bytes: the places that are there, used or not, and the payloads.
    [[nodiscard]] qint64 cost() const
    {
        return qint64(m_slots.size() * sizeof(ActivityRecord)) + m_payloads;
    }
    /// The oldest is 0.
    [[nodiscard]] const ActivityRecord &at(qsizetype place) const { return m_slots[slotOf(place)]; }

    /// Forgets the oldest if there are `most` already.
    void append(const ActivityRecord &record, qsizetype most);
    /// Not while isEmpty(). Memory that is no longer needed is given back.
    void dropOldest();

private:
    [[nodiscard]] size_t slotOf(qsizetype place) const
    {
        return (m_first + size_t(place)) % m_slots.size();
    }
    void resize(qsizetype places);

    std::vector<ActivityRecord> m_slots;
    size_t m_first = 0;
    qsizetype m_size = 0;
    qint64 m_payloads = 0;
};

} // namespace signalbox
