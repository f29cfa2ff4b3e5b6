// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/colour_rules/colour_rule_form.h"

#include "core/escaped_text.h"
#include "ui/colour_rules/row_colours.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/filter_box.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QScopedValueRollback>

#include <utility>

namespace signalbox {

ColourRuleForm::ColourRuleForm(const Theme &theme, FilterValues values, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_name(new QLineEdit(this))
    , m_expression(new FilterBox(theme, FilterFields::ofRecords(), QStringLiteral("log"), this))
    , m_error(new QLabel(this))
    , m_colour(new QComboBox(this))
    , m_enabled(new QCheckBox(tr("Use this rule"), this))
{
    m_name->setObjectName(QStringLiteral("ruleName"));
    m_name->setMaxLength(ColourRule::MaxNameLength);
    m_name->setAccessibleName(tr("Name of the rule"));
    m_name->setToolTip(tr("The tool tips of the rows that it colours name it"));
    m_expression->setObjectName(QStringLiteral("ruleFilter"));
    m_expression->setAccessibleName(tr("Filter of the rule"));
    m_expression->setPlaceholderText(tr("type:error or length>1k"));
    m_expression->setHelpfulToolTip(
        tr("Which rows it colours, in the language of the log's filter"));
    m_expression->setKnownValues(std::move(values));
    m_error->setObjectName(QStringLiteral("ruleError"));
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_colour->setObjectName(QStringLiteral("ruleColour"));
    m_colour->setAccessibleName(tr("Colour of the rule"));
    m_colour->setToolTip(tr("Of the bar at a row's start, and faintly of the row"));
    for (const RuleColour colour : AllRuleColours)
        m_colour->addItem(ruleColourName(colour), int(colour));
    m_enabled->setObjectName(QStringLiteral("ruleEnabled"));
    m_enabled->setToolTip(tr("Off, the rule is kept and colours nothing (Space in the table)"));
    arrange();

    connect(m_name, &QLineEdit::textEdited, this, &ColourRuleForm::tell);
    connect(m_expression, &QLineEdit::textChanged, this, &ColourRuleForm::tell);
    connect(m_colour, &QComboBox::currentIndexChanged, this, &ColourRuleForm::tell);
    connect(m_enabled, &QCheckBox::toggled, this, &ColourRuleForm::tell);
    connect(&theme, &Theme::changed, this, &ColourRuleForm::applyTheme);
    applyTheme();
    showNone();
}

void ColourRuleForm::arrange()
{
    auto *look = new QHBoxLayout;
    look->setSpacing(spacing::Large);
    look->addWidget(m_colour);
    look->addWidget(m_enabled);
    look->addStretch();
    auto *layout = new QFormLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(spacing::Large);
    layout->setVerticalSpacing(spacing::Medium);
    layout->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    layout->addRow(tr("&Name"), m_name);
    layout->addRow(tr("&Filter"), m_expression);
    layout->addRow(QString(), m_error);
    layout->addRow(tr("C&olour"), look);
    if (auto *label = qobject_cast<QLabel *>(layout->labelForField(look)))
        label->setBuddy(m_colour);
}

void ColourRuleForm::applyTheme()
{
    tintError();
    const int size = m_theme.zoomed(spacing::Page);
    m_colour->setIconSize({size, size});
    for (int i = 0; i < m_colour->count(); ++i)
        m_colour->setItemIcon(i,
                              ruleSwatch(m_theme, RuleColour(m_colour->itemData(i).toInt()), size));
}

void ColourRuleForm::show(const CompiledRule &rule)
{
    const QScopedValueRollback filling(m_isFilling, true);
    setEnabled(true);
    m_name->setText(rule.rule.name);
    m_expression->setFilterText(rule.rule.expression);
    m_colour->setCurrentIndex(m_colour->findData(int(rule.rule.colour)));
    m_enabled->setChecked(rule.rule.enabled);
    showError(rule.error);
}

void ColourRuleForm::follow(const CompiledRule &rule)
{
    const QScopedValueRollback filling(m_isFilling, true);
    m_enabled->setChecked(rule.rule.enabled);
    showError(rule.error);
}

void ColourRuleForm::showNone()
{
    const QScopedValueRollback filling(m_isFilling, true);
    m_name->clear();
    m_expression->setFilterText({});
    m_enabled->setChecked(false);
    showError({});
    setEnabled(false);
}

void ColourRuleForm::showError(const QString &error)
{
    m_isError = !error.isEmpty();
    m_error->setText(m_isError ? escapedText(tr("Not applied. %1").arg(error))
                               : tr("Of a long payload the first %1 are looked at.")
                                     .arg(sizeText(quint64(RowColours::SeenBytes))));
    tintError();
}

void ColourRuleForm::tintError()
{
    QPalette tone = palette();
    tone.setColor(QPalette::WindowText,
                  m_theme.color(m_isError ? ColorRole::Danger : ColorRole::Muted));
    m_error->setPalette(tone);
}

void ColourRuleForm::editName()
{
    m_name->setFocus(Qt::ShortcutFocusReason);
    m_name->selectAll();
}

void ColourRuleForm::tell()
{
    if (m_isFilling)
        return;
    emit edited({m_name->text(), m_expression->text(), RuleColour(m_colour->currentData().toInt()),
                 m_enabled->isChecked()});
}

} // namespace signalbox
