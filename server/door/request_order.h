// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <chrono>
#include <list>
#include <unordered_map>

namespace signalbox {

/// The order in which pending requests have to go when a door has no room for one more: first the
/// silent ones that had their time to speak, then those that are refused and do not leave, then
/// those whose head is not complete, then the other silent ones; the oldest of each first. What is
/// being upgraded stays. Every step takes the same time, however many there are.
template <typename Request>
class RequestOrder
{
public:
    using Clock = std::chrono::steady_clock;

    enum class Stage : quint8 { Silent, Refused, Reading, Upgrading };

    /// A good client speaks at once: its head is a round trip behind its connection.
    static constexpr std::chrono::seconds TimeToSpeak{1};

    /// It is silent since `now`, which is not before that of anyone else.
    void add(Request &request, Clock::time_point now)
    {
        auto &silent = list(Stage::Silent);
        m_places[&request] = {Stage::Silent, silent.insert(silent.end(), {&request, now})};
    }

    /// It becomes the youngest of its new stage; no-op for one that was not added.
    void move(Request &request, Stage stage)
    {
        const auto place = m_places.find(&request);
        if (place == m_places.end())
            return;
        auto &to = list(stage);
        to.splice(to.end(), list(place->second.stage), place->second.position);
        place->second.stage = stage;
    }

    /// It need not go any more; no-op for one that was not added.
    void remove(Request &request)
    {
        const auto place = m_places.find(&request);
        if (place == m_places.end())
            return;
        list(place->second.stage).erase(place->second.position);
        m_places.erase(place);
    }

    /// Null if nobody has to go.
    [[nodiscard]] Request *first(Clock::time_point now) const
    {
        const auto &silent = list(Stage::Silent);
        if (!silent.empty() && now - silent.front().since >= TimeToSpeak)
            return silent.front().request;
        for (const Stage stage : {Stage::Refused, Stage::Reading, Stage::Silent}) {
            if (const auto &requests = list(stage); !requests.empty())
                return requests.front().request;
        }
        return nullptr;
    }

private:
    struct Entry
    {
        Request *request = nullptr;
        Clock::time_point since;
    };
    using List = std::list<Entry>;
    struct Place
    {
        Stage stage = Stage::Silent;
        typename List::iterator position;
    };

    List &list(Stage stage) { return m_stages.at(static_cast<std::size_t>(stage)); }
    const List &list(Stage stage) const { return m_stages.at(static_cast<std::size_t>(stage)); }

    std::array<List, 4> m_stages; // by Stage
    std::unordered_map<Request *, Place> m_places;
};

} // namespace signalbox
