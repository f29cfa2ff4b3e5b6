// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/colour_rules/row_colours.h"

#include "ui/log/log_subject.h"

#include <algorithm>
#include <iterator>

namespace signalbox {

void RowColours::setRules(const QList<CompiledRule> &rules)
{
    m_rules.clear();
    std::ranges::copy_if(rules, std::back_inserter(m_rules), &CompiledRule::applies);
    m_remembered.fill({});
}

const CompiledRule *RowColours::ruleOf(quint64 position, const LogRecordView &record,
                                       const LogWords &words) const
{
    if (m_rules.isEmpty() || record.row.isLost)
        return nullptr;
    Remembered &place = m_remembered.at(position % m_remembered.size());
    if (place.position != position)
        place = {position, firstMatch(record, words)};
    return place.rule == None ? nullptr : &m_rules.at(place.rule);
}

int RowColours::firstMatch(LogRecordView record, const LogWords &words) const
{
    if (record.payload.size() > SeenBytes)
        record.payload = record.payload.first(SeenBytes);
    const LogSubject subject(record, words);
    const auto rule = std::ranges::find_if(m_rules, [&subject](const CompiledRule &candidate) {
        return candidate.filter.matches(subject);
    });
    return rule == m_rules.cend() ? None : int(std::distance(m_rules.cbegin(), rule));
}

} // namespace signalbox
