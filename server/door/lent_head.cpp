// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/door/lent_head.h"

#include <algorithm>
#include <array>

namespace signalbox {

namespace {

/// As QWebSocketServer counts, less some for the line's end.
constexpr qsizetype MaxLine = 8'000;

bool isNeeded(QByteArrayView name)
{
    static constexpr std::array Names{
        "Host",
        "Upgrade",
        "Connection",
        "Sec-WebSocket-Key",
        "Sec-WebSocket-Version",
        "Sec-WebSocket-Protocol",
        "Origin",
    };
    return std::ranges::any_of(Names, [name](const char *needed) {
        return name.compare(QByteArrayView(needed), Qt::CaseInsensitive) == 0;
    });
}

} // namespace

QByteArray lentHead(const Handshake &request)
{
    QByteArray head;
    head.reserve(512);
    head += request.method;
    head += " / HTTP/1.1\r\n";
    for (const auto &[name, value] : request.fields) {
        if (!isNeeded(name) || name.size() + value.size() > MaxLine)
            continue;
        head.append(name).append(": ").append(value).append("\r\n");
    }
    return head += "\r\n";
}

} // namespace signalbox
