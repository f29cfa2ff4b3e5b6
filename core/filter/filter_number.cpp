// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filter_number.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>

namespace signalbox {

namespace {

struct Unit
{
    QStringView name;
    double factor;
};

constexpr std::array CountUnits{Unit{u"", 1}, Unit{u"k", 1e3}, Unit{u"M", 1e6}};
constexpr std::array RateUnits{Unit{u"", 1}, Unit{u"/s", 1}, Unit{u"k", 1e3}, Unit{u"k/s", 1e3}};
constexpr std::array SizeUnits{
    Unit{u"", 1},       Unit{u"B", 1},         Unit{u"k", 1e3},       Unit{u"kB", 1e3},
    Unit{u"M", 1e6},    Unit{u"MB", 1e6},      Unit{u"G", 1e9},       Unit{u"GB", 1e9},
    Unit{u"KiB", 1024}, Unit{u"MiB", 1 << 20}, Unit{u"GiB", 1 << 30},
};
constexpr std::array DurationUnits{
    Unit{u"us", 1},     Unit{u"µs", 1},   Unit{u"ms", 1e3},   Unit{u"s", 1e6},
    Unit{u"min", 60e6}, Unit{u"m", 60e6}, Unit{u"h", 3600e6}, Unit{u"d", 24 * 3600e6},
};

QString tr(const char *text)
{
    return QCoreApplication::translate("signalbox::NumberReader", text);
}

std::span<const Unit> unitsOf(FilterKind kind)
{
    switch (kind) {
    case FilterKind::Size:
        return SizeUnits;
    case FilterKind::Duration:
        return DurationUnits;
    case FilterKind::Rate:
        return RateUnits;
    default:
        return CountUnits;
    }
}

/// What people write who know the kind.
QString sampleOf(FilterKind kind)
{
    switch (kind) {
    case FilterKind::Size:
        return QStringLiteral("512, 1k, 1MiB");
    case FilterKind::Duration:
        return QStringLiteral("20ms, 1.5s, 2min");
    case FilterKind::Rate:
        return QStringLiteral("10, 2.5");
    default:
        return QStringLiteral("17, 10..20, 1k");
    }
}

/// A number as it was written: all from `value` to less than `value` + `step` look the same.
struct Written
{
    double value = 0;
    double step = 1;
};

/// Reads numbers of one field; keeps the first error.
class NumberReader
{
public:
    NumberReader(QStringView text, const FilterFieldRow &row)
        : m_text(text)
        , m_row(row)
        , m_exact(row.kind == FilterKind::Count || row.kind == FilterKind::Size)
    { }

    std::variant<NumberSet, FilterError> read(FilterOperator comparison)
    {
        NumberSet set;
        if (comparison == FilterOperator::Has || comparison == FilterOperator::Equal
            || comparison == FilterOperator::NotEqual)
            readList(set);
        else
            set.add(bound(comparison, readNumber({0, m_text.size()}, {})));
        if (m_error)
            return *m_error;
        return set;
    }

private:
    void fail(FilterSpan span, const QString &message)
    {
        if (!m_error)
            m_error = FilterError{span.position, span.length, message};
    }

    [[nodiscard]] static double least(Written number) { return number.value; }
    [[nodiscard]] double most(Written number) const
    {
        return m_exact ? number.value : std::nextafter(number.value + number.step, 0.0);
    }

    [[nodiscard]] static NumberRange bound(FilterOperator comparison, Written number)
    {
        constexpr double Infinity = std::numeric_limits<double>::infinity();
        switch (comparison) {
        case FilterOperator::Less:
            return {-Infinity, std::nextafter(number.value, -Infinity)};
        case FilterOperator::LessOrEqual:
            return {-Infinity, number.value};
        case FilterOperator::Greater:
            return {std::nextafter(number.value, Infinity), Infinity};
        default:
            return {number.value, Infinity};
        }
    }

    void readList(NumberSet &set)
    {
        qsizetype begin = 0;
        while (begin <= m_text.size()) {
            const qsizetype comma = m_text.indexOf(u',', begin);
            const qsizetype end = comma < 0 ? m_text.size() : comma;
            set.add(readRange({begin, end - begin}));
            begin = end + 1;
        }
    }

    NumberRange readRange(FilterSpan span)
    {
        const QStringView text = m_text.sliced(span.position, span.length);
        const qsizetype dots = text.indexOf(u"..");
        if (dots < 0) {
            const Written number = readNumber(span, {});
            return {least(number), most(number)};
        }
        const FilterSpan low{span.position, dots};
        const FilterSpan high{span.position + dots + 2, span.length - dots - 2};
        if (low.length == 0 && high.length == 0)
            fail(span, tr("A range has a number on at least one side of its dots."));
        NumberRange range;
        if (low.length > 0)
            range.least = least(readNumber(low, unitOf(high)));
        if (high.length > 0)
            range.most = most(readNumber(high, {}));
        if (range.least > range.most)
            fail(span, tr("The range holds nothing: it ends before it begins."));
        return range;
    }

    [[nodiscard]] static qsizetype digitsOf(QStringView text)
    {
        const auto *end = std::ranges::find_if_not(
            text, [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'.'; });
        return end - text.begin();
    }

    [[nodiscard]] QStringView unitOf(FilterSpan span) const
    {
        const QStringView text = m_text.sliced(span.position, span.length);
        return text.sliced(digitsOf(text));
    }

    /// A duration needs a unit, its own or that of the other end of its range; 0 needs none.
    Written readNumber(FilterSpan span, QStringView unitElsewhere)
    {
        QStringView text = m_text.sliced(span.position, span.length);
        if (m_row.field == FilterField::Connection || m_row.field == FilterField::Number)
            text = text.sliced(text.startsWith(u'#') ? 1 : 0);
        const QStringView digits = text.first(digitsOf(text));
        QStringView unit = text.sliced(digits.size());
        bool isNumber = false;
        const double number = digits.toDouble(&isNumber);
        if (!isNumber || digits.startsWith(u'.') || digits.endsWith(u'.')
            || !std::isfinite(number)) {
            fail(span, tr("“%1” wants a number, such as %2.")
                           .arg(QLatin1StringView(m_row.name), sampleOf(m_row.kind)));
            return {};
        }
        if (unit.isEmpty() && m_row.kind == FilterKind::Duration)
            unit = number == 0 ? QStringView(u"s") : unitElsewhere;
        const auto units = unitsOf(m_row.kind);
        const auto known = std::ranges::find_if(units, [unit](const Unit &candidate) {
            return candidate.name.compare(unit, Qt::CaseInsensitive) == 0;
        });
        if (known == units.end()) {
            fail(span, unitError(unit));
            return {};
        }
        const qsizetype point = digits.indexOf(u'.');
        const auto decimals = int(point < 0 ? 0 : digits.size() - point - 1);
        return {number * known->factor, known->factor * std::pow(10.0, -decimals)};
    }

    [[nodiscard]] QString unitError(QStringView unit) const
    {
        QStringList names;
        for (const Unit &known : unitsOf(m_row.kind)) {
            if (!known.name.isEmpty())
                names += known.name.toString();
        }
        return unit.isEmpty()
                   ? tr("“%1” wants a unit: %2.")
                         .arg(QLatin1StringView(m_row.name), names.join(QStringLiteral(", ")))
                   : tr("There is no unit “%1” here; the units are %2.")
                         .arg(unit.toString(), names.join(QStringLiteral(", ")));
    }

    QStringView m_text;
    const FilterFieldRow &m_row;
    bool m_exact;
    std::optional<FilterError> m_error;
};

} // namespace

std::variant<NumberSet, FilterError> parseNumbers(QStringView text, FilterOperator comparison,
                                                  const FilterFieldRow &row)
{
    return NumberReader(text, row).read(comparison);
}

} // namespace signalbox
