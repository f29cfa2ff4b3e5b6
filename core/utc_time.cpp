// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/utc_time.h"

#include <chrono>

namespace signalbox {

namespace {

/// Writes the last digits of `value` in front of `end`.
void writeDigits(char *end, int digits, unsigned value)
{
    for (; digits > 0; --digits) {
        *--end = char('0' + value % 10);
        value /= 10;
    }
}

} // namespace

QByteArray utcTimeText(qint64 milliseconds)
{
    using namespace std::chrono;
    const sys_time<std::chrono::milliseconds> moment{std::chrono::milliseconds(milliseconds)};
    const auto midnight = floor<days>(moment);
    const year_month_day date{midnight};
    const auto sinceMidnight = unsigned((moment - midnight).count());
    QByteArray text("0000-00-00T00:00:00.000Z");
    char *data = text.data();
    writeDigits(data + 4, 4, unsigned(int(date.year())));
    writeDigits(data + 7, 2, unsigned(date.month()));
    writeDigits(data + 10, 2, unsigned(date.day()));
    writeDigits(data + 13, 2, sinceMidnight / 3'600'000);
    writeDigits(data + 16, 2, sinceMidnight / 60'000 % 60);
    writeDigits(data + 19, 2, sinceMidnight / 1'000 % 60);
    writeDigits(data + 23, 3, sinceMidnight % 1'000);
    return text;
}

} // namespace signalbox
