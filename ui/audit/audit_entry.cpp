// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_entry.h"

#include "core/escaped_text.h"
#include "core/option_table.h"
#include "core/redaction.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <type_traits>

namespace signalbox {

namespace {

/// Beyond these an entry says how many more there are, or that there is more.
constexpr qsizetype MaxNamed = 20;
constexpr qsizetype MaxQuoted = 200;

template <typename Kind>
constexpr auto Action = nullptr;
template <>
constexpr auto Action<StartServer> = "start";
template <>
constexpr auto Action<StopServer> = "stop-now";
template <>
constexpr auto Action<StopGracefully> = "stop-gracefully";
template <>
constexpr auto Action<CancelStop> = "cancel-stop";
template <>
constexpr auto Action<SendMessage> = "send";
template <>
constexpr auto Action<KickConnections> = "kick";
template <>
constexpr auto Action<AddBan> = "ban";
template <>
constexpr auto Action<LiftBan> = "unban";
template <>
constexpr auto Action<JoinRoom> = "join-room";
template <>
constexpr auto Action<LeaveRoom> = "leave-room";
template <>
constexpr auto Action<ChangeOption> = "change-option";

QString named(const QStringList &names, qsizetype all)
{
    QString text = names.join(QLatin1StringView(", "));
    if (all > names.size())
        text += QStringLiteral(" and %1 more").arg(all - names.size());
    return text;
}

template <typename List, typename Name>
QString namesOf(const List &list, Name nameOf)
{
    QStringList names;
    for (const auto &one : list.first(std::min(list.size(), MaxNamed)))
        names += nameOf(one);
    return named(names, list.size());
}

QString idsText(const QList<ConnectionId> &ids, const UserOf &userOf)
{
    return namesOf(ids, [&userOf](ConnectionId id) {
        const UserId user = userOf ? userOf(id) : UserId();
        const QString number = u'#' + QString::number(id.value);
        return user.isEmpty() ? number
                              : QStringLiteral("%1 (%2)").arg(number, escapedName(user.utf8()));
    });
}

QString roomText(const RoomName &room)
{
    return QStringLiteral("room ") + escapedName(room.utf8());
}

QString targetText(const Target &target, const UserOf &userOf)
{
    if (const auto *endpoint = std::get_if<ToEndpoint>(&target))
        return QStringLiteral("endpoint ") + escapedUtf8(endpoint->path);
    if (const auto *room = std::get_if<ToRoom>(&target))
        return roomText(room->room);
    if (const auto *chosen = std::get_if<ToConnections>(&target))
        return idsText(chosen->connections, userOf);
    return QStringLiteral("all connections");
}

bool isSecretOption(const QString &name)
{
    static const QRegularExpression Secret(QStringLiteral("secret|token|password|key"),
                                           QRegularExpression::CaseInsensitiveOption);
    return Secret.match(name).hasMatch();
}

QString optionValue(const QString &name, const QString &value)
{
    if (value.isEmpty())
        return QStringLiteral("\"\"");
    return isSecretOption(name) ? RedactedText.toString() : escapedText(value);
}

/// Those that are not at their default.
QString optionsText(const ServerOptions &options)
{
    const ServerOptions defaults;
    QStringList texts;
    for (const auto &option : optionTable()) {
        const QString value = optionText(options, option);
        const auto name = QString::fromLatin1(option.name);
        if (value != optionText(defaults, option))
            texts += name + u'=' + optionValue(name, value);
    }
    return texts.join(u' ');
}

void describe(AuditEntry &entry, const StartServer &command, const UserOf & /*userOf*/)
{
    entry.target =
        escapedText(QStringLiteral("%1:%2").arg(command.options.host).arg(command.options.port));
    entry.details = optionsText(command.options);
}

template <typename Command>
requires std::is_empty_v<Command>
void describe(AuditEntry & /*entry*/, const Command & /*command*/, const UserOf & /*userOf*/)
{ }

void describe(AuditEntry &entry, const SendMessage &command, const UserOf &userOf)
{
    entry.target = targetText(command.target, userOf);
    entry.details =
        QStringLiteral("%1 of %2 %3")
            .arg(command.opcode == Opcode::Text ? QStringLiteral("text") : QStringLiteral("binary"))
            .arg(command.payload.size())
            .arg(command.payload.size() == 1 ? QStringLiteral("byte") : QStringLiteral("bytes"));
    if (command.opcode != Opcode::Text)
        return;
    // Redacted before it is cut: a secret must not lose what gives it away.
    const QString text = redactedText(QString::fromUtf8(
        command.payload.first(std::min(command.payload.size(), qsizetype(16) * 1024))));
    entry.details += QStringLiteral(": ") + text.first(std::min(text.size(), MaxQuoted))
                     + (text.size() > MaxQuoted ? QStringLiteral("…") : QString());
}

void describe(AuditEntry &entry, const KickConnections &command, const UserOf &userOf)
{
    entry.target = idsText(command.connections, userOf);
    entry.details = closeCodeText(command.code);
    if (!command.reason.isEmpty())
        entry.details += QStringLiteral(": ") + escapedText(command.reason);
}

QString untilText(qint64 until)
{
    return until == 0
               ? QStringLiteral("until lifted")
               : QStringLiteral("until ")
                     + QDateTime::fromMSecsSinceEpoch(until, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString subjectsText(const QList<BanSubject> &subjects)
{
    return namesOf(subjects, [](const BanSubject &subject) {
        const bool isUser = std::holds_alternative<UserId>(subject);
        return (isUser ? QStringLiteral("user ") : QStringLiteral("address "))
               + escapedText(banSubjectText(subject));
    });
}

void describe(AuditEntry &entry, const AddBan &command, const UserOf & /*userOf*/)
{
    entry.target = subjectsText(command.subjects);
    entry.details = untilText(command.until);
    if (!command.reason.isEmpty())
        entry.details += QStringLiteral(": ") + escapedText(command.reason);
    if (!command.closeMatching)
        entry.details += QStringLiteral(" (who is connected stays)");
}

void describe(AuditEntry &entry, const LiftBan &command, const UserOf & /*userOf*/)
{
    const bool areKnown = command.subjects.size() == command.bans.size();
    entry.target = areKnown ? subjectsText(command.subjects) : namesOf(command.bans, [](BanId id) {
        return QStringLiteral("ban ") + QString::number(id.value);
    });
}

template <typename Command>
requires requires(const Command &command)
{
    command.room;
    command.connections;
}
void describe(AuditEntry &entry, const Command &command, const UserOf &userOf)
{
    entry.target = idsText(command.connections, userOf);
    entry.details = roomText(command.room);
}

void describe(AuditEntry &entry, const ChangeOption &command, const UserOf & /*userOf*/)
{
    entry.target = escapedText(command.name);
    entry.details = optionValue(command.name, command.value);
    if (command.before)
        entry.details = QStringLiteral("%1 → %2").arg(optionValue(command.name, *command.before),
                                                      entry.details);
}

} // namespace

std::optional<AuditEntry> auditEntry(const ServerCommand &command, const CommandOutcome &outcome,
                                     qint64 now, const UserOf &userOf)
{
    return std::visit(
        [&](const auto &one) -> std::optional<AuditEntry> {
            using Kind = std::decay_t<decltype(one)>;
            if constexpr (std::is_null_pointer_v<std::decay_t<decltype(Action<Kind>)>>) {
                return std::nullopt;
            } else {
                AuditEntry entry{.timestamp = now, .action = QString::fromLatin1(Action<Kind>)};
                describe(entry, one, userOf);
                entry.ok = outcome.isOk();
                if (!entry.ok) {
                    entry.cancelled = outcome.error().code == Error::Code::Cancelled;
                    entry.outcome = escapedText(outcome.error().message);
                    return entry;
                }
                entry.sent = outcome->sent;
                entry.buffered = outcome->buffered;
                entry.dropped = outcome->dropped;
                entry.gone = outcome->gone;
                return entry;
            }
        },
        command);
}

AuditEntry keptOptionEntry(const ChangeOption &change, qint64 now)
{
    AuditEntry entry{.timestamp = now, .action = QString::fromLatin1(Action<ChangeOption>)};
    describe(entry, change, {});
    entry.details += QStringLiteral(" (from the next start on)");
    return entry;
}

QString redactedText(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    return escapedUtf8(withoutSecrets(utf8).value_or(utf8));
}

} // namespace signalbox
