// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/server_control.h"

#include "ui/actions/outcome_watch.h"
#include "ui/settings/option_store.h"
#include "ui/shell/server_mirror.h"

#include <utility>

namespace signalbox {

ServerControl::ServerControl(ServerMirror &mirror, const OptionStore &options, QObject *parent)
    : QObject(parent)
    , m_mirror(mirror)
    , m_options(options)
{ }

void ServerControl::start()
{
    execute(StartServer{m_options.options()}, false);
}

void ServerControl::stop()
{
    execute(StopServer{}, true);
}

void ServerControl::stopGracefully()
{
    execute(StopGracefully{}, true);
}

void ServerControl::execute(ServerCommand command, bool isStop)
{
    whenDone(m_mirror.server().execute(std::move(command)), this,
             [this, isStop](const CommandOutcome &outcome) {
                 if (!outcome)
                     emit failed(outcome.error().message);
                 else if (isStop)
                     emit stopped();
             });
}

} // namespace signalbox
