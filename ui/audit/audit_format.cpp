// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_entry.h"

#include "core/csv_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace signalbox {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array Counts{
    std::pair{"sent", &AuditEntry::sent},
    std::pair{"buffered", &AuditEntry::buffered},
    std::pair{"dropped", &AuditEntry::dropped},
    std::pair{"gone", &AuditEntry::gone},
};

constexpr std::array Texts{
    std::pair{"action", &AuditEntry::action},
    std::pair{"target", &AuditEntry::target},
    std::pair{"details", &AuditEntry::details},
    std::pair{"outcome", &AuditEntry::outcome},
};

QString timeText(qint64 timestamp)
{
    return QDateTime::fromMSecsSinceEpoch(timestamp, Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace

QByteArray auditLine(const AuditEntry &entry)
{
    QJsonObject object{{u"time"_s, timeText(entry.timestamp)}, {u"ok"_s, entry.ok}};
    if (entry.cancelled)
        object.insert(u"cancelled"_s, true);
    for (const auto &[name, member] : Texts) {
        if (const QString &text = entry.*member; !text.isEmpty())
            object.insert(QLatin1StringView(name), text);
    }
    for (const auto &[name, member] : Counts) {
        if (const qint64 count = entry.*member; count != 0)
            object.insert(QLatin1StringView(name), count);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

Result<AuditEntry> readAuditLine(QByteArrayView line)
{
    const auto document = QJsonDocument::fromJson(line.toByteArray());
    const auto time =
        QDateTime::fromString(document.object().value("time"_L1).toString(), Qt::ISODateWithMs);
    if (!document.isObject() || !time.isValid())
        return Error{Error::Code::Parse,
                     QCoreApplication::translate("AuditEntry", "This is no line of an audit log")};
    const auto object = document.object();
    AuditEntry entry{.timestamp = time.toMSecsSinceEpoch(),
                     .ok = object.value("ok"_L1).toBool(),
                     .cancelled = object.value("cancelled"_L1).toBool()};
    for (const auto &[name, member] : Texts)
        entry.*member = object.value(QLatin1StringView(name)).toString();
    for (const auto &[name, member] : Counts)
        entry.*member = object.value(QLatin1StringView(name)).toInteger();
    return entry;
}

QByteArray auditCsvHead()
{
    return "time,action,target,details,ok,outcome,sent,buffered,dropped,gone\r\n";
}

QByteArray auditCsv(const AuditEntry &entry)
{
    QByteArray record = timeText(entry.timestamp).toLatin1();
    for (const QString &text : {entry.action, entry.target, entry.details}) {
        record += ',';
        appendCsvText(record, text.toUtf8());
    }
    record += entry.ok ? ",yes," : entry.cancelled ? ",cancelled," : ",no,";
    appendCsvText(record, entry.outcome.toUtf8());
    for (const auto &[name, member] : Counts)
        record += ',' + QByteArray::number(entry.*member);
    return record + "\r\n";
}

} // namespace signalbox
