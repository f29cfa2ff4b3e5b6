// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/demo_control.h"

#include "client/client.h"
#include "ui/actions/outcome_watch.h"
#include "ui/shell/server_control.h"
#include "ui/shell/server_mirror.h"

namespace signalbox {

DemoControl::DemoControl(ServerMirror &mirror, ServerControl &control, Client &client,
                         QObject *parent)
    : QObject(parent)
    , m_mirror(mirror)
    , m_control(control)
    , m_client(client)
{
    connect(&m_mirror, &ServerMirror::stateChanged, this, &DemoControl::serverChanged);
    connect(&m_control, &ServerControl::failed, this, [this] {
        if (m_stage == Stage::WaitingForServer)
            setStage(Stage::Off);
    });
}

void DemoControl::toggle()
{
    if (isOn()) {
        m_client.execute(StopDemo{});
        setStage(Stage::Off);
        return;
    }
    setStage(Stage::WaitingForServer);
    if (m_mirror.state().state == ServerState::Stopped)
        m_control.start();
    serverChanged();
}

void DemoControl::serverChanged()
{
    const ServerState state = m_mirror.state().state;
    if (m_stage == Stage::WaitingForServer && state == ServerState::Serving) {
        run();
    } else if (m_stage == Stage::Running && state != ServerState::Serving) {
        m_client.execute(StopDemo{});
        setStage(Stage::Off);
    }
}

void DemoControl::run()
{
    setStage(Stage::Running);
    whenDone(m_client.execute(StartDemo{m_mirror.state().url}), this,
             [this](const ClientOutcome &outcome) {
                 if (outcome)
                     return;
                 setStage(Stage::Off);
                 emit failed(outcome.error().message);
             });
}

void DemoControl::setStage(Stage stage)
{
    const bool wasOn = isOn();
    m_stage = stage;
    if (wasOn != isOn())
        emit changed(isOn());
}

} // namespace signalbox
