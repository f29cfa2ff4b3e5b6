// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/message/server_texts.h"

namespace signalbox {

QByteArrayView serverText(ServerText text, Language language)
{
    const bool chinese = language == Language::SimplifiedChinese;
    switch (text) {
    case ServerText::ChatReceived:
        return chinese ? "收到聊天消息: " : "Chat message received: ";
    case ServerText::NotificationReceived:
        return chinese ? "通知已收到" : "Notification received";
    case ServerText::StatusUpdated:
        return chinese ? "状态已更新" : "Status updated";
    case ServerText::ServerReceived:
        return chinese ? "服务器收到: " : "Server received: ";
    }
    return {};
}

} // namespace signalbox
