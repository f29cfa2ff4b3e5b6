// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/server_watch.h"

namespace signalbox {

Result<void> ServerWatch::begin(qint64 pid)
{
    if (pid == 0)
        return {};
    const auto usage = readProcessUsage(pid);
    if (!usage)
        return usage.error();
    m_pid = pid;
    m_before = usage->processor;
    m_usage.emplace().memoryBefore = usage->residentBytes;
    return {};
}

void ServerWatch::connected()
{
    if (const auto usage = look())
        m_usage->connecting = usage->processor - m_before;
}

void ServerWatch::measuringBegins()
{
    if (const auto usage = look())
        m_before = usage->processor;
}

void ServerWatch::measuringEnds()
{
    if (const auto usage = look()) {
        m_usage->measured = usage->processor - m_before;
        m_usage->memory = usage->residentBytes;
    }
}

std::optional<ProcessUsage> ServerWatch::look()
{
    if (!m_usage)
        return {};
    const auto usage = readProcessUsage(m_pid);
    if (usage)
        return *usage;
    m_usage.reset();
    return {};
}

} // namespace signalbox
