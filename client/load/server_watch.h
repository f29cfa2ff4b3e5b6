// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/load/load_report.h"
#include "client/load/process_usage.h"

#include <optional>

namespace signalbox {

/// Looks at the server's process at the turning points of a run, if it is known.
class ServerWatch
{
public:
    /// Before the first connection. 0 watches nobody. Error: NotFound.
    Result<void> begin(qint64 pid);
    void connected();
    void measuringBegins();
    void measuringEnds();

    /// Nothing if nobody is watched, or the process has ended.
    [[nodiscard]] const std::optional<ServerUsage> &usage() const { return m_usage; }

private:
    [[nodiscard]] std::optional<ProcessUsage> look();

    qint64 m_pid = 0;
    std::optional<ServerUsage> m_usage;
    std::chrono::microseconds m_before{0};
};

} // namespace signalbox
