// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/test_client/message_snippets.h"

#include <array>
#include <utility>

namespace signalbox {

QList<MessageSnippet> messageSnippets()
{
    using Row = std::pair<const char *, const char *>;
    static constexpr std::array Rows{
        Row{"join_room", R"({"type": "join_room", "id": 1, "roomId": "lobby", "userId": "ann"})"},
        Row{"chat_message",
            R"({"type": "chat_message", "id": 2, "roomId": "lobby", "userId": "ann", "content": "Hello!"})"},
        Row{"leave_room", R"({"type": "leave_room", "id": 3, "roomId": "lobby", "userId": "ann"})"},
        Row{"chat", R"({"type": "chat", "id": 4, "content": "Hello!", "userId": "ann"})"},
        Row{"notification", R"({"type": "notification", "id": 5, "content": "The build is done"})"},
        Row{"status", R"({"type": "status", "id": 6, "content": "online"})"},
        Row{"ack (endpoint /ack)", R"({"id": 7, "temperature": 21.5})"},
    };
    QList<MessageSnippet> snippets;
    for (const auto &[title, text] : Rows)
        snippets.append({QString::fromLatin1(title), QString::fromLatin1(text)});
    return snippets;
}

} // namespace signalbox
