// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/option_settings.h"
#include "core/server_command.h"

#include <QObject>

namespace signalbox {

class ServerMirror;

/// The options as the operator wants them: those of the start, then whatever is changed here, which
/// is checked, kept by QSettings, and sent to a running server where that is possible.
class OptionStore : public QObject
{
    Q_OBJECT

public:
    /// `mirror` must outlive the store.
    OptionStore(ServerMirror &mirror, StartOptions start, QObject *parent = nullptr);

    /// What the server is to be started with.
    [[nodiscard]] const ServerOptions &options() const { return m_start.options; }
    /// As people write it.
    [[nodiscard]] QString text(const OptionDescriptor &option) const;
    [[nodiscard]] static QString defaultText(const OptionDescriptor &option);
    /// The text as a person reads it: `on` for `true`, `none` for an empty one.
    [[nodiscard]] static QString wordFor(const QString &text);
    [[nodiscard]] bool isDefault(const OptionDescriptor &option) const;

    /// When a change takes effect, and what the running server does until then.
    [[nodiscard]] QString effectText(const OptionDescriptor &option) const;

    /// `given on the command line, the settings keep 3001`; empty for what comes from the settings.
    [[nodiscard]] QString sourceText(const OptionDescriptor &option) const;
    /// Options that the running server will only have after a restart.
    [[nodiscard]] QStringList waitingForRestart() const;

    /// Keeps the value, and changes the running server if the option is live. The error is
    /// setOption()'s; nothing is changed then.
    Result<void> change(const OptionDescriptor &option, const QString &text);

signals:
    /// The value or its effect may be different; every row should look again.
    void changed();
    /// The running server has answered: it took the value, or `sentence` says why not.
    void answered(const QString &name, bool accepted, const QString &sentence);

    /// A value that waits for the next start of the server.
    void kept(const signalbox::ChangeOption &change);

private:
    void sendToServer(const ChangeOption &change);

    ServerMirror &m_mirror;
    StartOptions m_start;
    ServerOptions m_kept; ///< as QSettings have them
};

} // namespace signalbox
