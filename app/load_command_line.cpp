// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load_command_line.h"

#include "app/load_option_table.h"

#include <QCoreApplication>

#include <utility>

namespace signalbox {

namespace {

using namespace Qt::StringLiterals;

QString tr(const char *text)
{
    return QCoreApplication::translate("LoadCommandLine", text);
}

Error invalid(const QString &sentence)
{
    return {Error::Code::InvalidArgument, sentence};
}

/// Reads the arguments one after the other.
class LoadArgumentReader
{
public:
    explicit LoadArgumentReader(QStringList arguments)
        : m_arguments(std::move(arguments))
    { }

    Result<LoadCommand> read()
    {
        while (!m_arguments.isEmpty()) {
            const QString argument = m_arguments.takeFirst();
            auto taken = argument.startsWith("--"_L1) ? readOption(argument) : readWord(argument);
            if (!taken)
                return taken.error();
        }
        if (const auto complete = finish(); !complete)
            return complete.error();
        return m_command;
    }

private:
    Result<void> readOption(const QString &argument)
    {
        const qsizetype equals = argument.indexOf(u'=');
        const QString name = argument.first(equals < 0 ? argument.size() : equals);
        const LoadOption *option = findLoadOption(QStringView(name).sliced(2));
        if (option == nullptr)
            return invalid(tr("unknown option %1 (see --help)").arg(name));
        if (m_seen.contains(option) && !option->repeats)
            return invalid(tr("%1 was given twice").arg(name));
        m_seen += option;
        QString value;
        if (equals >= 0) {
            if (option->placeholder == nullptr)
                return invalid(tr("%1 takes no value").arg(name));
            value = argument.sliced(equals + 1);
        } else if ("[FILE]"_L1 == QLatin1StringView(option->placeholder)) {
            value = takeFile();
        } else if (option->placeholder != nullptr) {
            if (m_arguments.isEmpty() || m_arguments.constFirst().startsWith("--"_L1))
                return invalid(tr("%1 needs a value (see --help)").arg(name));
            value = m_arguments.takeFirst();
        }
        if (const auto read = option->read(m_command, value); !read)
            return Error{read.error().code, tr("%1: %2").arg(name, read.error().message)};
        return {};
    }

    /// What follows is a file's name unless it can only be something else.
    QString takeFile()
    {
        if (m_arguments.isEmpty())
            return u"-"_s;
        const QString &next = m_arguments.constFirst();
        const bool isOther = next.startsWith("--"_L1) || next.contains("://"_L1)
                             || (!m_scenario && findScenario(next));
        return isOther ? u"-"_s : m_arguments.takeFirst();
    }

    Result<void> readWord(const QString &word)
    {
        if (word.startsWith(u'-'))
            return invalid(tr("unknown option %1 (see --help)").arg(word));
        if (!m_scenario) {
            m_scenario = findScenario(word);
            if (!m_scenario)
                return invalid(tr("“%1” is no scenario (see --help)").arg(word));
            m_command.plan.scenario = *m_scenario;
            return {};
        }
        if (m_hasUrl)
            return invalid(tr("unexpected argument “%1” (see --help)").arg(word));
        const auto url = parseLoadUrl(word);
        if (!url)
            return url.error();
        m_command.plan.url = *url;
        m_hasUrl = true;
        return {};
    }

    Result<void> finish()
    {
        if (!m_scenario)
            return invalid(tr("a scenario and a URL are needed (see --help)"));
        if (!m_hasUrl)
            return invalid(tr("a URL is needed, such as ws://127.0.0.1:3001 (see --help)"));
        for (const LoadOption *option : std::as_const(m_seen)) {
            if (!isFor(*option, *m_scenario)) {
                return invalid(
                    tr("--%1 is not for %2 (see --help)")
                        .arg(QLatin1StringView(option->name), scenarioName(*m_scenario)));
            }
        }
        LoadPlan &plan = m_command.plan;
        if (*m_scenario == ScenarioKind::FanOut && wasGiven(u"members")) {
            if (wasGiven(u"connections"))
                return invalid(tr("fan-out takes --connections or --members, not both"));
            plan.connections = plan.members;
        }
        if (plan.rate > 0 && !wasGiven(u"depth"))
            plan.depth = LoadCommand::OpenLoopDepth;
        return checkLoadPlan(plan);
    }

    [[nodiscard]] bool wasGiven(QStringView name) const
    {
        return m_seen.contains(findLoadOption(name));
    }

    QStringList m_arguments;
    LoadCommand m_command;
    QList<const LoadOption *> m_seen;
    std::optional<ScenarioKind> m_scenario;
    bool m_hasUrl = false;
};

} // namespace

Result<LoadCommand> parseLoadCommandLine(const QStringList &arguments)
{
    LoadCommand command;
    // Who asks for help gets it, whatever else is wrong.
    if (arguments.contains(u"--help"_s) || arguments.contains(u"-h"_s)) {
        command.action = LoadCommand::Action::ShowHelp;
        return command;
    }
    if (arguments.contains(u"--version"_s)) {
        command.action = LoadCommand::Action::ShowVersion;
        return command;
    }
    return LoadArgumentReader(arguments).read();
}

} // namespace signalbox
