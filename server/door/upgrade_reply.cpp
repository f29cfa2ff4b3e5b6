// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/door/upgrade_reply.h"

namespace signalbox {

QList<std::pair<QByteArray, QByteArray>> replyFields(const QByteArray &reply)
{
    QList<std::pair<QByteArray, QByteArray>> fields;
    const auto lines = reply.split('\n');
    for (const auto &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            fields.emplace_back(line.first(colon), line.sliced(colon + 1).trimmed());
    }
    return fields;
}

} // namespace signalbox
