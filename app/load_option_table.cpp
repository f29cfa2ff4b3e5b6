// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load_option_table.h"

#include "core/quantity.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <limits>

namespace signalbox {

namespace {

using namespace Qt::StringLiterals;
using Group = LoadOptionGroup;

constexpr quint8 bitOf(ScenarioKind kind)
{
    return quint8(1U << static_cast<unsigned>(kind));
}

constexpr quint8 Rooms = bitOf(ScenarioKind::Rooms);
constexpr quint8 InRooms = Rooms | bitOf(ScenarioKind::FanOut);
constexpr quint8 Any = 0xff;
constexpr auto NotRooms = quint8(Any & ~unsigned(Rooms));
constexpr auto Talking = quint8(Any & ~unsigned(bitOf(ScenarioKind::Idle)));
constexpr auto Plain = quint8(Talking & ~unsigned(InRooms));

QString tr(const char *text)
{
    return QCoreApplication::translate("LoadOptionTable", text);
}

template <typename Number>
Result<void> readCount(Number &target, const QString &value, qint64 least, qint64 most)
{
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    if (!isNumber)
        return Error{Error::Code::InvalidArgument,
                     tr("“%1” is not valid, expected a whole number").arg(value)};
    if (number < least || number > most) {
        return Error{Error::Code::OutOfRange,
                     tr("%1 is out of range, expected %2 to %3").arg(number).arg(least).arg(most)};
    }
    target = Number(number);
    return {};
}

Result<void> readTime(std::chrono::milliseconds &target, const QString &value)
{
    const auto time = parseDuration(value);
    if (!time)
        return time.error();
    target = *time;
    return {};
}

/// Microseconds have no suffix of their own: a fraction of a millisecond is read here.
Result<void> readLatency(std::optional<LoadObjectives::Time> &target, const QString &value)
{
    const QString text = value.trimmed();
    if (text.endsWith("us"_L1, Qt::CaseInsensitive) || text.endsWith(u"µs")) {
        qint64 microseconds = 0;
        if (auto read = readCount(microseconds, text.chopped(2), 1, 3'600'000'000); !read)
            return read;
        target = LoadObjectives::Time(microseconds);
        return {};
    }
    const auto time = parseDuration(text);
    if (!time)
        return time.error();
    target = *time;
    return {};
}

constexpr qint64 MaxCount = 1'000'000;
constexpr qint64 MaxDepth = 65'536;
constexpr qint64 MaxRate = 1'000'000'000;
constexpr qint64 MaxPid = std::numeric_limits<qint32>::max();

// What is the same for several options, but for the member that they set.

template <auto Member, qint64 Least, qint64 Most>
Result<void> planCount(LoadCommand &command, const QString &value)
{
    return readCount(command.plan.*Member, value, Least, Most);
}

template <auto Member>
Result<void> planTime(LoadCommand &command, const QString &value)
{
    return readTime(command.plan.*Member, value);
}

template <auto Member>
Result<void> latencyLimit(LoadCommand &command, const QString &value)
{
    return readLatency(command.objectives.*Member, value);
}

Result<void> ramp(LoadCommand &command, const QString &value)
{
    return readCount(command.plan.ramp, value.endsWith("/s"_L1) ? value.chopped(2) : value, 0,
                     MaxCount);
}

Result<void> subprotocol(LoadCommand &command, const QString &value)
{
    command.plan.subprotocols += value;
    return {};
}

Result<void> header(LoadCommand &command, const QString &value)
{
    const qsizetype colon = value.indexOf(u':');
    if (colon <= 0) {
        return Error{Error::Code::InvalidArgument,
                     tr("“%1” is not a header such as “Origin: http://localhost”").arg(value)};
    }
    command.plan.headers.emplace_back(value.first(colon).trimmed().toUtf8(),
                                      value.sliced(colon + 1).trimmed().toUtf8());
    return {};
}

Result<void> payloadSize(LoadCommand &command, const QString &value)
{
    const auto size = parseByteCount(value);
    if (!size)
        return size.error();
    command.plan.payloadSize = *size;
    return {};
}

Result<void> binary(LoadCommand &command, const QString & /*value*/)
{
    command.plan.binary = true;
    return {};
}

Result<void> rateAbove(LoadCommand &command, const QString &value)
{
    return readCount(command.objectives.rateAbove.emplace(), value, 0, MaxRate);
}

Result<void> maxErrors(LoadCommand &command, const QString &value)
{
    return readCount(command.objectives.maxErrors, value, 0, std::numeric_limits<qint64>::max());
}

Result<void> json(LoadCommand &command, const QString &value)
{
    command.jsonFile = value;
    return {};
}

Result<void> progress(LoadCommand &command, const QString & /*value*/)
{
    command.progress = true;
    return {};
}

Result<void> quiet(LoadCommand &command, const QString & /*value*/)
{
    command.quiet = true;
    return {};
}

constexpr std::array Table{
    LoadOption{"connections", Group::Connections, "NUMBER", "100", NotRooms,
               planCount<&LoadPlan::connections, 1, MaxCount>,
               QT_TRANSLATE_NOOP("LoadOptionTable", "Connections that are opened.")},
    LoadOption{"rooms", Group::Connections, "NUMBER", "10", Rooms,
               planCount<&LoadPlan::rooms, 1, MaxCount>,
               QT_TRANSLATE_NOOP("LoadOptionTable", "Rooms that they are spread over.")},
    LoadOption{"members", Group::Connections, "NUMBER", "10", InRooms,
               planCount<&LoadPlan::members, 1, MaxCount>,
               QT_TRANSLATE_NOOP("LoadOptionTable",
                                 "Connections in each room; of fan-out, all there are.")},
    LoadOption{"ramp", Group::Connections, "NUMBER/s", "0", Any, ramp,
               QT_TRANSLATE_NOOP("LoadOptionTable",
                                 "Connections that are begun a second. 0: as fast as the server "
                                 "takes them, 256 handshakes at a time.")},
    LoadOption{"subprotocol", Group::Connections, "NAME", nullptr, Any, subprotocol,
               QT_TRANSLATE_NOOP("LoadOptionTable",
                                 "Subprotocol that is offered; may be given more than once."),
               true},
    LoadOption{"header", Group::Connections, "FIELD", nullptr, Any, header,
               QT_TRANSLATE_NOOP("LoadOptionTable", "Header of the handshake, “Name: value”; may "
                                                    "be given more than once."),
               true},

    LoadOption{"depth", Group::Messages, "NUMBER", "1", Talking,
               planCount<&LoadPlan::depth, 1, MaxDepth>,
               QT_TRANSLATE_NOOP("LoadOptionTable",
                                 "Messages that each sender keeps under way. With --rate it is "
                                 "how many may be, 1024 unless told.")},
    LoadOption{"rate", Group::Messages, "NUMBER", "0", Talking,
               planCount<&LoadPlan::rate, 0, MaxRate>,
               QT_TRANSLATE_NOOP("LoadOptionTable",
                                 "Messages that are sent a second, by all together, however the "
                                 "server keeps up; the latency counts from when a message was "
                                 "due. 0: the next one goes when one was answered.")},
    LoadOption{
        "payload-size", Group::Messages, "SIZE", "64", Talking, payloadSize,
        QT_TRANSLATE_NOOP("LoadOptionTable", "Bytes of each message; in rooms, of its content.")},
    LoadOption{"binary", Group::Messages, nullptr, nullptr, Plain, binary,
               QT_TRANSLATE_NOOP("LoadOptionTable", "Binary messages instead of text.")},

    LoadOption{"warm-up", Group::Time, "TIME", "1s", Any, planTime<&LoadPlan::warmUp>,
               QT_TRANSLATE_NOOP("LoadOptionTable",
                                 "Time in which messages flow and are not measured yet.")},
    LoadOption{"duration", Group::Time, "TIME", "10s", Any, planTime<&LoadPlan::duration>,
               QT_TRANSLATE_NOOP("LoadOptionTable", "Time that is measured.")},
    LoadOption{"timeout", Group::Time, "TIME", "10s", Any, planTime<&LoadPlan::timeout>,
               QT_TRANSLATE_NOOP("LoadOptionTable",
                                 "Time for a handshake, and for the answer to a message.")},

    LoadOption{"p50-below", Group::Objectives, "TIME", nullptr, Talking,
               latencyLimit<&LoadObjectives::p50Below>,
               QT_TRANSLATE_NOOP("LoadOptionTable", "The median latency must be below this.")},
    LoadOption{"p99-below", Group::Objectives, "TIME", nullptr, Talking,
               latencyLimit<&LoadObjectives::p99Below>,
               QT_TRANSLATE_NOOP("LoadOptionTable", "99 % of the latencies must be below this.")},
    LoadOption{"p999-below", Group::Objectives, "TIME", nullptr, Talking,
               latencyLimit<&LoadObjectives::p999Below>,
               QT_TRANSLATE_NOOP("LoadOptionTable", "99.9 % of the latencies must be below this.")},
    LoadOption{"max-below", Group::Objectives, "TIME", nullptr, Talking,
               latencyLimit<&LoadObjectives::maxBelow>,
               QT_TRANSLATE_NOOP("LoadOptionTable", "Every latency must be below this.")},
    LoadOption{
        "rate-above", Group::Objectives, "NUMBER", nullptr, Talking, rateAbove,
        QT_TRANSLATE_NOOP("LoadOptionTable",
                          "More messages than this must be answered or delivered a second.")},
    LoadOption{"max-errors", Group::Objectives, "NUMBER", "0", Any, maxErrors,
               QT_TRANSLATE_NOOP("LoadOptionTable", "Errors that are allowed.")},

    LoadOption{"json", Group::Output, "[FILE]", nullptr, Any, json,
               QT_TRANSLATE_NOOP("LoadOptionTable",
                                 "Write the report as one JSON object to FILE; without it, or "
                                 "with -, to stdout instead of the table.")},
    LoadOption{"progress", Group::Output, nullptr, nullptr, Any, progress,
               QT_TRANSLATE_NOOP("LoadOptionTable",
                                 "A line a second on stderr, also where that is no terminal.")},
    LoadOption{"quiet", Group::Output, nullptr, nullptr, Any, quiet,
               QT_TRANSLATE_NOOP("LoadOptionTable",
                                 "No table and no progress; failed objectives are told all the "
                                 "same.")},
    LoadOption{"pid", Group::Output, "NUMBER", nullptr, Any,
               planCount<&LoadPlan::serverPid, 1, MaxPid>,
               QT_TRANSLATE_NOOP("LoadOptionTable",
                                 "Process of the server on this machine: its processor time and "
                                 "memory are told too.")},
};

} // namespace

std::span<const LoadOption> loadOptionTable()
{
    return Table;
}

const LoadOption *findLoadOption(QStringView name)
{
    const auto row = std::ranges::find_if(
        Table, [name](const LoadOption &option) { return name == QLatin1StringView(option.name); });
    return row == Table.end() ? nullptr : &*row;
}

bool isFor(const LoadOption &option, ScenarioKind scenario)
{
    return (option.scenarios & bitOf(scenario)) != 0;
}

QString loadOptionHelp(const LoadOption &option)
{
    return tr(option.help);
}

QString loadOptionGroupTitle(LoadOptionGroup group)
{
    switch (group) {
    case Group::Connections:
        return tr("Connections");
    case Group::Messages:
        return tr("Messages");
    case Group::Time:
        return tr("Time");
    case Group::Objectives:
        return tr("Objectives (exit code 1 and a sentence for each that is missed)");
    case Group::Output:
        break;
    }
    return tr("Output");
}

} // namespace signalbox
