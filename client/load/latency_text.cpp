// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/latency_text.h"

namespace signalbox {

namespace {

QString threeDigits(double value)
{
    const int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    return QString::number(value, 'f', decimals);
}

} // namespace

QString latencyText(std::chrono::microseconds latency)
{
    constexpr double Thousand = 1'000;
    const auto microseconds = double(latency.count());
    if (latency.count() < 1'000)
        return QString::number(latency.count()) + QStringLiteral(" µs");
    if (microseconds < 999.5 * Thousand)
        return threeDigits(microseconds / Thousand) + QStringLiteral(" ms");
    return threeDigits(microseconds / Thousand / Thousand) + QStringLiteral(" s");
}

} // namespace signalbox
