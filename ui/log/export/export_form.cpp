// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/export/export_form.h"

#include "ui/log/export/export_file_field.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QLabel>
#include <QRadioButton>
#include <QSettings>
#include <QVBoxLayout>

namespace signalbox {

namespace {

QString formatKey()
{
    return QStringLiteral("log/exportFormat");
}

QString scopeText(ExportScope scope)
{
    switch (scope) {
    case ExportScope::Shown:
        return ExportForm::tr("&Shown: the rows of the table");
    case ExportScope::Selected:
        return ExportForm::tr("S&elected rows");
    case ExportScope::All:
        break;
    }
    return ExportForm::tr("&All that is recorded");
}

/// The unit that one would mistake: the messages' own timestamps are in milliseconds.
QString timestampText()
{
    return ExportForm::tr(
        "timestamp counts microseconds since 1970 (UTC); time is the same in ISO 8601, to the "
        "millisecond. "
        "Payloads keep their own, in milliseconds where they are of this server.");
}

} // namespace

ExportForm::ExportForm(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_scopes(new QButtonGroup(this))
    , m_formats(new QButtonGroup(this))
    , m_formatDetail(new QLabel(this))
    , m_file(new ExportFileField(theme, this))
    , m_secrets(new QCheckBox(tr("&Hide secrets"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::Page);

    auto *scopes = addGroup(tr("Records"));
    scopes->addWidget(addScope(ExportScope::All, QStringLiteral("exportAll"),
                               tr("Also what the filter and Clear hide, and what came behind a "
                                  "pause")));
    scopes->addWidget(
        addScope(ExportScope::Shown, QStringLiteral("exportShown"), tr("What the filter accepts")));
    scopes->addWidget(addScope(ExportScope::Selected, QStringLiteral("exportSelected"),
                               tr("The rows that were selected when this was opened")));

    auto *formats = addGroup(tr("Format"));
    addFormat(formats, ExportFormat::JsonLines, QStringLiteral("exportJsonLines"),
              tr("&JSON Lines: one object a record, for programs"),
              tr("Payloads are text, or base64 where they are binary or not UTF-8") + u'\n'
                  + timestampText());
    addFormat(formats, ExportFormat::Csv, QStringLiteral("exportCsv"),
              tr("&CSV: one line a record, for spreadsheets"),
              tr("A text that a spreadsheet would take for a formula (= + - @) gets an apostrophe "
                 "in front")
                  + u'\n' + timestampText());
    addFormat(formats, ExportFormat::Har, QStringLiteral("exportHar"),
              tr("HA&R: one entry a connection, for browsers' developer tools"),
              tr("With the handshakes that are still known; what was published in a room has an "
                 "entry of the room"));
    auto *button = m_formats->button(QSettings().value(formatKey()).toInt());
    if (!button) // of another version, or written by hand
        button = m_formats->button(int(ExportFormat::JsonLines));
    button->setChecked(true);
    m_file->setFormat(this->format());
    formats->addWidget(m_formatDetail);
    m_formatDetail->setObjectName(QStringLiteral("exportFormatDetail"));
    m_formatDetail->setTextFormat(Qt::PlainText);
    m_formatDetail->setWordWrap(true);
    m_formatDetail->setFont(m_theme.captionFont());
    m_formatDetail->setForegroundRole(QPalette::PlaceholderText);
    explainFormat();

    addGroup(tr("File"))->addWidget(m_file);
    addSecrets();
    connect(m_scopes, &QButtonGroup::idToggled, this, &ExportForm::changed);
    connect(m_file, &ExportFileField::changed, this, &ExportForm::changed);
    connect(m_formats, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (!on)
            return;
        QSettings().setValue(formatKey(), id);
        m_file->setFormat(ExportFormat(id));
        explainFormat();
        emit changed();
    });
}

QVBoxLayout *ExportForm::addGroup(const QString &title)
{
    auto *group = new QVBoxLayout;
    group->setSpacing(spacing::Small);
    auto *label = new QLabel(title, this);
    label->setFont(m_theme.captionFont());
    label->setForegroundRole(QPalette::PlaceholderText);
    group->addWidget(label);
    static_cast<QVBoxLayout *>(layout())->addLayout(group);
    return group;
}

QRadioButton *ExportForm::addScope(ExportScope scope, const QString &name, const QString &toolTip)
{
    auto *button = new QRadioButton(scopeText(scope), this);
    button->setObjectName(name);
    button->setToolTip(toolTip);
    m_scopes->addButton(button, int(scope));
    return button;
}

void ExportForm::addFormat(QVBoxLayout *layout, ExportFormat format, const QString &name,
                           const QString &text, const QString &toolTip)
{
    auto *button = new QRadioButton(text, this);
    button->setObjectName(name);
    button->setToolTip(toolTip);
    button->setAccessibleDescription(toolTip);
    m_formats->addButton(button, int(format));
    layout->addWidget(button);
}

void ExportForm::explainFormat()
{
    m_formatDetail->setText(m_formats->checkedButton()->toolTip());
}

void ExportForm::addSecrets()
{
    m_secrets->setObjectName(QStringLiteral("exportHideSecrets"));
    m_secrets->setChecked(true);
    const QString what = tr("Authorization, cookies, tokens in URLs, and values like "
                            "\"password\": \"…\" in messages");
    m_secrets->setToolTip(what);
    m_secrets->setAccessibleDescription(what);
    auto *explanation = new QLabel(what, this);
    explanation->setTextFormat(Qt::PlainText);
    explanation->setFont(m_theme.captionFont());
    explanation->setForegroundRole(QPalette::PlaceholderText);
    auto *group = new QVBoxLayout;
    group->setSpacing(spacing::Small);
    group->addWidget(m_secrets);
    group->addWidget(explanation);
    static_cast<QVBoxLayout *>(layout())->addLayout(group);
}

void ExportForm::setScope(ExportScope scope, qsizetype records, const QString &obstacle)
{
    m_records.at(size_t(scope)) = records;
    auto *button = m_scopes->button(int(scope));
    const QString detail = obstacle.isEmpty() ? countText(quint64(records)) : obstacle;
    button->setText(tr("%1 (%2)").arg(scopeText(scope), detail));
    button->setEnabled(obstacle.isEmpty());
    button->setAccessibleDescription(obstacle.isEmpty() ? button->toolTip() : obstacle);
    emit changed();
}

void ExportForm::choose(ExportScope scope)
{
    if (auto *button = m_scopes->button(int(scope)); button->isEnabled())
        button->setChecked(true);
}

ExportScope ExportForm::scope() const
{
    return ExportScope(m_scopes->checkedId());
}

qsizetype ExportForm::records() const
{
    return m_scopes->checkedId() < 0 ? 0 : m_records.at(size_t(m_scopes->checkedId()));
}

ExportFormat ExportForm::format() const
{
    return ExportFormat(m_formats->checkedId());
}

bool ExportForm::hidesSecrets() const
{
    return m_secrets->isChecked();
}

} // namespace signalbox
