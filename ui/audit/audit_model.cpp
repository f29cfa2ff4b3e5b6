// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_model.h"

#include "ui/audit/audit_outcome.h"
#include "ui/audit/audit_words.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"
#include "ui/theme/tool_tip_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <array>

namespace signalbox {

namespace {

struct ActionWord
{
    const char *action;
    const char *word;
};
constexpr std::array ActionWords{
    ActionWord{"start", QT_TRANSLATE_NOOP("AuditEntry", "Start")},
    ActionWord{"stop-now", QT_TRANSLATE_NOOP("AuditEntry", "Stop now")},
    ActionWord{"stop-gracefully", QT_TRANSLATE_NOOP("AuditEntry", "Stop gracefully")},
    ActionWord{"cancel-stop", QT_TRANSLATE_NOOP("AuditEntry", "Cancel the stop")},
    ActionWord{"send", QT_TRANSLATE_NOOP("AuditEntry", "Send")},
    ActionWord{"kick", QT_TRANSLATE_NOOP("AuditEntry", "Kick")},
    ActionWord{"ban", QT_TRANSLATE_NOOP("AuditEntry", "Ban")},
    ActionWord{"unban", QT_TRANSLATE_NOOP("AuditEntry", "Lift a ban")},
    ActionWord{"join-room", QT_TRANSLATE_NOOP("AuditEntry", "Put into a room")},
    ActionWord{"leave-room", QT_TRANSLATE_NOOP("AuditEntry", "Take out of a room")},
    ActionWord{"change-option", QT_TRANSLATE_NOOP("AuditEntry", "Change an option")},
    ActionWord{"lost", QT_TRANSLATE_NOOP("AuditEntry", "Entries lost")},
};

QString tr(const char *text)
{
    return QCoreApplication::translate("AuditEntry", text);
}

QString textOf(const AuditEntry &entry, int column)
{
    switch (column) {
    case AuditModel::Time:
        return clockText(entry.timestamp);
    case AuditModel::Action:
        return auditActionText(entry.action);
    case AuditModel::Target:
        return auditTargetForReading(entry);
    case AuditModel::Details:
        return auditDetailsForReading(entry);
    case AuditModel::Outcome:
        return auditOutcomeText(entry);
    default:
        return {};
    }
}

} // namespace

AuditModel::AuditModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{ }

void AuditModel::setEntries(const QList<AuditEntry> &entries)
{
    beginResetModel();
    m_entries = entries.last(std::min(entries.size(), MaxEntries));
    endResetModel();
}

void AuditModel::add(const AuditEntry &entry)
{
    beginInsertRows({}, 0, 0);
    m_entries.append(entry);
    endInsertRows();
    if (m_entries.size() <= MaxEntries)
        return;
    const int last = rowCount() - 1;
    beginRemoveRows({}, last, last);
    m_entries.removeFirst();
    endRemoveRows();
}

const AuditEntry &AuditModel::at(int row) const
{
    return m_entries.at(m_entries.size() - 1 - row);
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const AuditEntry &entry = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(entry, index.column());
    case Qt::ToolTipRole:
        return index.column() == Time
                   ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(entry.timestamp))
                   : toolTipText(textOf(entry, index.column()));
    case Qt::FontRole:
        return index.column() == Time ? QVariant(m_theme.fixedFont()) : QVariant();
    case Qt::ForegroundRole:
        if (index.column() == Outcome && !entry.cancelled && (!entry.ok || entry.dropped > 0))
            return m_theme.color(entry.ok ? ColorRole::Warning : ColorRole::Danger);
        return {};
    default:
        return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole && section == Target)
        return toolTipText(tr("Whom or what it was about; connections by number, with the user's "
                              "id at that time"));
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole && section == Outcome)
        return toolTipText(tr("How many connections it reached and how, or why it was not done"));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Time:
        return tr("Time");
    case Action:
        return tr("Action");
    case Target:
        return tr("Target");
    case Details:
        return tr("Details");
    case Outcome:
        return tr("Outcome");
    default:
        return {};
    }
}

QString auditActionText(const QString &action)
{
    for (const ActionWord &word : ActionWords) {
        if (action == QLatin1StringView(word.action))
            return tr(word.word);
    }
    return action;
}

QString auditDetailsText(const AuditEntry &entry)
{
    QStringList lines{tr("Time: %1")
                          .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(entry.timestamp),
                                                  QLocale::LongFormat)),
                      tr("Action: %1").arg(auditActionText(entry.action))};
    if (!entry.target.isEmpty())
        lines += tr("Target: %1").arg(auditTargetForReading(entry));
    if (!entry.details.isEmpty())
        lines += tr("Details: %1").arg(auditDetailsForReading(entry));
    lines += tr("Outcome: %1").arg(auditOutcomeText(entry));
    return lines.join(u'\n');
}

} // namespace signalbox
