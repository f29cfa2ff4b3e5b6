// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include "core/option_settings.h"
#include "core/option_table.h"

#include <QCoreApplication>

#include <optional>
#include <span>

namespace signalbox {

namespace {

using namespace Qt::StringLiterals;

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

Error invalid(const QString &sentence)
{
    return {Error::Code::InvalidArgument, sentence};
}

/// Options that QApplication takes for itself, each with a value.
bool isForWindowSystem(const QString &argument)
{
    static const QStringList Names{u"-platform"_s,   u"-platformtheme"_s, u"-style"_s,
                                   u"-stylesheet"_s, u"-display"_s,       u"-qwindowgeometry"_s};
    return Names.contains(argument);
}

/// One `--name`, `--no-name` or `--name=value`, resolved against the option table.
struct NamedOption
{
    const OptionDescriptor *option = nullptr;
    bool negated = false;
};

NamedOption findNamed(QStringView name)
{
    for (const OptionDescriptor &option : optionTable()) {
        const QString own = commandLineName(option);
        if (name == own)
            return {&option, false};
        if (isSwitch(option) && name == "no-"_L1 + own)
            return {&option, true};
    }
    return {};
}

/// Reads the arguments one after the other.
class ArgumentReader
{
public:
    ArgumentReader(Program program, QStringList arguments, CommandLine &result)
        : m_program(program)
        , m_arguments(std::move(arguments))
        , m_result(result)
    { }

    Result<void> readAll()
    {
        while (!m_arguments.isEmpty()) {
            if (const auto read = readNext(); !read)
                return read.error();
        }
        return {};
    }

private:
    Result<void> readNext()
    {
        const QString argument = m_arguments.takeFirst();
        if (m_program == Program::Console && isForWindowSystem(argument)) {
            if (m_arguments.isEmpty())
                return invalid(tr("%1 needs a value").arg(argument));
            m_arguments.removeFirst();
            return {};
        }
        if (m_program == Program::Console && argument == u"--no-start") {
            m_result.startServer = false;
            return noteSeen(argument);
        }
        if (!argument.startsWith(u'-'))
            return invalid(tr("unexpected argument “%1” (see --help)").arg(argument));
        const qsizetype equals = argument.indexOf(u'=');
        const QString name = argument.first(equals < 0 ? argument.size() : equals);
        const auto value = equals < 0 ? std::nullopt : std::optional(argument.sliced(equals + 1));
        const NamedOption named =
            name.startsWith("--"_L1) ? findNamed(QStringView(name).sliced(2)) : NamedOption{};
        if (named.option == nullptr)
            return invalid(tr("unknown option %1 (see --help)").arg(name));
        if (const auto first = noteSeen("--"_L1 + commandLineName(*named.option)); !first)
            return first.error();
        m_result.given.insert(QString::fromLatin1(named.option->name), OptionSource::CommandLine);
        if (isSwitch(*named.option))
            return readSwitch(named, name, value);
        return readValue(*named.option, name, value);
    }

    Result<void> noteSeen(const QString &name)
    {
        if (m_seen.contains(name))
            return invalid(tr("%1 was given twice").arg(name));
        m_seen.append(name);
        return {};
    }

    Result<void> readSwitch(NamedOption named, const QString &name,
                            const std::optional<QString> &value)
    {
        if (value && named.negated)
            return invalid(tr("%1 takes no value").arg(name));
        return setOption(m_result.options, *named.option,
                         value           ? QStringView(*value)
                         : named.negated ? u"false"
                                         : u"true");
    }

    Result<void> readValue(const OptionDescriptor &option, const QString &name,
                           const std::optional<QString> &value)
    {
        if (value)
            return setOption(m_result.options, option, *value);
        if (m_arguments.isEmpty() || m_arguments.constFirst().startsWith("--"_L1))
            return invalid(tr("%1 needs a value (see --help)").arg(name));
        return setOption(m_result.options, option, m_arguments.takeFirst());
    }

    Program m_program;
    QStringList m_arguments;
    QStringList m_seen;
    CommandLine &m_result;
};

Result<void> readEnvironment(const QProcessEnvironment &environment, CommandLine &result)
{
    QStringList known;
    for (const OptionDescriptor &option : optionTable()) {
        const QString name = environmentName(option);
        known += name;
        // As everywhere, a variable that is empty is one that is not set.
        if (environment.value(name).isEmpty())
            continue;
        if (const auto read = setOption(result.options, option, environment.value(name)); !read)
            return Error{read.error().code, tr("%1: %2").arg(name, read.error().message)};
        result.given.insert(QString::fromLatin1(option.name), OptionSource::Environment);
    }
    const QStringList names = environment.keys();
    for (const QString &name : names) {
        if (name.startsWith("SIGNALBOX_"_L1) && !known.contains(name))
            result.warnings += tr("The variable %1 names no option").arg(name);
    }
    return {};
}

} // namespace

QStringList commandLineArguments(int argc, char **argv)
{
    QStringList arguments;
    for (char *argument : std::span(argv, size_t(argc)).subspan(1))
        arguments += QString::fromLocal8Bit(argument);
    return arguments;
}

ServerOptions defaultOptions(Program program)
{
    return program == Program::Console ? consoleDefaults() : ServerOptions();
}

Result<CommandLine> parseCommandLine(Program program, const QStringList &arguments,
                                     const QProcessEnvironment &environment,
                                     const ServerOptions &base)
{
    CommandLine result;
    result.options = base;
    // Who asks for help gets it, whatever else is wrong.
    if (arguments.contains(u"--help"_s) || arguments.contains(u"-h"_s)) {
        result.action = CommandLine::Action::ShowHelp;
        return result;
    }
    if (arguments.contains(u"--version"_s)) {
        result.action = CommandLine::Action::ShowVersion;
        return result;
    }
    if (const auto read = readEnvironment(environment, result); !read)
        return read.error();
    if (const auto read = ArgumentReader(program, arguments, result).readAll(); !read)
        return read.error();
    return result;
}

} // namespace signalbox
