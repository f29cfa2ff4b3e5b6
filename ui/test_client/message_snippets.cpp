// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/test_client/message_snippets.h"

#include <utility>

namespace signalbox {

QList<MessageSnippet> messageSnippets()
{
    static constexpr std::pair<const char *, const char *> Rows[] = {
        {"join_room", R"({"type": "join_room", "id": 1, "roomId": "lobby", "userId": "ann"})"},
        {"chat_message",
         R"({"type": "chat_message", "id": 2, "roomId": "lobby", "userId": "ann", "content": "Hello!"})"},
        {"leave_room", R"({"type": "leave_room", "id": 3, "roomId": "lobby", "userId": "ann"})"},
        {"chat", R"({"type": "chat", "id": 4, "content": "Hello!", "userId": "ann"})"},
        {"notification", R"({"type": "notification", "id": 5, "content": "The build is done"})"},
        {"status", R"({"type": "status", "id": 6, "content": "online"})"},
        {"ack (endpoint /ack)", R"({"id": 7, "temperature": 21.5})"},
    };
    QList<MessageSnippet> snippets;
    for (const auto &[title, text] : Rows)
        snippets.append({QString::fromLatin1(title), QString::fromLatin1(text)});
    return snippets;
}

} // namespace signalbox
