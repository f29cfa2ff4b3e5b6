// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/load_scenario.h"

#include "client/load/broadcast_scenario.h"
#include "client/load/echo_scenario.h"
#include "client/load/idle_scenario.h"
#include "client/load/rooms_scenario.h"

namespace signalbox {

std::unique_ptr<LoadScenario> makeLoadScenario(const LoadPlan &plan, LoadMeter &meter)
{
    switch (plan.scenario) {
    case ScenarioKind::Echo:
        return std::make_unique<EchoScenario>(plan, meter);
    case ScenarioKind::FanOut:
    case ScenarioKind::Rooms:
        return std::make_unique<RoomsScenario>(plan, meter);
    case ScenarioKind::Broadcast:
        return std::make_unique<BroadcastScenario>(plan, meter);
    case ScenarioKind::Idle:
        break;
    }
    return std::make_unique<IdleScenario>();
}

} // namespace signalbox
