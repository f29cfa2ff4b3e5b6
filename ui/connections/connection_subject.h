// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter_subject.h"
#include "ui/connections/connection_row.h"

namespace signalbox {

/// A connection, as filters see it; the row must outlive it.
class ConnectionSubject : public FilterSubject
{
public:
    /// `now` in milliseconds since the epoch.
    ConnectionSubject(const ConnectionRow &row, qint64 bufferLimit, qint64 now)
        : m_row(row)
        , m_bufferLimit(bufferLimit)
        , m_now(now)
    { }

    [[nodiscard]] bool anyText(FilterField field, const TextPattern &wanted) const override;
    [[nodiscard]] bool anyNumber(FilterField field, const NumberSet &wanted) const override;
    [[nodiscard]] quint32 choices(FilterField field) const override;
    [[nodiscard]] bool anyPart(const TextPattern &wanted) const override;

private:
    [[nodiscard]] bool stateMatches(const TextPattern &wanted) const;
    [[nodiscard]] bool anyUserAgent(const TextPattern &wanted) const;
    [[nodiscard]] bool anyHeader(const TextPattern &wanted) const;

    const ConnectionRow &m_row;
    qint64 m_bufferLimit;
    qint64 m_now;
};

} // namespace signalbox
