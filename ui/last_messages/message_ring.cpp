// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/last_messages/message_ring.h"

#include <algorithm>

namespace signalbox {

namespace {
constexpr qsizetype FirstPlaces = 4;
}

void MessageRing::append(const ActivityRecord &record, qsizetype most)
{
    while (m_size >= most)
        dropOldest();
    if (size_t(m_size) == m_slots.size())
        resize(std::min(most, std::max(FirstPlaces, 2 * m_size)));
    m_slots[slotOf(m_size)] = record;
    ++m_size;
    m_payloads += record.payload.size();
}

void MessageRing::dropOldest()
{
    ActivityRecord &oldest = m_slots[m_first];
    m_payloads -= oldest.payload.size();
    oldest = {};
    m_first = (m_first + 1) % m_slots.size();
    --m_size;
    if (m_size == 0)
        resize(0);
    else if (const auto places = qsizetype(m_slots.size());
             places > FirstPlaces && m_size <= places / 4)
        resize(places / 2);
}

void MessageRing::resize(qsizetype places)
{
    std::rotate(m_slots.begin(), m_slots.begin() + std::ptrdiff_t(m_first), m_slots.end());
    m_first = 0;
    m_slots.resize(size_t(places));
    if (places < qsizetype(m_slots.capacity()))
        m_slots.shrink_to_fit();
}

} // namespace signalbox
