// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/last_messages/last_messages_dialog.h"

#include "core/escaped_text.h"
#include "ui/connections/connection_text.h"
#include "ui/difference/difference_view.h"
#include "ui/last_messages/last_messages_model.h"
#include "ui/log/log_text.h"
#include "ui/payload/payload_view.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/dialog_size.h"
#include "ui/widgets/dialog_state.h"
#include "ui/widgets/splitter.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

namespace signalbox {

namespace {

constexpr QSize FirstSize{960, 620};

QString fileFilter()
{
    return LastMessagesDialog::tr("Last messages (*.jsonl)") + QStringLiteral(";;")
           + LastMessagesDialog::tr("All files (*)");
}

QString titleText(const LastMessagesDocument &document)
{
    const QString id = u'#' + QString::number(document.connection.value);
    return document.user.isEmpty() ? id : escapedName(document.user.utf8()) + u' ' + id;
}

/// When and how it ended, or that it had not.
QString endText(const LastMessagesDocument &document)
{
    if (!document.close)
        return LastMessagesDialog::tr("open at %1").arg(clockText(document.taken));
    QStringList parts{closeCodeText(document.close->code), closedByText(document.close->by)};
    if (!document.close->reason.isEmpty() && document.close->by != ClosedBy::Vanished)
        parts += escapedText(document.close->reason);
    return LastMessagesDialog::tr("ended at %1: %2")
        .arg(clockText(document.ended), parts.join(QStringLiteral(", ")));
}

} // namespace

LastMessagesDialog::LastMessagesDialog(const LastMessagesDocument &document,
                                       const QString &fileName, const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_document(document)
    , m_log(LogBounds{})
    , m_model(new LastMessagesModel(m_document.records, theme, this))
    , m_table(new DataTable(theme, this))
    , m_details(new PayloadView(theme, this))
    , m_difference(new DifferenceView(
          theme, [this] { return m_log.snapshot(); }, this))
    , m_title(new QLabel(titleText(document), this))
    , m_facts(new QLabel(this))
    , m_outcome(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Last messages of %1").arg(titleText(document)));
    resizeZoomed(*this, m_theme, FirstSize);
    QStringList facts{counted(quint64(document.records.size()), tr("one record"), tr("%1 records")),
                      escapedText(document.address) + u' ' + escapedUtf8(document.path),
                      endText(document)};
    if (!fileName.isEmpty())
        facts.prepend(escapedText(QFileInfo(fileName).fileName()));
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    for (QLabel *label : {m_title, m_facts, m_outcome}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->setObjectName(QStringLiteral("lastMessagesFacts"));
    m_outcome->setObjectName(QStringLiteral("lastMessagesOutcome"));
    buildTable();
    buildDifference();
    buildLayout();
    connect(&m_theme, &Theme::changed, this, &LastMessagesDialog::applyTheme);
    applyTheme();
    if (m_model->rowCount() > 0)
        m_table->selectRow(m_model->rowCount() - 1);
    else
        m_details->showHint(tr("No message was kept."));
    m_table->scrollToBottom();
    m_table->setFocus();
}

void LastMessagesDialog::buildTable()
{
    m_table->setObjectName(QStringLiteral("lastMessagesTable"));
    m_table->setAccessibleName(tr("Last messages, oldest first"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->fitColumn(int(LogColumn::Number), QStringLiteral("000000"));
    m_table->fitColumn(int(LogColumn::Time), QStringLiteral("00:00:00.000"));
    m_table->fitTextColumn(int(LogColumn::Direction), QStringLiteral("↓ server → client"));
    m_table->fitColumn(int(LogColumn::To), QStringLiteral("000"));
    m_table->fitTextColumn(int(LogColumn::Party), QStringLiteral("→ room lobby (12)"));
    m_table->fitTextColumn(int(LogColumn::Message), QStringLiteral("1006 Abnormal Clo"));
    m_table->fitColumn(int(LogColumn::Length), QStringLiteral("000 kB"));
    m_table->setFlexibleColumn(int(LogColumn::Preview), 120);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &LastMessagesDialog::showSelected);
}

void LastMessagesDialog::buildDifference()
{
    for (const ActivityRecord &record : std::as_const(m_document.records))
        m_log.append(record);
    m_details->addView(m_difference, tr("Difference"), DifferenceView::explanation());
    const auto *keys = new QShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_D, this);
    connect(keys, &QShortcut::activated, m_details,
            [this] { m_details->chooseView(m_difference); });
    connect(m_difference, &DifferenceView::positionWanted, m_table,
            [this](quint64 position) { m_table->selectRow(int(position)); });
}

void LastMessagesDialog::buildLayout()
{
    auto *splitter = new Splitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({340, 200});
    new DialogState(this, m_table, QStringLiteral("lastMessages"), splitter);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *save = buttons->addButton(tr("Save…"), QDialogButtonBox::ActionRole);
    save->setObjectName(QStringLiteral("saveLastMessages"));
    save->setToolTip(tr("Save them to a file that can be opened again; payloads as they "
                        "were sent, secrets in them too (Ctrl+S)"));
    save->setShortcut(QKeySequence::Save);
    connect(save, &QPushButton::clicked, this, &LastMessagesDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *head = new QVBoxLayout;
    head->setContentsMargins(spacing::Page, spacing::Large, spacing::Page, spacing::Medium);
    head->setSpacing(spacing::Small);
    head->addWidget(m_title);
    head->addWidget(m_facts);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(spacing::Page, spacing::Medium, spacing::Page, spacing::Large);
    foot->addWidget(m_outcome, 1);
    foot->addWidget(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(splitter, 1);
    layout->addLayout(foot);
}

void LastMessagesDialog::applyTheme()
{
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_facts->setFont(m_theme.captionFont());
    m_facts->setForegroundRole(QPalette::PlaceholderText);
}

void LastMessagesDialog::showSelected()
{
    const QList<int> rows = m_table->selectedRowNumbers();
    if (rows.isEmpty())
        return;
    const LogEntry &entry = m_model->at(rows.constFirst());
    ShownPayload shown = logDetails(entry);
    if (entry.payloadReleased)
        shown.notice = tr("Its payload of %1 was too long to be kept.")
                           .arg(bytesText(quint64(entry.record.length)));
    m_difference->choose(quint64(rows.constFirst()));
    m_details->show(shown);
}

void LastMessagesDialog::save()
{
    auto *files = new QFileDialog(this, tr("Save last messages"), {}, fileFilter());
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setDefaultSuffix(QStringLiteral("jsonl"));
    files->selectFile(lastMessagesFileName(m_document));
    connect(files, &QFileDialog::fileSelected, this, &LastMessagesDialog::saveAs);
    files->open();
}

void LastMessagesDialog::saveAs(const QString &fileName)
{
    const auto saved = saveLastMessages(m_document, fileName);
    m_outcome->setText(saved ? tr("Saved to %1").arg(escapedText(fileName))
                             : tr("It could not be saved: %1").arg(saved.error().message));
    QPalette tone = palette();
    tone.setColor(QPalette::WindowText, m_theme.color(saved ? ColorRole::Ok : ColorRole::Danger));
    m_outcome->setPalette(tone);
}

void LastMessagesDialog::chooseFile(const Theme &theme, QWidget *parent)
{
    auto *files = new QFileDialog(parent, tr("Open last messages"), {}, fileFilter());
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setFileMode(QFileDialog::ExistingFile);
    connect(files, &QFileDialog::fileSelected, parent, [&theme, parent](const QString &fileName) {
        const auto document = openLastMessages(fileName);
        if (document) {
            (new LastMessagesDialog(*document, fileName, theme, parent))->show();
            return;
        }
        auto *box = new QMessageBox(
            QMessageBox::Warning, tr("Open last messages"),
            tr("%1 cannot be shown.\n\n%2")
                .arg(escapedText(QFileInfo(fileName).fileName()), document.error().message),
            QMessageBox::Close, parent);
        box->setTextFormat(Qt::PlainText);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
    files->open();
}

} // namespace signalbox
