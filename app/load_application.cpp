// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load_application.h"

#include "app/command_line_reply.h"
#include "app/load_help_text.h"
#include "app/load_report_json.h"
#include "app/load_report_text.h"
#include "app/text_output.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

#include <unistd.h>

namespace signalbox {

namespace {

constexpr int UnwrittenExitCode = 3;
constexpr int InterruptedExitCode = 130; // as a shell tells SIGINT

} // namespace

LoadApplication::LoadApplication(LoadCommand command, QObject *parent)
    : QObject(parent)
    , m_command(std::move(command))
    , m_jsonFile(m_command.jsonFile)
    , m_tellsProgress(!m_command.quiet && m_command.progress.value_or(::isatty(STDERR_FILENO) == 1))
{
    connect(&m_run, &LoadRun::progressed, this, &LoadApplication::tellProgress);
    connect(&m_run, &LoadRun::finished, this, &LoadApplication::report);
    connect(&m_run, &LoadRun::failed, this, [](const Error &error) { giveUp(error.message); });
    connect(&m_signals, &UnixSignals::stopRequested, &m_run, &LoadRun::stop);
}

int LoadApplication::execute(const Result<LoadCommand> &command)
{
    if (!command) {
        writeComplaint(loadProgramName(), command.error().message);
        return UsageExitCode;
    }
    switch (command->action) {
    case LoadCommand::Action::ShowHelp:
        writeText(stdout, loadHelpText());
        return EXIT_SUCCESS;
    case LoadCommand::Action::ShowVersion:
        writeText(stdout, loadVersionText());
        return EXIT_SUCCESS;
    case LoadCommand::Action::Run:
        break;
    }
    return LoadApplication(*command).run();
}

int LoadApplication::run()
{
    // Known before the run, not after an hour of it.
    if (wantsJsonFile() && !m_jsonFile.open(QIODevice::WriteOnly)) {
        writeComplaint(
            loadProgramName(),
            tr("“%1” cannot be written: %2").arg(m_command.jsonFile, m_jsonFile.errorString()));
        return UsageExitCode;
    }
    // In the loop: a start that fails at once would call exit() before there is a loop to leave.
    QMetaObject::invokeMethod(
        this, [this] { m_run.start(m_command.plan); }, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

bool LoadApplication::wantsJsonFile() const
{
    return !m_command.jsonFile.isEmpty() && m_command.jsonFile != u"-";
}

void LoadApplication::tellProgress(const LoadProgress &progress) const
{
    // A phase that ends soon after the last line leaves too little to tell a rate from.
    if (m_tellsProgress && progress.period >= std::chrono::milliseconds(250))
        writeText(stderr, loadProgressText(progress) + u'\n');
}

void LoadApplication::report(const LoadReport &report)
{
    const QList<ObjectiveOutcome> outcomes = checkObjectives(m_command.objectives, report);
    const bool jsonOnStdout = m_command.jsonFile == u"-";
    bool written = true;
    if (!m_command.quiet && !jsonOnStdout)
        written = writeStdout(loadReportText(report));
    if (!m_command.jsonFile.isEmpty())
        written = writeJson(loadReportJson(report, outcomes)) && written;
    for (const ObjectiveOutcome &outcome : outcomes) {
        if (!outcome.met)
            writeComplaint(loadProgramName(), outcome.sentence);
    }
    const bool met = std::ranges::all_of(outcomes, &ObjectiveOutcome::met);
    QCoreApplication::exit(!written             ? UnwrittenExitCode
                           : report.interrupted ? InterruptedExitCode
                           : met                ? EXIT_SUCCESS
                                                : EXIT_FAILURE);
}

bool LoadApplication::writeStdout(const QString &text)
{
    if (writeText(stdout, text))
        return true;
    writeComplaint(loadProgramName(), tr("the report could not be written to the standard output"));
    return false;
}

bool LoadApplication::writeJson(const QByteArray &json)
{
    if (!wantsJsonFile())
        return writeStdout(QString::fromUtf8(json));
    if (m_jsonFile.write(json) == json.size() && m_jsonFile.flush())
        return true;
    writeComplaint(
        loadProgramName(),
        tr("“%1” could not be written: %2").arg(m_command.jsonFile, m_jsonFile.errorString()));
    return false;
}

void LoadApplication::giveUp(const QString &sentence)
{
    writeComplaint(loadProgramName(), sentence);
    QCoreApplication::exit(UsageExitCode);
}

} // namespace signalbox
