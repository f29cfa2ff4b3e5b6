// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/audit/audit_log.h"

#include <QDialog>

#include <optional>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSortFilterProxyModel;

namespace signalbox {

class AuditModel;
class DataTable;
class Theme;

/// What operators did: a table, a filter, the details of one entry, and the way out as a file. The
/// rest of the window stays usable.
class AuditDialog : public QDialog
{
    Q_OBJECT

public:
    /// `log` and `theme` must outlive the dialog.
    AuditDialog(AuditLog &log, const Theme &theme, QWidget *parent = nullptr);

    /// The shown entries, oldest first, into that file; what came of it is said in the dialog. The
    /// file is CSV if it is called so, else JSON Lines.
    void exportTo(const QString &fileName);

private:
    void build();
    void applyTheme();
    void colorMessage(bool isTrouble);
    void load();
    void chooseFile();
    void showDetails();
    void showCount();
    void showTrouble(const AuditState &state);
    [[nodiscard]] QList<AuditEntry> shown() const;

    AuditLog &m_log;
    const Theme &m_theme;
    AuditModel *m_model;
    QSortFilterProxyModel *m_filter;
    DataTable *m_table;
    QLineEdit *m_search;
    QLabel *m_count;
    QLabel *m_message;
    QPlainTextEdit *m_details;
    QPushButton *m_export;
    /// Those that came while the others are being read.
    std::optional<QList<AuditEntry>> m_late = QList<AuditEntry>();
};

} // namespace signalbox
