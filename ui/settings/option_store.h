// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/option_table.h"

#include <QObject>

namespace signalbox {

class ServerMirror;

/// The options as the operator wants them: checked, kept by QSettings, and sent to a running server
/// where that is possible.
class OptionStore : public QObject
{
    Q_OBJECT

public:
    /// `mirror` must outlive the store.
    explicit OptionStore(ServerMirror &mirror, QObject *parent = nullptr);

    /// As people write it.
    [[nodiscard]] QString text(const OptionDescriptor &option) const;
    [[nodiscard]] static QString defaultText(const OptionDescriptor &option);
    /// The text as a person reads it: `on` for `true`, `none` for an empty one.
    [[nodiscard]] static QString wordFor(const QString &text);
    [[nodiscard]] bool isDefault(const OptionDescriptor &option) const;

    /// When a change takes effect, and what the running server does until then.
    [[nodiscard]] QString effectText(const OptionDescriptor &option) const;

    /// Keeps the value, and changes the running server if the option is live. The error is
    /// setOption()'s; nothing is changed then.
    Result<void> change(const OptionDescriptor &option, const QString &text);

signals:
    /// The value or its effect may be different; every row should look again.
    void changed();
    /// The running server has answered: it took the value, or `sentence` says why not.
    void answered(const QString &name, bool accepted, const QString &sentence);

private:
    void readKept();
    void sendToServer(const OptionDescriptor &option);

    ServerMirror &m_mirror;
    ServerOptions m_kept;
};

} // namespace signalbox
