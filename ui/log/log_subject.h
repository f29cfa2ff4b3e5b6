// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter_subject.h"
#include "core/log/log_row.h"

namespace signalbox {

struct LogWords;

/// A row of the log, as filters see it where it stands: its fields, and all that its cells say.
/// Record and words must outlive it.
class LogSubject : public FilterSubject
{
public:
    LogSubject(const LogRecordView &record, const LogWords &words)
        : m_record(record)
        , m_words(words)
    { }

    [[nodiscard]] bool anyText(FilterField field, const TextPattern &wanted) const override;
    [[nodiscard]] bool anyNumber(FilterField field, const NumberSet &wanted) const override;
    [[nodiscard]] quint32 choices(FilterField field) const override;
    [[nodiscard]] bool anyPart(const TextPattern &wanted) const override;

private:
    [[nodiscard]] bool isFrame() const;
    [[nodiscard]] bool isFromServer() const;
    [[nodiscard]] bool previewDiffers() const;
    [[nodiscard]] bool namesRoom() const;
    [[nodiscard]] bool namesOpcode() const;
    [[nodiscard]] bool cellsMatch(const TextPattern &wanted) const;
    [[nodiscard]] bool wordsMatch(const TextPattern &wanted) const;

    const LogRecordView &m_record;
    const LogWords &m_words;
};

} // namespace signalbox
