// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help_text.h"

#include "app/help_entry.h"
#include "core/option_table.h"

#include <QCoreApplication>

namespace signalbox {

namespace {

using namespace Qt::StringLiterals;

QString tr(const char *text)
{
    return QCoreApplication::translate("HelpText", text);
}

/// What stands for the value: `SIZE`, `close|drop`.
QString placeholder(const OptionDescriptor &option)
{
    const QStringList words = optionChoices(option);
    if (!words.isEmpty())
        return words.join(u'|');
    switch (option.unit) {
    case OptionUnit::Bytes:
        return tr("SIZE");
    case OptionUnit::Time:
        return tr("TIME");
    case OptionUnit::Count:
        return tr("NUMBER");
    case OptionUnit::None:
        break;
    }
    return tr("TEXT");
}

QString optionEntry(const OptionDescriptor &option, const ServerOptions &defaults)
{
    const QString name = commandLineName(option);
    const QString text = optionText(defaults, option);
    const QString initial =
        isSwitch(option)
            ? (defaults.*std::get<bool ServerOptions::*>(option.member) ? tr("on") : tr("off"))
        : text.isEmpty() ? tr("empty")
                         : text;
    const QString term = isSwitch(option) ? "--"_L1 + name + ", --no-"_L1 + name
                                          : "--"_L1 + name + u' ' + placeholder(option);
    return helpEntry(term, optionHelp(option) + " ["_L1 + initial + u']');
}

QString optionEntries(const ServerOptions &defaults)
{
    QString text;
    const OptionDescriptor *previous = nullptr;
    for (const OptionDescriptor &option : optionTable()) {
        if (previous == nullptr || previous->group != option.group)
            text += u'\n' + optionGroupTitle(option.group) + ":\n"_L1;
        text += optionEntry(option, defaults);
        previous = &option;
    }
    return text;
}

} // namespace

QString programName(Program program)
{
    return program == Program::Console ? u"signalbox"_s : u"signalboxd"_s;
}

QString versionText(Program program)
{
    return programName(program) + u' ' + QStringLiteral(SIGNALBOX_VERSION) + u'\n';
}

QString helpText(Program program)
{
    const bool console = program == Program::Console;
    QString text = tr("Usage: %1 [OPTION]...").arg(programName(program)) + u'\n';
    text += console ? tr("WebSocket server, switchboard and test client in one window.")
                    : tr("The WebSocket server without a window.");
    text += u"\n\n"_s;
    text += helpEntry(u"--help"_s, tr("Show this text."));
    text += helpEntry(u"--version"_s, tr("Show the version."));
    if (console)
        text += helpEntry(u"--no-start"_s, tr("Open the window without starting the server."));
    text += u'\n' + tr("The default of each option is in brackets.") + u'\n';
    text += optionEntries(defaultOptions(program));
    text += u'\n';
    text += tr("SIZE is in bytes or has a suffix (64KiB, 1MiB); TIME is in seconds or has a suffix "
               "(250ms, 2min).");
    text += u'\n';
    text += tr("Every option can be set by a variable too: --port by SIGNALBOX_PORT, a switch with "
               "true or false.");
    text += u'\n';
    text += console ? tr("The command line beats the variables, and these beat what the Settings "
                         "page has kept.")
                    : tr("The command line beats the variables.");
    return text + u'\n';
}

} // namespace signalbox
