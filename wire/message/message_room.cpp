// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/message/message_room.h"

#include "wire/message/json_members.h"
#include "wire/message/message_type.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace signalbox {

namespace {

constexpr std::array<QByteArrayView, 3> RoomTypes{"chat_message", "join_room", "leave_room"};

constexpr qsizetype MaxToken = 1024 + 2;

/// A JSON string without quotes and escapes.
QByteArray unquoted(QByteArrayView token)
{
    if (!token.startsWith('"') || token.size() > MaxToken)
        return {};
    if (!token.contains('\\'))
        return token.sliced(1, token.size() - 2).toByteArray();
    const auto document = QJsonDocument::fromJson('[' + token.toByteArray() + ']');
    return document.array().at(0).toString().toUtf8();
}

} // namespace

QByteArray messageRoom(QByteArrayView json)
{
    if (std::ranges::find(RoomTypes, messageType(json)) == RoomTypes.end())
        return {};
    JsonMembers members(json);
    while (members.next()) {
        if (members.key() == QByteArrayView("roomId"))
            return unquoted(members.value());
    }
    return {};
}

} // namespace signalbox
