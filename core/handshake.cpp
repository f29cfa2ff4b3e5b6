// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/handshake.h"

namespace signalbox {

QList<std::pair<QByteArray, QByteArray>> Handshake::replyFields() const
{
    QList<std::pair<QByteArray, QByteArray>> found;
    const auto lines = reply.split('\n');
    for (const auto &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            found.emplace_back(line.first(colon), line.sliced(colon + 1).trimmed());
    }
    return found;
}

} // namespace signalbox
