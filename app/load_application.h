// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load_command_line.h"
#include "app/unix_signals.h"
#include "client/load/load_run.h"

#include <QFile>
#include <QObject>

namespace signalbox {

/// The load generator: runs, says how it goes, and reports.
class LoadApplication : public QObject
{
    Q_OBJECT

public:
    explicit LoadApplication(LoadCommand command, QObject *parent = nullptr);

    /// Prints help, version or what is wrong, or runs the event loop; tells the exit code.
    static int execute(const Result<LoadCommand> &command);

private:
    int run();
    [[nodiscard]] bool wantsJsonFile() const;
    void tellProgress(const LoadProgress &progress) const;
    void report(const LoadReport &report);
    /// False, and a complaint, if not all of it could be written.
    static bool writeStdout(const QString &text);
    bool writeJson(const QByteArray &json);
    static void giveUp(const QString &sentence);

    LoadCommand m_command;
    LoadRun m_run;
    UnixSignals m_signals;
    QFile m_jsonFile;
    bool m_tellsProgress;
};

} // namespace signalbox
