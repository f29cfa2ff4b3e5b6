// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bans/ban_file.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace signalbox {

namespace {

using namespace Qt::StringLiterals;

QString tr(const char *text)
{
    return QCoreApplication::translate("BanFile", text);
}

QString timeText(qint64 timestamp)
{
    return QDateTime::fromMSecsSinceEpoch(timestamp, Qt::UTC).toString(Qt::ISODateWithMs);
}

/// 0 for a text that is no time.
qint64 timeOf(const QJsonValue &value)
{
    const auto time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

Result<BanSubject> subjectOf(const QJsonObject &object)
{
    if (object.contains("user"_L1)) {
        auto user = UserId::parse(object.value("user"_L1).toString());
        if (!user)
            return user.error();
        return BanSubject(std::move(user).value());
    }
    const auto range = AddressRange::parse(object.value("address"_L1).toString());
    if (!range)
        return range.error();
    return BanSubject(*range);
}

Result<Ban> banOf(const QJsonObject &object)
{
    auto subject = subjectOf(object);
    if (!subject)
        return subject.error();
    Ban ban{.subject = std::move(subject).value(),
            .until = timeOf(object.value("until"_L1)),
            .reason = object.value("reason"_L1).toString(),
            .set = timeOf(object.value("set"_L1))};
    if (object.contains("until"_L1) && ban.until == 0)
        return Error{Error::Code::Parse, tr("“until” is no time")};
    return ban;
}

} // namespace

QByteArray banFileText(const QList<Ban> &bans)
{
    QJsonArray array;
    for (const Ban &ban : bans) {
        const bool isUser = std::holds_alternative<UserId>(ban.subject);
        QJsonObject object{{isUser ? u"user"_s : u"address"_s, banSubjectText(ban.subject)},
                           {u"set"_s, timeText(ban.set)}};
        if (ban.until != 0)
            object.insert("until"_L1, timeText(ban.until));
        if (!ban.reason.isEmpty())
            object.insert("reason"_L1, ban.reason);
        array.append(object);
    }
    return QJsonDocument(QJsonObject{{u"bans"_s, array}}).toJson();
}

Result<QList<Ban>> readBanFileText(const QByteArray &text)
{
    QJsonParseError fault;
    const auto document = QJsonDocument::fromJson(text, &fault);
    if (fault.error != QJsonParseError::NoError) {
        return Error{Error::Code::Parse,
                     tr("%1 at byte %2").arg(fault.errorString()).arg(fault.offset)};
    }
    if (!document.object().value("bans"_L1).isArray())
        return Error{Error::Code::Parse, tr("there is no list “bans”")};
    const auto array = document.object().value("bans"_L1).toArray();
    QList<Ban> bans;
    for (qsizetype i = 0; i < array.size(); ++i) {
        auto ban = banOf(array.at(i).toObject());
        if (!ban) {
            return Error{Error::Code::Parse, tr("ban %1: %2").arg(i + 1).arg(ban.error().message)};
        }
        bans += std::move(ban).value();
    }
    return bans;
}

Result<QList<Ban>> loadBans(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QList<Ban>();
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::PermissionDenied, file.errorString()};
    if (file.size() > MaxBanFileBytes)
        return Error{Error::Code::Parse, tr("it is larger than %1 bytes").arg(MaxBanFileBytes)};
    return readBanFileText(file.readAll());
}

Result<void> saveBans(const QString &path, const QList<Ban> &bans)
{
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(banFileText(bans));
        if (file.commit())
            return {};
    }
    return Error{Error::Code::PermissionDenied, file.errorString()};
}

QString keepAside(const QString &path)
{
    const QFileInfo info(path);
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    const QString name =
        QStringLiteral("%1.broken-%2.%3").arg(info.completeBaseName(), stamp, info.suffix());
    const QString aside = info.dir().filePath(name);
    return QFile::rename(path, aside) ? aside : QString();
}

} // namespace signalbox
