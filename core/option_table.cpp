// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/option_table.h"

#include "core/quantity.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace signalbox {

namespace {

using O = ServerOptions;

constexpr qint64 MaxBytes = qint64(1) << 40;
constexpr qint64 MaxTime = qint64(7) * 24 * 3'600'000;
constexpr qint64 MaxCount = 10'000'000;

#define HELP(text) QT_TRANSLATE_NOOP("Options", text)

// clang-format off
constexpr std::array Rows{
    OptionDescriptor{"host", OptionGroup::Network, OptionUnit::None, false, &O::host, 0, 0,
        HELP("Address to listen on.")},
    OptionDescriptor{"port", OptionGroup::Network, OptionUnit::Count, false, &O::port, 0, 65'535,
        HELP("Port for WebSocket connections; 0 picks a free one.")},
    OptionDescriptor{"transport", OptionGroup::Network, OptionUnit::None, false, &O::transport, 0, 0,
        HELP("What carries the frames: wire is our own; wire-qt is the same on Qt's sockets, as on systems without epoll; qt is the stock QWebSocket, with its traps.")},
    OptionDescriptor{"language", OptionGroup::Network, OptionUnit::None, true, &O::language, 0, 0,
        HELP("Language of the texts that clients get.")},
    OptionDescriptor{"examples", OptionGroup::Network, OptionUnit::None, true, &O::examples, 0, 0,
        HELP("Also serve the example endpoints /echo-json, /response, /prefix, /ack and /broadcast.")},
    OptionDescriptor{"allowedOrigins", OptionGroup::Network, OptionUnit::None, true, &O::allowedOrigins, 0, 0,
        HELP("Origins that browsers may connect from, separated by commas; * allows all. Empty: the same host, and any loopback origin while bound to loopback.")},

    OptionDescriptor{"maxConnections", OptionGroup::Limits, OptionUnit::Count, true, &O::maxConnections, 1, MaxCount,
        HELP("Connections at a time; more are refused with 503.")},
    OptionDescriptor{"maxPayloadLength", OptionGroup::Limits, OptionUnit::Bytes, true, &O::maxPayloadLength, 1, qint64(1) << 30,
        HELP("Largest message a client may send; a larger one is closed with 1009.")},
    OptionDescriptor{"maxFragments", OptionGroup::Limits, OptionUnit::Count, true, &O::maxFragments, 0, MaxCount,
        HELP("Fragments in one message; more are closed with 1008. 0: no limit.")},
    OptionDescriptor{"maxEmptyFragments", OptionGroup::Limits, OptionUnit::Count, true, &O::maxEmptyFragments, 0, MaxCount,
        HELP("Empty fragments in one message; more are closed with 1008.")},
    OptionDescriptor{"maxBackpressure", OptionGroup::Limits, OptionUnit::Bytes, true, &O::maxBackpressure, 1, MaxBytes,
        HELP("Bytes buffered for a client that reads slowly.")},
    OptionDescriptor{"backpressurePolicy", OptionGroup::Limits, OptionUnit::None, true, &O::backpressurePolicy, 0, 0,
        HELP("What happens over that: close the connection with 4008, or drop the message.")},
    OptionDescriptor{"maxPingsPerSecond", OptionGroup::Limits, OptionUnit::Count, true, &O::maxPingsPerSecond, 1, MaxCount,
        HELP("Pings that a client may send in a second; more are closed with 1008.")},
    OptionDescriptor{"maxRoomsPerConnection", OptionGroup::Limits, OptionUnit::Count, true, &O::maxRoomsPerConnection, 1, MaxCount,
        HELP("Rooms that one connection may be in.")},
    OptionDescriptor{"maxNameLength", OptionGroup::Limits, OptionUnit::Count, true, &O::maxNameLength, 1, 1'024,
        HELP("Characters in a room's name or a user's id.")},

    OptionDescriptor{"heartbeatInterval", OptionGroup::Timing, OptionUnit::Time, true, &O::heartbeatInterval, 0, MaxTime,
        HELP("Time between two pings to each connection. 0: no pings.")},
    OptionDescriptor{"pongTimeout", OptionGroup::Timing, OptionUnit::Time, true, &O::pongTimeout, 1, MaxTime,
        HELP("Time for the answer to a ping; without it the connection is closed with 4009.")},
    OptionDescriptor{"idleTimeout", OptionGroup::Timing, OptionUnit::Time, true, &O::idleTimeout, 0, MaxTime,
        HELP("Time without a message in either direction until a connection is closed with 4010. 0: never.")},
    OptionDescriptor{"closeTimeout", OptionGroup::Timing, OptionUnit::Time, true, &O::closeTimeout, 1, MaxTime,
        HELP("Time for a client to answer a close; then the connection is terminated.")},
    OptionDescriptor{"drainTimeout", OptionGroup::Timing, OptionUnit::Time, true, &O::drainTimeout, 0, MaxTime,
        HELP("Time for unsent messages when the server stops gracefully.")},

    OptionDescriptor{"headTimeout", OptionGroup::Handshake, OptionUnit::Time, false, &O::headTimeout, 1, MaxTime,
        HELP("Time for a whole request head; then the answer is 408.")},
    OptionDescriptor{"firstByteTimeout", OptionGroup::Handshake, OptionUnit::Time, false, &O::firstByteTimeout, 1, MaxTime,
        HELP("Time for the first byte of a new connection; then the answer is 408.")},
    OptionDescriptor{"stallTimeout", OptionGroup::Handshake, OptionUnit::Time, false, &O::stallTimeout, 1, MaxTime,
        HELP("Time without a byte of a frame that has begun; then the connection is closed with 1008.")},
    OptionDescriptor{"maxHeadSize", OptionGroup::Handshake, OptionUnit::Bytes, false, &O::maxHeadSize, 64, 1 << 20,
        HELP("Largest request head; a larger one is refused with 431.")},
    OptionDescriptor{"maxHeadFields", OptionGroup::Handshake, OptionUnit::Count, false, &O::maxHeadFields, 1, 10'000,
        HELP("Fields in a request head; more are refused with 431.")},
    OptionDescriptor{"maxHeadLine", OptionGroup::Handshake, OptionUnit::Bytes, false, &O::maxHeadLine, 64, 1 << 20,
        HELP("Longest line of a request head; a longer one is refused with 431.")},

    OptionDescriptor{"batchSize", OptionGroup::Batching, OptionUnit::Count, true, &O::batchSize, 0, 10'000,
        HELP("Messages that are gathered into one batch for a client of a JSON endpoint. 0: no batches.")},
    OptionDescriptor{"batchDelay", OptionGroup::Batching, OptionUnit::Time, true, &O::batchDelay, 1, 60'000,
        HELP("Time after which a batch goes out even if it is not full.")},
};
// clang-format on

#undef HELP

template <typename Enum>
struct Choice
{
    const char *word;
    Enum value;
};

constexpr std::array TransportChoices{
    Choice<TransportKind>{"wire", TransportKind::Wire},
    Choice<TransportKind>{"wire-qt", TransportKind::WireQt},
    Choice<TransportKind>{"qt", TransportKind::Qt},
};
constexpr std::array LanguageChoices{
    Choice<Language>{"en", Language::English},
    Choice<Language>{"zh_CN", Language::SimplifiedChinese},
};
constexpr std::array PolicyChoices{
    Choice<BackpressurePolicy>{"close", BackpressurePolicy::Close},
    Choice<BackpressurePolicy>{"drop", BackpressurePolicy::Drop},
};

constexpr const auto &choices(TransportKind)
{
    return TransportChoices;
}
constexpr const auto &choices(Language)
{
    return LanguageChoices;
}
constexpr const auto &choices(BackpressurePolicy)
{
    return PolicyChoices;
}

QString tr(const char *text)
{
    return QCoreApplication::translate("Options", text);
}

/// `maxPayloadLength` → `max-payload-length` or `max_payload_length`.
QString splitWords(const char *name, QChar separator)
{
    QString words;
    for (const char *c = name; *c; ++c) {
        if (*c >= 'A' && *c <= 'Z') {
            words += separator;
            words += QChar::fromLatin1(char(*c - 'A' + 'a'));
        } else {
            words += QChar::fromLatin1(*c);
        }
    }
    return words;
}

QString nameOf(const OptionDescriptor &option)
{
    return QString::fromLatin1(option.name);
}

Error invalid(const OptionDescriptor &option, QStringView text, const QString &accepted)
{
    return {Error::Code::InvalidArgument,
            tr("%1: “%2” is not valid, expected %3").arg(nameOf(option), text, accepted)};
}

QString numberText(qint64 value, OptionUnit unit)
{
    switch (unit) {
    case OptionUnit::Bytes:
        return byteCountText(value);
    case OptionUnit::Time:
        return durationText(std::chrono::milliseconds(value));
    case OptionUnit::None:
    case OptionUnit::Count:
        break;
    }
    return QString::number(value);
}

Result<qint64> readNumber(const OptionDescriptor &option, QStringView text)
{
    qint64 value = 0;
    switch (option.unit) {
    case OptionUnit::Bytes: {
        const auto bytes = parseByteCount(text);
        if (!bytes)
            return invalid(option, text, tr("a size such as 4096 or 1MiB"));
        value = *bytes;
        break;
    }
    case OptionUnit::Time: {
        const auto duration = parseDuration(text);
        if (!duration)
            return invalid(option, text, tr("a time such as 30, 30s or 250ms"));
        value = duration->count();
        break;
    }
    case OptionUnit::None:
    case OptionUnit::Count: {
        bool ok = false;
        value = text.trimmed().toLongLong(&ok);
        if (!ok)
            return invalid(option, text, tr("a whole number"));
        break;
    }
    }
    if (value < option.minimum || value > option.maximum) {
        return Error{Error::Code::OutOfRange,
                     tr("%1: %2 is out of range, expected %3 to %4")
                         .arg(nameOf(option), text, numberText(option.minimum, option.unit),
                              numberText(option.maximum, option.unit))};
    }
    return value;
}

Result<void> readInto(QString &target, const OptionDescriptor &option, QStringView text)
{
    if (text.trimmed().isEmpty())
        return invalid(option, text, tr("a text that is not empty"));
    target = text.trimmed().toString();
    return {};
}

/// `*`, or an origin as browsers send it (RFC 6454 section 6.2): a scheme and a host, no path.
bool isOrigin(QStringView text)
{
    static const QRegularExpression Origin(
        QStringLiteral("^[A-Za-z][A-Za-z0-9+.-]*://[^\\s/?#@]+/?$"));
    return text == u"*" || text == u"null" || Origin.match(text).hasMatch();
}

// The only list there is holds origins.
Result<void> readInto(QStringList &target, const OptionDescriptor &option, QStringView text)
{
    QStringList parts;
    for (const QStringView part : text.split(u',')) {
        const QStringView origin = part.trimmed();
        if (origin.isEmpty())
            continue;
        if (!isOrigin(origin))
            return invalid(option, origin, tr("origins such as https://example.org, or *"));
        parts += origin.toString();
    }
    target = parts;
    return {};
}

Result<void> readInto(bool &target, const OptionDescriptor &option, QStringView text)
{
    const QString word = text.trimmed().toString().toLower();
    static const QStringList Yes{QStringLiteral("true"), QStringLiteral("yes"),
                                 QStringLiteral("on"), QStringLiteral("1")};
    static const QStringList No{QStringLiteral("false"), QStringLiteral("no"),
                                QStringLiteral("off"), QStringLiteral("0")};
    if (!Yes.contains(word) && !No.contains(word))
        return invalid(option, text, tr("true or false"));
    target = Yes.contains(word);
    return {};
}

template <typename Number>
requires std::is_same_v<Number, int> || std::is_same_v<Number, qint64> Result<void>
readInto(Number &target, const OptionDescriptor &option, QStringView text)
{
    const auto number = readNumber(option, text);
    if (!number)
        return number.error();
    target = static_cast<Number>(*number);
    return {};
}

Result<void> readInto(std::chrono::milliseconds &target, const OptionDescriptor &option,
                      QStringView text)
{
    const auto number = readNumber(option, text);
    if (!number)
        return number.error();
    target = std::chrono::milliseconds(*number);
    return {};
}

template <typename Enum>
requires std::is_enum_v<Enum> Result<void> readInto(Enum &target, const OptionDescriptor &option,
                                                    QStringView text)
{
    for (const auto &choice : choices(Enum{})) {
        if (text.trimmed().compare(QLatin1StringView(choice.word), Qt::CaseInsensitive) == 0) {
            target = choice.value;
            return {};
        }
    }
    return invalid(option, text, optionChoices(option).join(tr(" or ")));
}

QString write(const QString &value, OptionUnit /*unit*/)
{
    return value;
}
QString write(const QStringList &value, OptionUnit /*unit*/)
{
    return value.join(QStringLiteral(", "));
}
QString write(bool value, OptionUnit /*unit*/)
{
    return value ? QStringLiteral("true") : QStringLiteral("false");
}
QString write(int value, OptionUnit unit)
{
    return numberText(value, unit);
}
QString write(qint64 value, OptionUnit unit)
{
    return numberText(value, unit);
}
QString write(std::chrono::milliseconds value, OptionUnit unit)
{
    return numberText(value.count(), unit);
}
template <typename Enum>
requires std::is_enum_v<Enum> QString write(Enum value, OptionUnit /*unit*/)
{
    const auto &all = choices(Enum{});
    const auto row = std::ranges::find(all, value, &Choice<Enum>::value);
    return QString::fromLatin1(row->word);
}

} // namespace

std::span<const OptionDescriptor> optionTable()
{
    return Rows;
}

const OptionDescriptor *findOption(QStringView name)
{
    const auto row = std::ranges::find_if(
        Rows, [name](const auto &option) { return name == QLatin1StringView(option.name); });
    return row == Rows.end() ? nullptr : &*row;
}

QString commandLineName(const OptionDescriptor &option)
{
    return splitWords(option.name, u'-');
}

QString environmentName(const OptionDescriptor &option)
{
    return QStringLiteral("SIGNALBOX_") + splitWords(option.name, u'_').toUpper();
}

QString optionHelp(const OptionDescriptor &option)
{
    return tr(option.help);
}

QString optionGroupTitle(OptionGroup group)
{
    switch (group) {
    case OptionGroup::Network:
        return tr("Network");
    case OptionGroup::Limits:
        return tr("Limits");
    case OptionGroup::Timing:
        return tr("Timing");
    case OptionGroup::Handshake:
        return tr("Handshake");
    case OptionGroup::Batching:
        return tr("Batching");
    }
    return {};
}

QStringList optionChoices(const OptionDescriptor &option)
{
    return std::visit(
        []<typename T>(T ServerOptions::*) {
            QStringList words;
            if constexpr (std::is_enum_v<T>) {
                for (const auto &choice : choices(T{}))
                    words += QString::fromLatin1(choice.word);
            }
            return words;
        },
        option.member);
}

bool isSwitch(const OptionDescriptor &option)
{
    return std::holds_alternative<bool ServerOptions::*>(option.member);
}

QString optionText(const ServerOptions &options, const OptionDescriptor &option)
{
    return std::visit([&](auto member) { return write(options.*member, option.unit); },
                      option.member);
}

Result<void> setOption(ServerOptions &options, const OptionDescriptor &option, QStringView text)
{
    return std::visit([&](auto member) { return readInto(options.*member, option, text); },
                      option.member);
}

} // namespace signalbox
