// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_dialog.h"

#include "core/escaped_text.h"
#include "ui/actions/outcome_watch.h"
#include "ui/audit/audit_model.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/clear_button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/dialog_size.h"
#include "ui/widgets/dialog_state.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace signalbox {

AuditDialog::AuditDialog(AuditLog &log, const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_log(log)
    , m_theme(theme)
    , m_model(new AuditModel(theme, this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_table(new DataTable(theme, this))
    , m_search(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_message(new QLabel(this))
    , m_details(new QPlainTextEdit(this))
    , m_export(new QPushButton(tr("Export…"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Audit log"));
    m_filter->setSourceModel(m_model);
    m_filter->setFilterKeyColumn(-1);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    build();
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setFilterFixedString(text);
        showCount();
    });
    connect(m_export, &QPushButton::clicked, this, &AuditDialog::chooseFile);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &AuditDialog::showDetails);
    connect(&m_log, &AuditLog::stateChanged, this, &AuditDialog::showTrouble);
    connect(&m_log, &AuditLog::added, this, [this](const AuditEntry &entry) {
        if (m_late)
            m_late->append(entry);
        else
            m_model->add(entry);
        showCount();
    });
    const auto *find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, m_search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(&m_theme, &Theme::changed, this, &AuditDialog::applyTheme);
    applyTheme();
    showTrouble(m_log.state());
    showCount();
    showDetails();
    load();
}

void AuditDialog::applyTheme()
{
    m_details->setFont(m_theme.fixedFont());
    m_details->setFixedHeight(6 * m_theme.rowHeight());
    m_export->setIcon(m_theme.icon(QStringLiteral("export")));
    colorMessage(!m_log.state().trouble.isEmpty());
}

void AuditDialog::colorMessage(bool isTrouble)
{
    QPalette colors;
    colors.setColor(QPalette::WindowText,
                    m_theme.color(isTrouble ? ColorRole::Danger : ColorRole::Text));
    m_message->setPalette(colors);
}

void AuditDialog::build()
{
    m_search->setObjectName(QStringLiteral("auditSearch"));
    m_search->setPlaceholderText(tr("Search any column"));
    m_search->setAccessibleName(tr("Search the audit log"));
    m_search->setToolTip(tr("Any part of any column (Ctrl+F)"));
    addClearButton(*m_search);
    m_search->setMaximumWidth(280);
    m_count->setObjectName(QStringLiteral("auditCount"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_message->setObjectName(QStringLiteral("auditMessage"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->hide();
    m_details->setObjectName(QStringLiteral("auditDetails"));
    m_details->setAccessibleName(tr("Details of the entry"));
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_export->setObjectName(QStringLiteral("auditExport"));
    m_export->setAutoDefault(false);

    m_table->setObjectName(QStringLiteral("auditTable"));
    m_table->setAccessibleName(tr("Audit log"));
    m_table->setModel(m_filter);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->fitColumn(AuditModel::Time, QStringLiteral("0000-00-00 00:00:00"));
    m_table->fitTextColumn(AuditModel::Action, QStringLiteral("Take out of a room"));
    m_table->fitTextColumn(AuditModel::Target, QStringLiteral("address 192.0.2.0/24, user ann"));
    m_table->fitTextColumn(AuditModel::Outcome, QStringLiteral("1,000 sent, 20 buffered"));
    m_table->setFlexibleColumn(AuditModel::Details, 160);

    auto *bar = new QHBoxLayout;
    bar->setSpacing(spacing::Medium);
    bar->addWidget(m_search, 1);
    bar->addWidget(m_count);
    bar->addStretch();
    bar->addWidget(m_export);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::Page, spacing::Page, spacing::Page, spacing::Page);
    layout->setSpacing(spacing::Medium);
    layout->addLayout(bar);
    layout->addWidget(m_message);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_details);
    layout->addWidget(buttons);
    resizeZoomed(*this, m_theme, {960, 560});
    new DialogState(this, m_table, QStringLiteral("audit"));
    m_search->setFocus();
}

void AuditDialog::load()
{
    auto *watcher = new QFutureWatcher<QList<AuditEntry>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            m_model->setEntries(watcher->result() + *m_late);
        m_late.reset();
        showCount();
    });
    watcher->setFuture(m_log.entries());
}

void AuditDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Export the audit log"), QDir::homePath(),
                                   tr("JSON Lines (*.jsonl);;CSV (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("jsonl"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(QStringLiteral("csv")) ? QStringLiteral("csv")
                                                                        : QStringLiteral("jsonl"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &AuditDialog::exportTo);
    dialog->open();
}

void AuditDialog::exportTo(const QString &fileName)
{
    const bool csv = fileName.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive);
    const QList<AuditEntry> entries = shown();
    whenDone(m_log.write(fileName, csv ? AuditLog::Format::Csv : AuditLog::Format::Jsonl, entries),
             this, [this, fileName, count = entries.size()](const Result<void> &outcome) {
                 m_message->setText(
                     outcome ? tr("Exported %1 to %2.")
                                   .arg(counted(quint64(count), tr("one entry"), tr("%1 entries")),
                                        escapedText(QDir::toNativeSeparators(fileName)))
                             : tr("Not exported: %1.").arg(escapedText(outcome.error().message)));
                 m_message->show();
             });
}

void AuditDialog::showDetails()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    m_details->setPlainText(rows.isEmpty() ? tr("Select an entry to see all of it.")
                                           : auditDetailsText(m_model->at(
                                               m_filter->mapToSource(rows.constFirst()).row())));
}

void AuditDialog::showCount()
{
    const int count = m_filter->rowCount();
    m_count->setText(
        tr("%1 of %2").arg(countText(quint64(count)), countText(quint64(m_model->rowCount()))));
    const QString why = count > 0                 ? QString()
                        : m_model->rowCount() > 0 ? tr("No entry matches the search")
                                                  : tr("There is no entry yet");
    m_export->setEnabled(why.isEmpty());
    m_export->setToolTip(
        why.isEmpty() ? tr("Write the entries that are listed into a file, as JSON Lines or CSV")
                      : why);
    m_export->setAccessibleDescription(why);
}

void AuditDialog::showTrouble(const AuditState &state)
{
    const QString text = auditTroubleText(state);
    colorMessage(!text.isEmpty());
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

QList<AuditEntry> AuditDialog::shown() const
{
    QList<AuditEntry> entries;
    entries.reserve(m_filter->rowCount());
    for (int row = m_filter->rowCount() - 1; row >= 0; --row)
        entries += m_model->at(m_filter->mapToSource(m_filter->index(row, 0)).row());
    return entries;
}

} // namespace signalbox
