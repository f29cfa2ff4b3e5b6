// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/process_usage.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QFile>

#include <unistd.h>

namespace signalbox {

Result<ProcessUsage> readProcessUsage(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    // The name in brackets may hold anything; what follows it are numbers from the third on.
    const QList<QByteArray> fields = text.sliced(text.lastIndexOf(')') + 1).trimmed().split(' ');
    constexpr qsizetype UserTime = 11;
    constexpr qsizetype SystemTime = 12;
    constexpr qsizetype ResidentPages = 21;
    if (fields.size() <= ResidentPages) {
        return Error{
            Error::Code::NotFound,
            QCoreApplication::translate("ProcessUsage", "There is no process %1").arg(pid)};
    }
    const qint64 ticks = fields[UserTime].toLongLong() + fields[SystemTime].toLongLong();
    return ProcessUsage{
        std::chrono::microseconds(ticks * 1'000'000 / ::sysconf(_SC_CLK_TCK)),
        fields[ResidentPages].toLongLong() * ::sysconf(_SC_PAGESIZE),
    };
}

} // namespace signalbox
