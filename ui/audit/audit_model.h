// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/audit/audit_entry.h"

#include <QAbstractTableModel>
#include <QList>

namespace signalbox {

class Theme;

/// The entries of the audit log, the latest one on top; formats on demand.
class AuditModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column : int { Time, Action, Target, Details, Outcome, ColumnCount };

    /// Rows that are kept; the oldest go.
    static constexpr qsizetype MaxEntries = 100'000;

    /// `theme` must outlive the model.
    explicit AuditModel(const Theme &theme, QObject *parent = nullptr);

    void setEntries(const QList<AuditEntry> &entries);
    void add(const AuditEntry &entry);
    [[nodiscard]] const AuditEntry &at(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    const Theme &m_theme;
    QList<AuditEntry> m_entries; // oldest first
};

/// `kick` as people read it: `Kick`; a word that is not known as it is.
QString auditActionText(const QString &action);
/// All of an entry as lines, for its details and for the clipboard.
QString auditDetailsText(const AuditEntry &entry);

} // namespace signalbox
