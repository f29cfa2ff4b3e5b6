// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/server_control.h"

#include "core/option_settings.h"
#include "ui/actions/outcome_watch.h"
#include "ui/shell/server_mirror.h"

#include <QSettings>

#include <utility>

namespace signalbox {

namespace {

ServerOptions keptOptions()
{
    QSettings settings;
    return readOptions(settings, nullptr, consoleDefaults());
}

} // namespace

ServerControl::ServerControl(ServerMirror &mirror, ServerOptions options, QObject *parent)
    : QObject(parent)
    , m_mirror(mirror)
    , m_options(std::move(options))
    , m_kept(keptOptions())
{ }

void ServerControl::start()
{
    mergeSettings();
    execute(StartServer{m_options}, false);
}

void ServerControl::stop()
{
    execute(StopServer{}, true);
}

void ServerControl::stopGracefully()
{
    execute(StopGracefully{}, true);
}

int ServerControl::port()
{
    mergeSettings();
    return m_options.port;
}

void ServerControl::mergeSettings()
{
    const ServerOptions kept = keptOptions();
    for (const OptionDescriptor &option : optionTable()) {
        const QString value = optionText(kept, option);
        if (value != optionText(m_kept, option) && !setOption(m_options, option, value))
            emit failed(tr("The value of %1 is not valid.").arg(QLatin1String(option.name)));
    }
    m_kept = kept;
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
