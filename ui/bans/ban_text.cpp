// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bans/ban_text.h"

#include "core/escaped_text.h"
#include "ui/theme/measure_text.h"

#include <QCoreApplication>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("BanText", text);
}

Result<QList<BanSubject>> readLine(BanKind kind, const QString &line, const ShownUsers &shown)
{
    QList<BanSubject> subjects;
    if (kind == BanKind::Addresses) {
        const auto range = AddressRange::parse(line);
        if (!range)
            return range.error();
        subjects += *range;
        return subjects;
    }
    const QList<UserId> known = shown.values(line);
    for (const UserId &user : known)
        subjects += user;
    if (!subjects.isEmpty())
        return subjects;
    auto user = UserId::parse(line);
    if (!user)
        return user.error();
    subjects += std::move(user).value();
    return subjects;
}

/// All the names that a connection goes by.
QList<UserId> usersOf(const ConnectionRow &row)
{
    QList<UserId> users = row.status.roomUsers;
    if (!row.status.user.isEmpty() && !users.contains(row.status.user))
        users.prepend(row.status.user);
    return users;
}

} // namespace

ShownUsers shownUsersOf(const QList<ConnectionRow> &connections)
{
    ShownUsers shown;
    for (const ConnectionRow &row : connections) {
        const QList<UserId> users = usersOf(row);
        for (const UserId &user : users) {
            const QString name = escapedName(user.utf8());
            if (!shown.contains(name, user))
                shown.insert(name, user);
        }
    }
    return shown;
}

Result<QList<BanSubject>> readBanSubjects(BanKind kind, const QString &text,
                                          const ShownUsers &shown)
{
    QList<BanSubject> subjects;
    QSet<QString> seen;
    const QStringList lines = text.split(u'\n');
    qsizetype number = 0;
    for (const QString &typed : lines) {
        ++number;
        const QString line = typed.trimmed();
        if (line.isEmpty())
            continue;
        const auto meant = readLine(kind, line, shown);
        if (!meant) {
            return Error{meant.error().code,
                         tr("Line %1: %2").arg(number).arg(meant.error().message)};
        }
        for (const BanSubject &subject : *meant) {
            const QString name = banSubjectText(subject);
            if (seen.contains(name))
                continue;
            seen.insert(name);
            subjects += subject;
        }
        if (subjects.size() > MaxBans) {
            return Error{Error::Code::OutOfRange,
                         tr("There can be %1 bans at most").arg(countText(quint64(MaxBans)))};
        }
    }
    if (subjects.isEmpty()) {
        return Error{Error::Code::InvalidArgument,
                     kind == BanKind::Users
                         ? tr("Type the users to ban, one a line")
                         : tr("Type the addresses or ranges to ban, one a line")};
    }
    return subjects;
}

QString banSubjectsOf(BanKind kind, const QList<ConnectionRow> &connections)
{
    QStringList lines;
    QSet<QString> seen;
    const auto add = [&](const QString &line) {
        if (line.isEmpty() || seen.contains(line))
            return;
        seen.insert(line);
        lines += line;
    };
    for (const ConnectionRow &row : connections) {
        if (kind == BanKind::Addresses) {
            add(row.handshake.peerAddress);
            continue;
        }
        const QList<UserId> users = usersOf(row);
        for (const UserId &user : users)
            add(escapedName(user.utf8()));
    }
    return lines.join(u'\n');
}

qsizetype countBanned(const QList<BanSubject> &subjects, const QList<ConnectionRow> &live)
{
    QSet<UserId> users;
    QList<AddressRange> ranges;
    for (const BanSubject &subject : subjects) {
        if (const auto *user = std::get_if<UserId>(&subject))
            users.insert(*user);
        else
            ranges += std::get<AddressRange>(subject);
    }
    return std::ranges::count_if(live, [&](const ConnectionRow &row) {
        const QList<UserId> names = usersOf(row);
        if (std::ranges::any_of(names, [&](const UserId &name) { return users.contains(name); }))
            return true;
        if (ranges.isEmpty())
            return false;
        const auto peer = AddressRange::parse(row.handshake.peerAddress);
        return peer && std::ranges::any_of(ranges, [&](const AddressRange &range) {
                   return range.contains(*peer);
               });
    });
}

QString banUntilText(qint64 until, qint64 now)
{
    if (until == 0)
        return tr("until lifted");
    return tr("%1, in %2")
        .arg(clockText(until), durationForReading(std::max(until - now, qint64(0))));
}

QString banSubjectForReading(const BanSubject &subject)
{
    return escapedText(banSubjectText(subject));
}

} // namespace signalbox
