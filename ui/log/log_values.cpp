// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_values.h"

#include <QSet>

namespace signalbox {

namespace {

QList<quint16> namesOf(const LogRow &row, FilterField field)
{
    switch (field) {
    case FilterField::Room:
        return {row.room};
    case FilterField::User:
    case FilterField::From:
        return {row.user, row.causeUser};
    case FilterField::To:
        return {row.room, row.user};
    case FilterField::Type:
        return {row.type};
    default:
        return {};
    }
}

} // namespace

QStringList recentValues(const LogSnapshot &log, FilterField field)
{
    QStringList values;
    if (log.begin() == log.end())
        return values;
    const LogChunk &chunk = log.chunks().constLast();
    QSet<quint16> seen{0}; // the empty name
    for (quint64 position = chunk.begin(); position < chunk.end(); ++position) {
        const auto names = namesOf(chunk.row(position), field);
        for (const quint16 name : names) {
            if (seen.contains(name))
                continue;
            seen.insert(name);
            values += QString::fromUtf8(chunk.name(name));
        }
    }
    return values;
}

} // namespace signalbox
