// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/room_message.h"

#include <algorithm>

namespace signalbox {

namespace {

qsizetype skipBlanks(QByteArrayView json, qsizetype at)
{
    constexpr QByteArrayView Blanks(" \t\r\n");
    while (at < json.size() && Blanks.contains(json[at]))
        ++at;
    return at;
}

} // namespace

QByteArrayView jsonText(QByteArrayView json, QByteArrayView quotedName)
{
    constexpr qsizetype MaxText = 64;
    for (qsizetype name = json.indexOf(quotedName); name >= 0;
         name = json.indexOf(quotedName, name + 1)) {
        qsizetype at = skipBlanks(json, name + quotedName.size());
        if (at == json.size() || json[at] != ':')
            continue; // a value that reads like it
        at = skipBlanks(json, at + 1);
        if (at == json.size() || json[at] != '"')
            return {};
        const auto text = json.sliced(at + 1);
        const qsizetype end = text.indexOf('"');
        return text.first(std::min(end < 0 ? text.size() : end, MaxText));
    }
    return {};
}

RoomMessageKind roomMessageKind(QByteArrayView json)
{
    // Of all messages, nearly all are these, and written so.
    if (json.startsWith(R"({"type":"chat_message")"))
        return RoomMessageKind::Chat;
    const auto type = jsonText(json, R"("type")");
    if (type == "chat_message")
        return RoomMessageKind::Chat;
    if (type == "room_joined")
        return RoomMessageKind::Joined;
    return type == "error" ? RoomMessageKind::Error : RoomMessageKind::Other;
}

} // namespace signalbox
