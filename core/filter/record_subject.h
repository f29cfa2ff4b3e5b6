// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity_record.h"
#include "core/filter/filter_subject.h"

namespace signalbox {

/// A record of the log, as filters see it; the record must outlive it.
class RecordSubject : public FilterSubject
{
public:
    explicit RecordSubject(const ActivityRecord &record)
        : m_record(record)
    { }

    [[nodiscard]] bool anyText(FilterField field, const TextPattern &wanted) const override;
    [[nodiscard]] bool anyNumber(FilterField field, const NumberSet &wanted) const override;
    [[nodiscard]] quint32 choices(FilterField field) const override;
    [[nodiscard]] bool anyPart(const TextPattern &wanted) const override;

private:
    const ActivityRecord &m_record;
};

} // namespace signalbox
