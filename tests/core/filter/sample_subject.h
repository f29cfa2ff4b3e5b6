// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter_subject.h"

#include <QHash>
#include <QList>

#include <algorithm>

namespace signalbox {

/// A subject whose values a test says one by one.
class SampleSubject : public FilterSubject
{
public:
    QMultiHash<FilterField, QByteArray> texts;
    QMultiHash<FilterField, double> numbers;
    QHash<FilterField, quint32> chosen;
    QList<QByteArray> parts;

    [[nodiscard]] bool anyText(FilterField field, const TextPattern &wanted) const override
    {
        return std::ranges::any_of(texts.values(field), [&](const QByteArray &value) {
            return wanted.matches(QByteArrayView(value));
        });
    }
    [[nodiscard]] bool anyNumber(FilterField field, const NumberSet &wanted) const override
    {
        return std::ranges::any_of(numbers.values(field),
                                   [&](double value) { return wanted.contains(value); });
    }
    [[nodiscard]] quint32 choices(FilterField field) const override { return chosen.value(field); }
    [[nodiscard]] bool anyPart(const TextPattern &wanted) const override
    {
        return std::ranges::any_of(
            parts, [&](const QByteArray &part) { return wanted.matches(QByteArrayView(part)); });
    }
};

} // namespace signalbox
