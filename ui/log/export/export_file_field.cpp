// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/export/export_file_field.h"

#include "ui/theme/theme.h"

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>

namespace signalbox {

namespace {

constexpr int LeastWidth = 420; // of the field: paths are long

QString folderKey()
{
    return QStringLiteral("log/exportFolder");
}

QString suffixOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return QStringLiteral("csv");
    case ExportFormat::Har:
        return QStringLiteral("har");
    case ExportFormat::JsonLines:
        break;
    }
    return QStringLiteral("jsonl");
}

QString fileFilter(ExportFormat format)
{
    const QString pattern = QStringLiteral(" (*.%1)").arg(suffixOf(format));
    switch (format) {
    case ExportFormat::Csv:
        return ExportFileField::tr("CSV") + pattern;
    case ExportFormat::Har:
        return ExportFileField::tr("HTTP archive") + pattern;
    case ExportFormat::JsonLines:
        break;
    }
    return ExportFileField::tr("JSON Lines") + pattern;
}

QString firstFolder()
{
    QString folder = QSettings().value(folderKey()).toString();
    if (!folder.isEmpty() && QFileInfo(folder).isDir())
        return folder;
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

} // namespace

ExportFileField::ExportFileField(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_name(new QLineEdit(this))
    , m_browse(new QPushButton(tr("Browse…"), this))
    , m_note(new QLabel(this))
{
    m_name->setObjectName(QStringLiteral("exportFile"));
    m_name->setAccessibleName(tr("File"));
    m_name->setToolTip(tr("The file that is written"));
    m_name->setMinimumWidth(LeastWidth);
    const QString stamp = QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    m_name->setText(QDir::toNativeSeparators(
        QDir(firstFolder())
            .filePath(QStringLiteral("signalbox-log-%1.%2").arg(stamp, suffixOf(m_format)))));
    m_browse->setObjectName(QStringLiteral("browseExport"));
    m_browse->setToolTip(tr("Look for a place for the file"));
    m_browse->setAutoDefault(false);
    m_note->setObjectName(QStringLiteral("exportFileNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setFont(theme.captionFont());
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(spacing::Medium);
    layout->setVerticalSpacing(spacing::Small);
    layout->addWidget(m_name, 0, 0);
    layout->addWidget(m_browse, 0, 1);
    layout->addWidget(m_note, 1, 0, 1, 2);
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        refresh();
        emit changed();
    });
    connect(m_browse, &QPushButton::clicked, this, &ExportFileField::browse);
    refresh();
}

QString ExportFileField::fileName() const
{
    const QString name = QDir::fromNativeSeparators(m_name->text().trimmed());
    return name.isEmpty() ? QString() : QFileInfo(name).absoluteFilePath();
}

void ExportFileField::setFormat(ExportFormat format)
{
    const QString before = u'.' + suffixOf(m_format);
    m_format = format;
    QString name = m_name->text();
    if (name.endsWith(before, Qt::CaseInsensitive))
        m_name->setText(name.chopped(before.size()) + u'.' + suffixOf(format));
}

QString ExportFileField::obstacle() const
{
    const QFileInfo file(fileName());
    if (fileName().isEmpty())
        return tr("Name the file first.");
    if (file.isDir())
        return tr("This is a folder: name a file in it.");
    if (!file.dir().exists())
        return tr("The folder does not exist.");
    return {};
}

void ExportFileField::refresh()
{
    const QString why = obstacle();
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText,
                    m_theme.color(why.isEmpty() ? ColorRole::Warning : ColorRole::Danger));
    m_note->setPalette(colors);
    const bool isThere = why.isEmpty() && QFileInfo::exists(fileName());
    // A blank keeps the place: nothing below moves while a name is typed.
    m_note->setText(isThere          ? tr("This file is there already and will be replaced.")
                    : !why.isEmpty() ? why
                                     : QStringLiteral(" "));
    m_name->setAccessibleDescription(m_note->text());
}

void ExportFileField::browse()
{
    auto *files = new QFileDialog(this, tr("Export the log"), QFileInfo(fileName()).path(),
                                  fileFilter(m_format));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setDefaultSuffix(suffixOf(m_format));
    files->selectFile(QFileInfo(fileName()).fileName());
    connect(files, &QFileDialog::fileSelected, m_name,
            [this](const QString &name) { m_name->setText(QDir::toNativeSeparators(name)); });
    files->open();
}

void ExportFileField::rememberFolderOf(const QString &fileName)
{
    QSettings().setValue(folderKey(), QFileInfo(fileName).path());
}

} // namespace signalbox
