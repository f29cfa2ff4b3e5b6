// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/server_options.h"

#include <span>
#include <variant>

namespace signalbox {

/// The heading under which an option stands in the help text and on the Settings page.
enum class OptionGroup : quint8 { Network, Limits, Timing, Handshake, Batching };

/// How a number is written: `4096`, `1MiB`, `250ms`.
enum class OptionUnit : quint8 { None, Count, Bytes, Time };

/// Where an option's value is kept; its type says how it is read and written.
using OptionMember =
    std::variant<QString ServerOptions::*, int ServerOptions::*, qint64 ServerOptions::*,
                 bool ServerOptions::*, std::chrono::milliseconds ServerOptions::*,
                 QStringList ServerOptions::*, TransportKind ServerOptions::*,
                 Language ServerOptions::*, BackpressurePolicy ServerOptions::*>;

/// One row of the table that the command line, the environment and the Settings page are made from.
struct OptionDescriptor
{
    const char *name; ///< as in the source documents: `maxPayloadLength`
    OptionGroup group;
    OptionUnit unit;
    bool live; ///< whether a change takes effect on a running server
    OptionMember member;
    qint64 minimum; ///< of numbers, bytes and milliseconds; both ends are allowed
    qint64 maximum;
    const char *help; ///< one sentence, English; translated by optionHelp()
};

/// All options, in the order in which people should read them.
std::span<const OptionDescriptor> optionTable();

/// The row with that name (`maxPayloadLength`), or null.
const OptionDescriptor *findOption(QStringView name);

/// `--max-payload-length` without the dashes.
QString commandLineName(const OptionDescriptor &option);

/// `SIGNALBOX_MAX_PAYLOAD_LENGTH`
QString environmentName(const OptionDescriptor &option);

QString optionHelp(const OptionDescriptor &option);
QString optionGroupTitle(OptionGroup group);

/// The words that a choice accepts (`close`, `drop`); empty for any other kind of option.
QStringList optionChoices(const OptionDescriptor &option);

bool isSwitch(const OptionDescriptor &option);

/// The value as one would write it: `1MiB`, `30s`, `true`, `close`, `a, b`.
QString optionText(const ServerOptions &options, const OptionDescriptor &option);

/// Reads a value as people write it and stores it. Errors: InvalidArgument, OutOfRange; the
/// sentence names the option and what it accepts. `options` is unchanged then.
Result<void> setOption(ServerOptions &options, const OptionDescriptor &option, QStringView text);

} // namespace signalbox
