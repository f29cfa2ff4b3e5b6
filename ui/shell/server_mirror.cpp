// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/server_mirror.h"

namespace signalbox {

namespace {

template <typename... Calls>
struct Overloaded : Calls...
{
    using Calls::operator()...;
};
template <typename... Calls> // clang 14 does not deduce aggregates by itself
Overloaded(Calls...)->Overloaded<Calls...>;

} // namespace

ServerMirror::ServerMirror(Server &server, QObject *parent)
    : QObject(parent)
    , m_server(server)
{
    connect(&m_server, &Server::eventsArrived, this, &ServerMirror::distribute);
    m_server.execute(Subscribe{StateWanted::Everything, true});
}

void ServerMirror::distribute(const EventBatch &batch)
{
    for (const ServerEvent &event : batch.events) {
        std::visit(
            Overloaded{
                [this](const ServerStateChanged &state) {
                    m_state = state;
                    emit stateChanged(m_state);
                },
                [this](const TotalsChanged &totals) {
                    m_totals = totals;
                    emit totalsChanged(m_totals);
                },
                [this](const ConnectionsChanged &change) { emit connectionsChanged(change); },
                [this](const RoomsChanged &change) { emit roomsChanged(change); },
                [this](const BansChanged &change) {
                    m_bans = change.bans;
                    emit bansChanged(m_bans);
                },
                [this](const ActivityBatch &activity) { emit activityArrived(activity); },
            },
            event);
    }
}

} // namespace signalbox
