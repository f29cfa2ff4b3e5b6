// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/demo/demo_script.h"

namespace signalbox {

namespace {

constexpr auto Greeting = std::to_array<DemoLine>({
    {0, "Morning, everybody!"},
    {1, "Hi! Coffee first, then words."},
    {2, "good morning ☕"},
    {0, "Take your time, the stand-up is at ten."},
});
constexpr auto Weather = std::to_array<DemoLine>({
    {0, "Is it raining at your end too?"},
    {1, "Since Monday. The bicycle stays at home."},
    {0, "Same here, and I left the window open."},
    {2, "Classic."},
});
constexpr auto Chinese = std::to_array<DemoLine>({
    {0, "大家好，我刚连上。"},
    {1, "欢迎！这里用什么语言都行。"},
    {0, "谢谢，那我就放心了 😄"},
    {2, "Ni hao! That is all I know, sorry."},
});
constexpr auto Keyboard = std::to_array<DemoLine>({
    {0, "Who types that loudly? I can hear it through the chat."},
    {1, "New keyboard. I regret nothing."},
    {2, "It sounds like hail on a tin roof."},
    {1, "Thank you!"},
});
constexpr auto Link = std::to_array<DemoLine>({
    {0, "Has anybody the link to the slides of yesterday?"},
    {1, "https://example.org/slides/2026-11"},
    {0, "Perfect, thanks."},
});
constexpr auto Quote = std::to_array<DemoLine>({
    {0, "“Simple things should be simple, complex things should be possible.” Who said that?"},
    {1, "Alan Kay."},
    {2, "And whoever wrote our build scripts never heard it."},
    {1, "Ouch."},
});
constexpr std::array<DemoDialogue, 6> Lobby{Greeting, Weather, Chinese, Keyboard, Link, Quote};

constexpr auto Candidate = std::to_array<DemoLine>({
    {0, "Release candidate 2 is on the staging server."},
    {1, "Smoke tests are green here."},
    {2, "Same. 412 passed, 0 failed, 3 skipped."},
    {0, "Which three?"},
    {2, "Those that need a printer. We have no printer."},
    {0, "Fine. Tagging in ten minutes, speak up now."},
});
constexpr auto Latency = std::to_array<DemoLine>({
    {0, "p99 went from 18 ms to 9 ms after the last merge"},
    {1, "What changed?"},
    {0, "One allocation less a message. That is all."},
    {2, "Write that down before we forget it."},
});
constexpr auto Rollback = std::to_array<DemoLine>({
    {0, "Node 3 restarts every two minutes, rolling it back."},
    {1, "Looking at its log now."},
    {1, "It cannot read its certificate; somebody renamed the file."},
    {0, "That somebody was me. Renaming it again…"},
    {0, "All nodes are up."},
});
constexpr auto Review = std::to_array<DemoLine>({
    {0, "Can somebody review the reconnect branch? 84 lines."},
    {1, "On it. Why is the delay doubled *after* the wait?"},
    {0, "Good question. It should not be."},
    {1, "Then I have found your bug. 😉"},
    {0, "Fixed and pushed."},
});
constexpr auto Payload = std::to_array<DemoLine>({
    {0,
     "The new event looks like {\"kind\":\"order\",\"id\":8123,\"total\":49.90} – fine with you?"},
    {1, "Please send the total in cents, as a whole number."},
    {0, "4990 then. Good point."},
});
constexpr std::array<DemoDialogue, 5> Release{Candidate, Latency, Rollback, Review, Payload};

constexpr auto Lunch = std::to_array<DemoLine>({
    {0, "Lunch? The place at the corner has dumplings today."},
    {1, "Yes please"},
    {2, "Count me in, at half past twelve?"},
    {0, "Half past twelve it is."},
});
constexpr auto Fridge = std::to_array<DemoLine>({
    {0, "There is half a cake in the fridge. It wants to be eaten."},
    {1, "What kind?"},
    {0, "Lemon."},
    {2, "There is a quarter of a cake in the fridge."},
});
constexpr auto Recipe = std::to_array<DemoLine>({
    {0, "How long do you cook your lentils?"},
    {1, "Twenty minutes, salt at the end."},
    {2, "With a spoon of vinegar. Trust me."},
    {0, "I shall report."},
});
constexpr auto Tea = std::to_array<DemoLine>({
    {0, "Which tea is in the blue box?"},
    {1, "Oolong, from my aunt in Fujian. Help yourselves."},
    {0, "It is wonderful, greetings to the aunt!"},
    {1, "🍵"},
});
constexpr auto Bill = std::to_array<DemoLine>({
    {0, "I paid for all of us: 63.40 by 5."},
    {1, "12.68 each, sent."},
    {2, "Sent as well, thank you."},
    {0, "Got both."},
});
constexpr std::array<DemoDialogue, 5> Kitchen{Lunch, Fridge, Recipe, Tea, Bill};

// Names that no room of real clients has.
constexpr std::array<DemoRoom, 3> Rooms{DemoRoom{"demo-lobby", Lobby},
                                        DemoRoom{"demo-release", Release},
                                        DemoRoom{"demo-kitchen", Kitchen}};

} // namespace

std::span<const DemoRoom> demoRooms()
{
    return Rooms;
}

} // namespace signalbox
