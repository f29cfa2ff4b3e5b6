// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/message/protocol_error.h"

#include <array>

namespace signalbox {

namespace {

struct Row
{
    ProtocolError error;
    const char *code;
    const char *english;
    const char *chinese;
};

constexpr std::array Rows{
    Row{ProtocolError::ParseFailed, "parse_failed", "The message is not valid JSON",
        "消息解析失败"},
    Row{ProtocolError::InvalidFormat, "invalid_format", "The message format is invalid",
        "消息格式无效"},
    Row{ProtocolError::ProcessingFailed, "processing_failed", "The message could not be processed",
        "消息处理失败"},
    Row{ProtocolError::InvalidRoom, "invalid_room", "The room's name is invalid", "房间名无效"},
    Row{ProtocolError::InvalidUser, "invalid_user", "The user's id is invalid", "用户标识无效"},
    Row{ProtocolError::NotInRoom, "not_in_room", "You are not in this room", "你不在该房间"},
    Row{ProtocolError::TooManyRooms, "too_many_rooms", "You are in too many rooms",
        "加入的房间过多"},
    Row{ProtocolError::RateLimited, "rate_limited", "Too many messages", "消息过于频繁"},
    Row{ProtocolError::Forbidden, "forbidden", "You are not allowed to do this", "没有权限"},
};

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < Rows.size(); ++i) {
        if (Rows.at(i).error != static_cast<ProtocolError>(i))
            return false;
    }
    return true;
}
static_assert(isInOrder(), "a row is found by its place");

const Row &row(ProtocolError error)
{
    return Rows.at(static_cast<std::size_t>(error));
}

} // namespace

QByteArrayView protocolErrorCode(ProtocolError error)
{
    return row(error).code;
}

QByteArrayView protocolErrorSentence(ProtocolError error, Language language)
{
    return language == Language::SimplifiedChinese ? row(error).chinese : row(error).english;
}

} // namespace signalbox
