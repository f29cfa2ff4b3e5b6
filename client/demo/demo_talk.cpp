// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/demo/demo_talk.h"

#include <algorithm>
#include <numeric>

namespace signalbox {

DemoTalk::DemoTalk(const DemoRoom &room, QRandomGenerator &random)
    : m_room(room)
    , m_random(random)
{ }

std::optional<DemoRemark> DemoTalk::next(const QList<int> &present)
{
    if (present.size() < 2)
        return {};
    if (m_rest.empty())
        beginDialogue();
    const DemoLine line = m_rest.front();
    m_rest = m_rest.subspan(1);
    return DemoRemark{castRole(line.role, present), QByteArray(line.text)};
}

void DemoTalk::beginDialogue()
{
    if (m_toCome.isEmpty()) {
        m_toCome.resize(qsizetype(m_room.dialogues.size()));
        std::iota(m_toCome.begin(), m_toCome.end(), 0);
        std::shuffle(m_toCome.begin(), m_toCome.end(), m_random);
    }
    m_rest = m_room.dialogues[std::size_t(m_toCome.takeLast())];
    m_cast.clear();
}

int DemoTalk::castRole(int role, const QList<int> &present)
{
    if (const auto speaker = m_cast.constFind(role);
        speaker != m_cast.cend() && present.contains(*speaker))
        return *speaker;
    QList<int> free = present;
    for (const int taken : std::as_const(m_cast))
        free.removeAll(taken);
    const QList<int> &choice = free.isEmpty() ? present : free;
    const int speaker = choice.at(m_random.bounded(int(choice.size())));
    m_cast.insert(role, speaker);
    return speaker;
}

} // namespace signalbox
