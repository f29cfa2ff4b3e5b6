// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/demo/demo_script.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QRandomGenerator>

#include <optional>

namespace signalbox {

/// Somebody says something.
struct DemoRemark
{
    int speaker = 0; ///< one of those who were present
    QByteArray text;
};

/// The talk in one room: one dialogue after the other in a random order, each with speakers of its
/// own; a speaker who has left is replaced.
class DemoTalk
{
public:
    DemoTalk(const DemoRoom &room, QRandomGenerator &random);

    /// What is said next, by one of `present`; nothing while fewer than two are there to talk.
    std::optional<DemoRemark> next(const QList<int> &present);

private:
    void beginDialogue();
    [[nodiscard]] int castRole(int role, const QList<int> &present);

    const DemoRoom &m_room;
    QRandomGenerator &m_random;
    QList<qsizetype> m_toCome; // dialogues that were not heard lately
    DemoDialogue m_rest;
    QHash<int, int> m_cast; // speakers of the roles
};

} // namespace signalbox
