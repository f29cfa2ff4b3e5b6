// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_scanner.h"

#include <algorithm>

namespace signalbox {

LogScanResult scanLog(const LogScanRequest &request, const LogWords &words)
{
    LogScanResult result{request.generation, request.from, request.to, {}};
    const bool isCheap = request.query.isCheap();
    for (quint64 position = request.from; position < request.to;) {
        const LogChunk &chunk = request.log.chunkOf(position);
        const quint64 end = std::min(request.to, chunk.end());
        for (; position < end; ++position) {
            const bool accepted =
                isCheap ? request.query.filter.togglesAccept(chunk.row(position))
                        : request.query.accepts(request.log.recordIn(chunk, position), words);
            if (accepted)
                result.positions.append(position);
        }
    }
    return result;
}

} // namespace signalbox
