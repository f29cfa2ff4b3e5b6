// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_outcome.h"

#include "ui/audit/audit_entry.h"
#include "ui/theme/measure_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace signalbox {

namespace {

using namespace Qt::StringLiterals;

QString tr(const char *text)
{
    return QCoreApplication::translate("AuditEntry", text);
}

/// The counts in words, but for those that are 0.
class Parts
{
public:
    void add(qint64 count, const QString &text)
    {
        if (count > 0)
            m_parts += text.arg(countText(quint64(count)));
    }
    void add(qint64 count, const QString &one, const QString &many)
    {
        if (count > 0)
            m_parts += counted(quint64(count), one, many);
    }
    /// `2 sent, 1 gone`; empty if all are 0.
    [[nodiscard]] QString text() const { return m_parts.join(u", "_s); }

private:
    QStringList m_parts;
};

QString stopText(const AuditEntry &entry)
{
    Parts parts;
    parts.add(entry.sent + entry.buffered, tr("one client closed"), tr("%1 clients closed"));
    parts.add(entry.dropped + entry.gone, tr("one cut off"), tr("%1 cut off"));
    return parts.text();
}

QString closeText(const AuditEntry &entry)
{
    Parts parts;
    parts.add(entry.sent, tr("%1 closed"));
    parts.add(entry.buffered, tr("%1 still to be told"));
    parts.add(entry.dropped + entry.gone, tr("%1 had ended"));
    return parts.text();
}

QString moveText(const AuditEntry &entry)
{
    const bool in = entry.action == u"join-room";
    Parts parts;
    parts.add(entry.sent + entry.buffered, in ? tr("%1 joined") : tr("%1 left"));
    parts.add(entry.dropped, tr("%1 not moved"));
    parts.add(entry.gone, tr("%1 had ended"));
    return parts.text();
}

QString deliveryText(const AuditEntry &entry)
{
    Parts parts;
    parts.add(entry.sent, tr("%1 sent"));
    parts.add(entry.buffered, tr("%1 buffered"));
    parts.add(entry.dropped, tr("%1 dropped"));
    parts.add(entry.gone, tr("%1 gone"));
    return parts.text();
}

/// In the words of the action; empty if it reached nobody.
QString reachedText(const AuditEntry &entry)
{
    if (entry.action == u"stop-gracefully")
        return stopText(entry);
    if (entry.action == u"kick" || entry.action == u"ban")
        return closeText(entry);
    if (entry.action == u"join-room" || entry.action == u"leave-room")
        return moveText(entry);
    return deliveryText(entry);
}

} // namespace

QString auditOutcomeText(const AuditEntry &entry)
{
    if (entry.cancelled)
        return tr("cancelled");
    if (!entry.ok)
        return entry.outcome.isEmpty() ? tr("failed") : tr("failed: %1").arg(entry.outcome);
    const QString reached = reachedText(entry);
    return reached.isEmpty() ? tr("done") : reached;
}

} // namespace signalbox
