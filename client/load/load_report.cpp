// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/load_report.h"

#include <numeric>

namespace signalbox {

quint64 LoadReport::errorCount() const
{
    return std::accumulate(errors.begin(), errors.end(), quint64(0),
                           [](quint64 sum, const LoadError &error) { return sum + error.count; });
}

double LoadReport::messagesPerSecond() const
{
    const double seconds = std::chrono::duration<double>(measured).count();
    return seconds > 0 ? double(messages) / seconds : 0;
}

} // namespace signalbox
