// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantity.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>
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

// Nine decimals times the largest factor still fit into 63 bits.
constexpr qsizetype MaxDecimals = 9;
constexpr qint64 MaxQuantity = 1'000'000'000'000'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("Quantity", text);
}

std::optional<qint64> parseDigits(QStringView digits)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (digits.isEmpty() || !std::ranges::all_of(digits, isDigit))
        return {};
    bool ok = false;
    const qint64 value = digits.toLongLong(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

/// `1.5` × factor in whole numbers: a double would make 1.001 s of 1000.9999 ms. Nothing if the
/// text is no decimal number or the product is not whole.
std::optional<qint64> exactProduct(QStringView number, qint64 factor)
{
    const qsizetype point = number.indexOf(u'.');
    const auto whole = parseDigits(point < 0 ? number : number.first(point));
    QStringView decimals = point < 0 ? QStringView(u"0") : number.sliced(point + 1);
    while (decimals.size() > 1 && decimals.endsWith(u'0'))
        decimals.chop(1);
    const auto part = parseDigits(decimals);
    if (!whole || !part || decimals.size() > MaxDecimals || *whole > MaxQuantity / factor)
        return {};
    qint64 scale = 1;
    for (qsizetype i = 0; i < decimals.size(); ++i)
        scale *= 10;
    const qint64 scaledPart = *part * factor;
    if (scaledPart % scale != 0)
        return {};
    return *whole * factor + scaledPart / scale;
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
    const auto exact = exactProduct(number, factor);
    if (!exact)
        return Error{Error::Code::InvalidArgument, tr("“%1” is not a quantity").arg(text)};
    return *exact;
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
