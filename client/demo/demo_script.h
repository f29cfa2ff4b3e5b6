// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <span>

namespace signalbox {

/// One line of a dialogue; `role` tells its speakers apart.
struct DemoLine
{
    int role;
    const char *text; ///< UTF-8
};
using DemoDialogue = std::span<const DemoLine>;

/// What is talked about in one room of the demo.
struct DemoRoom
{
    const char *name;
    std::span<const DemoDialogue> dialogues;
};

/// The rooms of the demo with everything that can be said in them.
std::span<const DemoRoom> demoRooms();

/// The user ids of the demo's clients; each begins with `demo-`, so that they can be told from
/// real ones.
inline constexpr std::array DemoUsers{
    "demo-ann",  "demo-ben",   "demo-carla", "demo-dmitri", "demo-eve",  "demo-farid", "demo-grace",
    "demo-hiro", "demo-ines",  "demo-jonas", "demo-kofi",   "demo-lena", "demo-mei",   "demo-nils",
    "demo-olga", "demo-priya", "demo-quinn", "demo-rosa",   "demo-小明", "demo-probe"};

} // namespace signalbox
