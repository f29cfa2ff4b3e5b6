// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/export/export_dialog.h"

#include "core/escaped_text.h"
#include "core/owned_thread.h"
#include "ui/log/export/export_file_field.h"
#include "ui/log/export/progress_row.h"
#include "ui/log/log_model.h"
#include "ui/theme/console_style.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDateTime>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

namespace {

QString recordsText(qsizetype records)
{
    return counted(quint64(records), ExportDialog::tr("one record"),
                   ExportDialog::tr("%1 records"));
}

QString shownName(const QString &fileName)
{
    return escapedText(QDir::toNativeSeparators(fileName));
}

QString doneText(const ExportedFile &file)
{
    QStringList sentences{
        ExportDialog::tr("Exported %1, %2, to %3.")
            .arg(recordsText(file.records), bytesText(quint64(file.bytes)), shownName(file.name))};
    if (file.redacted > 0)
        sentences += ExportDialog::tr("Secrets in the messages of %1 are hidden.")
                         .arg(recordsText(file.redacted));
    if (file.released > 0)
        sentences += ExportDialog::tr("The payloads of %1 had been released and are not in it.")
                         .arg(recordsText(file.released));
    return sentences.join(u' ');
}

} // namespace

class ExportDialog::Thread : public OwnedThread<ExportWorker>
{
public:
    using OwnedThread::OwnedThread;
};

ExportDialog::ExportDialog(const LogModel &model, const QList<quint64> &selected,
                           ExportRequest surroundings, const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_model(model)
    , m_theme(theme)
    , m_request(std::move(surroundings))
    , m_selected(selected)
    , m_form(new ExportForm(theme, this))
    , m_progress(new ProgressRow(tr("Records that are written"), this))
    , m_message(new QLabel(this))
    , m_export(new QPushButton(this))
    , m_close(new QPushButton(tr("Close"), this))
    , m_showFolder(new QPushButton(tr("Show in folder"), this))
    , m_copyPath(new QPushButton(tr("Copy path"), this))
{
    qRegisterMetaType<WorkProgress>();
    qRegisterMetaType<Result<ExportedFile>>();
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export the log"));
    build();
    connect(m_form, &ExportForm::changed, this, &ExportDialog::refresh);
    takeRecords();
    refresh();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::build()
{
    auto *taken = new QLabel(tr("The log as it was at %1; what comes later is not in it.")
                                 .arg(clockText(QDateTime::currentMSecsSinceEpoch())),
                             this);
    taken->setTextFormat(Qt::PlainText);
    m_message->setObjectName(QStringLiteral("exportMessage"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_message->hide();
    m_progress->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::Page, spacing::Page, spacing::Page, spacing::Page);
    layout->setSpacing(spacing::Page);
    layout->addWidget(taken);
    layout->addWidget(m_form);
    layout->addWidget(m_progress);
    layout->addWidget(m_message);
    layout->addStretch();
    layout->addLayout(buildButtons());
}

QHBoxLayout *ExportDialog::buildButtons()
{
    m_export->setObjectName(QStringLiteral("startExport"));
    m_export->setIcon(m_theme.icon(QStringLiteral("export"), ColorRole::AccentText));
    setButtonRole(m_export, ButtonRole::Primary);
    m_export->setDefault(true);
    m_close->setObjectName(QStringLiteral("closeExport"));
    m_close->setAutoDefault(false);
    m_showFolder->setObjectName(QStringLiteral("showExportFolder"));
    m_showFolder->setToolTip(tr("Open the folder that the file is in"));
    m_copyPath->setObjectName(QStringLiteral("copyExportPath"));
    m_copyPath->setToolTip(tr("Copy the file's path"));
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::start);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_showFolder, &QPushButton::clicked, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_written).path()));
    });
    connect(m_copyPath, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(QDir::toNativeSeparators(m_written)); });
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::Medium);
    for (QPushButton *button : {m_showFolder, m_copyPath}) {
        button->setAutoDefault(false);
        button->hide();
        row->addWidget(button); // the box would show it now and then
    }
    row->addStretch();
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    buttons->addButton(m_export, QDialogButtonBox::ActionRole);
    row->addWidget(buttons);
    return row;
}

void ExportDialog::takeRecords()
{
    m_request.log = m_model.snapshot();
    m_query = m_model.query();
    m_request.programVersion = QCoreApplication::applicationVersion().toUtf8();
    m_form->setScope(ExportScope::All, m_request.count());
    m_form->setScope(ExportScope::Selected, m_selected.size(),
                     m_selected.isEmpty() ? tr("no row is selected") : QString());
    if (m_model.isSearching()) {
        m_form->setScope(ExportScope::Shown, 0, tr("the filter is still looking"));
        connect(&m_model, &LogModel::countsChanged, this, &ExportDialog::awaitShown);
    } else {
        takeShown();
    }
    const bool isFiltered = m_shown && !m_shown->isEmpty() && m_shown->size() < m_request.count();
    m_form->choose(m_selected.size() > 1 ? ExportScope::Selected
                   : isFiltered          ? ExportScope::Shown
                                         : ExportScope::All);
}

void ExportDialog::awaitShown()
{
    if (m_shown)
        return;
    const LogQuery &now = m_model.query();
    const bool isAnother = now.filter != m_query.filter || now.scope != m_query.scope;
    if (isAnother)
        m_form->setScope(ExportScope::Shown, 0, tr("the filter was changed; open this again"));
    if (!isAnother && !m_model.isSearching())
        takeShown();
    if (isAnother || m_shown)
        disconnect(&m_model, &LogModel::countsChanged, this, &ExportDialog::awaitShown);
}

void ExportDialog::takeShown()
{
    m_shown = m_model.allShown().positions;
    // What was recorded since this opened is not in its log, what was forgotten still is.
    const quint64 end = m_request.log.end();
    while (!m_shown->isEmpty() && m_shown->constLast() >= end)
        m_shown->removeLast();
    m_form->setScope(ExportScope::Shown, m_shown->size(),
                     m_shown->isEmpty() ? tr("the filter accepts none") : QString());
}

QString ExportDialog::obstacle() const
{
    if (m_form->records() == 0)
        return tr("There is no record to export.");
    return m_form->file().obstacle();
}

void ExportDialog::refresh()
{
    const QString why = obstacle();
    m_export->setText(tr("Export %1").arg(recordsText(m_form->records())));
    m_export->setEnabled(why.isEmpty() && !m_isRunning);
    m_export->setToolTip(why.isEmpty() ? tr("Write the file") : why);
    m_export->setAccessibleDescription(m_export->toolTip());
}

void ExportDialog::start()
{
    if (!m_thread) {
        m_thread = std::make_unique<Thread>(QStringLiteral("log export"));
        connect(m_thread->engine(), &ExportWorker::finished, this, &ExportDialog::take);
        connect(m_thread->engine(), &ExportWorker::progressed, this,
                [this](const WorkProgress &progress) {
                    m_last = progress;
                    m_progress->setProgress(progress);
                });
    }
    ExportRequest request = m_request;
    request.format = m_form->format();
    request.hideSecrets = m_form->hidesSecrets();
    if (m_form->scope() == ExportScope::Shown)
        request.positions = m_shown;
    else if (m_form->scope() == ExportScope::Selected)
        request.positions = m_selected;
    m_last = {0, m_form->records(), 0};
    m_progress->setProgress(m_last);
    setRunning(true);
    m_thread->post([request = std::move(request), fileName = m_form->file().fileName()](
                       ExportWorker &worker) { worker.start(fileName, request); });
}

void ExportDialog::cancel()
{
    m_close->setEnabled(false); // until the thread has heard it
    m_thread->post([](ExportWorker &worker) { worker.cancel(); });
}

void ExportDialog::take(const Result<ExportedFile> &outcome)
{
    setRunning(false);
    if (outcome) {
        m_written = outcome->name;
        ExportFileField::rememberFolderOf(m_written);
        say(doneText(*outcome), ColorRole::Ok);
    } else if (outcome.error().code == Error::Code::Cancelled) {
        say(tr("Cancelled after %1 of %2. No file was written.")
                .arg(countText(quint64(m_last.done)), recordsText(m_last.total)),
            ColorRole::Warning);
    } else {
        say(tr("Not exported: %1. No half file is left.").arg(escapedText(outcome.error().message)),
            ColorRole::Danger);
    }
    if (!outcome)
        m_form->file().refresh(); // the place may not be what it was
    const int needed = layout()->totalHeightForWidth(width());
    resize(width(), std::max(height(), needed));
}

void ExportDialog::setRunning(bool running)
{
    m_isRunning = running;
    m_form->setEnabled(!running);
    m_progress->setVisible(running);
    m_message->setVisible(!running);
    m_showFolder->hide();
    m_copyPath->hide();
    m_close->setEnabled(true);
    m_close->setText(running ? tr("Cancel") : tr("Close"));
    m_close->setToolTip(running ? tr("Stop, and leave no file") : QString());
    if (running)
        m_close->setFocus();
    refresh();
}

void ExportDialog::say(const QString &text, ColorRole role)
{
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, m_theme.color(role));
    m_message->setPalette(colors);
    m_message->setText(text);
    m_message->setAccessibleName(text);
    m_showFolder->setVisible(role == ColorRole::Ok);
    m_copyPath->setVisible(role == ColorRole::Ok);
}

void ExportDialog::reject()
{
    if (m_isRunning)
        cancel();
    else
        QDialog::reject();
}

} // namespace signalbox
