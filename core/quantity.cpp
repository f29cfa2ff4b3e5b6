// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantity.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace signalbox {

namespace {

struct Unit
{
    const char *suffix;
    qint64 factor;
};

// Longest first within a family: the text is written with the first unit that divides it.
constexpr std::array ByteUnits{
    Unit{"GiB", qint64(1) << 30},
    Unit{"MiB", 1 << 20},
    Unit{"KiB", 1 << 10},
    Unit{"GB", 1'000'000'000},
    Unit{"MB", 1'000'000},
    Unit{"kB", 1'000},
    Unit{"B", 1},
};
constexpr std::array TimeUnits{
    Unit{"h", 3'600'000},
    Unit{"min", 60'000},
    Unit{"ms", 1},
    Unit{"s", 1'000},
};

QString tr(const char *text)
{
    return QCoreApplication::translate("Quantity", text);
}

Result<qint64> parseQuantity(QStringView text, std::span<const Unit> units, qint64 plainFactor)
{
    QStringView number = text.trimmed();
    qint64 factor = plainFactor;
    for (const Unit &unit : units) {
        const auto suffix = QLatin1StringView(unit.suffix);
        if (number.endsWith(suffix, Qt::CaseInsensitive)) {
            number = number.chopped(suffix.size()).trimmed();
            factor = unit.factor;
            break;
        }
    }
    const auto digit = [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'.'; };
    const bool plain = !number.isEmpty() && std::all_of(number.begin(), number.end(), digit);
    bool ok = false;
    const double value = number.toString().toDouble(&ok) * double(factor);
    if (!plain || !ok || !std::isfinite(value) || std::abs(value) > 9e15
        || value != std::floor(value))
        return Error{Error::Code::InvalidArgument, tr("“%1” is not a quantity").arg(text)};
    return qint64(value);
}

} // namespace

Result<qint64> parseByteCount(QStringView text)
{
    return parseQuantity(text, ByteUnits, 1);
}

Result<std::chrono::milliseconds> parseDuration(QStringView text)
{
    const auto milliseconds = parseQuantity(text, TimeUnits, 1'000);
    if (!milliseconds)
        return milliseconds.error();
    return std::chrono::milliseconds(*milliseconds);
}

QString byteCountText(qint64 bytes)
{
    for (const Unit &unit : std::span(ByteUnits).first(3)) {
        if (bytes != 0 && bytes % unit.factor == 0)
            return QString::number(bytes / unit.factor) + QLatin1StringView(unit.suffix);
    }
    return QString::number(bytes);
}

QString durationText(std::chrono::milliseconds duration)
{
    const qint64 milliseconds = duration.count();
    for (const Unit &unit : {TimeUnits[0], TimeUnits[1], TimeUnits[3]}) {
        if (milliseconds % unit.factor == 0 && (milliseconds != 0 || unit.factor == 1'000))
            return QString::number(milliseconds / unit.factor) + QLatin1StringView(unit.suffix);
    }
    return QString::number(milliseconds) + QStringLiteral("ms");
}

} // namespace signalbox
