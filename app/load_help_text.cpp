// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load_help_text.h"

#include "app/help_entry.h"
#include "app/load_option_table.h"

#include <QCoreApplication>

namespace signalbox {

namespace {

using namespace Qt::StringLiterals;

QString tr(const char *text)
{
    return QCoreApplication::translate("LoadHelpText", text);
}

QString scenarioHelp(ScenarioKind kind)
{
    switch (kind) {
    case ScenarioKind::Echo:
        return tr("Each connection sends messages and gets the same back.");
    case ScenarioKind::FanOut:
        return tr("All are in one room and one of them talks; a message counts once for each that "
                  "gets it.");
    case ScenarioKind::Rooms:
        return tr("The same in many rooms.");
    case ScenarioKind::Broadcast:
        return tr("One sends what all others get, byte for byte.");
    case ScenarioKind::Idle:
        break;
    }
    return tr("Connections that are opened, kept and answer pings.");
}

QString scenarioEntries()
{
    QString text = u'\n' + tr("SCENARIO, and the path of a URL that has none:") + u'\n';
    for (const ScenarioKind kind : allScenarios()) {
        text +=
            helpEntry(scenarioName(kind).leftJustified(12) + defaultPath(kind), scenarioHelp(kind));
    }
    return text;
}

QString optionEntry(const LoadOption &option)
{
    QString term = "--"_L1 + QLatin1StringView(option.name);
    if (option.placeholder != nullptr)
        term += u' ' + QLatin1StringView(option.placeholder);
    QString explanation = loadOptionHelp(option);
    if (option.initial != nullptr)
        explanation += " ["_L1 + QLatin1StringView(option.initial) + u']';
    return helpEntry(term, explanation);
}

QString optionEntries()
{
    QString text;
    const LoadOption *previous = nullptr;
    for (const LoadOption &option : loadOptionTable()) {
        if (previous == nullptr || previous->group != option.group)
            text += u'\n' + loadOptionGroupTitle(option.group) + ":\n"_L1;
        text += optionEntry(option);
        previous = &option;
    }
    return text;
}

QString exitCodes()
{
    QString text = u'\n' + tr("Exit codes:") + u'\n';
    text += helpEntry(u"0"_s, tr("The run is over and every objective was met."));
    text += helpEntry(u"1"_s, tr("An objective was missed; --max-errors 0 is always one."));
    text += helpEntry(u"2"_s, tr("A wrong option, or a URL that cannot be used."));
    text += helpEntry(u"3"_s, tr("The report could not be written, whatever it says."));
    text += helpEntry(u"130"_s, tr("Stopped by Ctrl+C; the report is of what was measured."));
    return text;
}

QString jsonNames()
{
    QString text = u'\n' + tr("In the JSON:") + u'\n';
    text += helpEntry(u"program, version, scenario, url"_s, tr("What ran against what."));
    text +=
        helpEntry(u"plan"_s, tr("connections, rooms, members, depth, rate, payloadBytes, binary, "
                                "ramp, warmUpSeconds, durationSeconds"));
    text += helpEntry(u"opened, lost"_s, tr("Connections that came about; that ended too early."));
    text += helpEntry(u"connectingSeconds"_s, tr("Time until every connection was decided."));
    text += helpEntry(u"connectMicroseconds"_s, tr("As latencyMicroseconds, of the handshakes."));
    text += helpEntry(u"interrupted"_s, tr("Whether Ctrl+C ended the run."));
    text += helpEntry(u"measuredSeconds"_s, tr("What the next seven are about."));
    text +=
        helpEntry(u"messages"_s, tr("Answers or deliveries that came; also messagesPerSecond."));
    text += helpEntry(u"sent"_s, tr("Messages that went out."));
    text += helpEntry(u"behind"_s, tr("Messages that were due at the end and not yet sent."));
    text += helpEntry(u"bytesReceived, bytesSent"_s, tr("With the headers of frames."));
    text += helpEntry(u"latencyMicroseconds"_s, tr("count, min, mean, p50, p90, p99, p999, max"));
    text += helpEntry(u"errors"_s, tr("Their number, of the whole run."));
    text += helpEntry(u"errorsByKind"_s, tr("A list of kind, detail, count."));
    text += helpEntry(u"objectives"_s, tr("A list of name, limit, value, met."));
    text += helpEntry(u"server"_s,
                      tr("With --pid: connectingMicroseconds and measuredMicroseconds of processor "
                         "time, microsecondsPerMessage, memoryBytes, memoryBytesBefore."));
    return text;
}

} // namespace

QString loadProgramName()
{
    return u"signalbox-load"_s;
}

QString loadVersionText()
{
    return loadProgramName() + u' ' + QStringLiteral(SIGNALBOX_VERSION) + u'\n';
}

QString loadHelpText()
{
    QString text = tr("Usage: %1 [OPTION]... SCENARIO URL").arg(loadProgramName()) + u'\n';
    text += tr("Loads a WebSocket server and tells how it bears that.");
    text += u"\n\n"_s;
    text += helpEntry(u"--help"_s, tr("Show this text."));
    text += helpEntry(u"--version"_s, tr("Show the version."));
    text += scenarioEntries();
    text += u'\n' + tr("The default of an option is in brackets.") + u'\n';
    text += optionEntries();
    text += exitCodes();
    text += jsonNames();
    text += u'\n';
    text += tr("SIZE is in bytes or has a suffix (64KiB, 1MiB); TIME is in seconds or has a suffix "
               "(250ms, 2min).");
    text += u'\n';
    text += tr("Limits of latency may be in microseconds too (800us).");
    return text + u'\n';
}

} // namespace signalbox
