// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/handshake.h"

namespace signalbox {

HeaderFields Handshake::replyFields() const
{
    HeaderFields found;
    const auto lines = reply.split('\n');
    for (const auto &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            found.append(line.first(colon), line.sliced(colon + 1).trimmed());
    }
    return found;
}

} // namespace signalbox
