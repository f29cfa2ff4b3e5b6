// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_words.h"

#include "ui/theme/measure_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QStringList>

#include <array>

namespace signalbox {

namespace {

using namespace Qt::StringLiterals;

/// What stands before a name.
struct Prefix
{
    const char *word;
    const char *text;
};
constexpr std::array Prefixes{
    Prefix{"user ", QT_TRANSLATE_NOOP("AuditWords", "user %1")},
    Prefix{"address ", QT_TRANSLATE_NOOP("AuditWords", "address %1")},
    Prefix{"room ", QT_TRANSLATE_NOOP("AuditWords", "room %1")},
    Prefix{"endpoint ", QT_TRANSLATE_NOOP("AuditWords", "endpoint %1")},
    Prefix{"ban ", QT_TRANSLATE_NOOP("AuditWords", "ban %1")},
};

QString tr(const char *text)
{
    return QCoreApplication::translate("AuditWords", text);
}

QString nameText(const QString &name)
{
    for (const Prefix &prefix : Prefixes) {
        const QLatin1StringView word(prefix.word);
        if (name.startsWith(word))
            return tr(prefix.text).arg(name.sliced(word.size()));
    }
    return name;
}

/// `user ann, address 192.0.2.1 and 10 more`
QString namesText(const QString &names)
{
    static const QRegularExpression More(u"^(.*) and (\\d+) more$"_s);
    const auto match = More.match(names);
    QStringList texts = (match.hasMatch() ? match.captured(1) : names).split(u", "_s);
    for (QString &text : texts)
        text = nameText(text);
    const QString listed = texts.join(u", "_s);
    return match.hasMatch()
               ? tr("%1 and %2 more").arg(listed, countText(match.captured(2).toULongLong()))
               : listed;
}

QString messageText(const QString &details)
{
    static const QRegularExpression Message(u"^(text|binary) of (\\d+) bytes?(: .*)?$"_s,
                                            QRegularExpression::DotMatchesEverythingOption);
    const auto match = Message.match(details);
    if (!match.hasMatch())
        return details;
    const auto size = match.captured(2).toULongLong();
    const QString what = match.captured(1) == u"text"
                             ? counted(size, tr("text of 1 byte"), tr("text of %1 bytes"))
                             : counted(size, tr("binary of 1 byte"), tr("binary of %1 bytes"));
    return what + match.captured(3);
}

/// `until lifted: spam (who is connected stays)`
QString banText(const QString &details)
{
    static const QRegularExpression Terms(
        u"^until (lifted|[^ ]+Z)(: .*?)?( \\(who is connected stays\\))?$"_s,
        QRegularExpression::DotMatchesEverythingOption);
    const auto match = Terms.match(details);
    if (!match.hasMatch())
        return details;
    const auto time = QDateTime::fromString(match.captured(1), Qt::ISODateWithMs);
    const QString until = time.isValid() ? tr("until %1").arg(clockText(time.toMSecsSinceEpoch()))
                                         : tr("until lifted");
    return until + match.captured(2)
           + (match.captured(3).isEmpty() ? QString() : u' ' + tr("(who is connected stays)"));
}

/// `3001 → 3002 (from the next start on)`
QString optionText(const QString &details)
{
    const auto suffix = u" (from the next start on)"_s;
    return details.endsWith(suffix)
               ? details.chopped(suffix.size()) + u' ' + tr("(from the next start on)")
               : details;
}

} // namespace

QString auditTargetForReading(const AuditEntry &entry)
{
    if (entry.action == u"start" || entry.action == u"change-option")
        return entry.target;
    if (entry.target == u"all connections")
        return tr("all connections");
    // A name may look like a list: only these are lists.
    const bool isOne =
        entry.target.startsWith(u"room "_s) || entry.target.startsWith(u"endpoint "_s);
    return isOne ? nameText(entry.target) : namesText(entry.target);
}

QString auditDetailsForReading(const AuditEntry &entry)
{
    if (entry.action == u"send")
        return messageText(entry.details);
    if (entry.action == u"ban")
        return banText(entry.details);
    if (entry.action == u"join-room" || entry.action == u"leave-room")
        return nameText(entry.details);
    if (entry.action == u"change-option")
        return optionText(entry.details);
    return entry.details;
}

} // namespace signalbox
