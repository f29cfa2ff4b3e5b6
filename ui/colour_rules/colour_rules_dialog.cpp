// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/colour_rules/colour_rules_dialog.h"

#include "ui/colour_rules/colour_rule_form.h"
#include "ui/colour_rules/colour_rules_model.h"
#include "ui/theme/measure_text.h"
#include "ui/widgets/data_table.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace signalbox {

namespace {

constexpr QSize FirstSize{960, 560};

/// Enables a button, or disables it and lets it say why.
void setPossible(QPushButton *button, const QString &obstacle, const QString &toolTip)
{
    button->setEnabled(obstacle.isEmpty());
    button->setToolTip(obstacle.isEmpty() ? toolTip : obstacle);
    button->setAccessibleDescription(button->toolTip());
}

} // namespace

ColourRulesDialog::ColourRulesDialog(ColourRuleStore &store, const Theme &theme,
                                     FilterValues values, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_first(store.list())
    , m_model(new ColourRulesModel(store, theme, this))
    , m_table(new DataTable(theme, this))
    , m_add(addButton(tr("Add"), "addRule", Qt::Key_Insert))
    , m_duplicate(addButton(tr("Duplicate"), "duplicateRule", Qt::CTRL | Qt::Key_D))
    , m_remove(addButton(tr("Remove"), "removeRule", QKeySequence::Delete))
    , m_up(addButton(tr("Move up"), "moveRuleUp", Qt::ALT | Qt::Key_Up))
    , m_down(addButton(tr("Move down"), "moveRuleDown", Qt::ALT | Qt::Key_Down))
    , m_form(new ColourRuleForm(theme, std::move(values), this))
    , m_count(new QLabel(this))
    , m_defaults(new QPushButton(tr("Restore defaults"), this))
    , m_revert(new QPushButton(tr("Undo all changes"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Colour rules"));
    resize(FirstSize);
    buildTable();
    arrange();
    connectParts();
    applyTheme();
    choose(0);
    refresh();
    m_table->setFocus();
}

QPushButton *ColourRulesDialog::addButton(const QString &text, const char *name,
                                          const QKeySequence &keys)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QString::fromLatin1(name));
    button->setAutoDefault(false);
    // In the table only: in the fields the same keys have their own meaning.
    auto *shortcut = new QShortcut(keys, m_table);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, button, [button] { button->click(); });
    return button;
}

void ColourRulesDialog::buildTable()
{
    m_table->setObjectName(QStringLiteral("colourRulesTable"));
    m_table->setAccessibleName(tr("Colour rules, the first that matches wins"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setFrameShape(QFrame::StyledPanel);
    m_table->setModel(m_model);
    m_table->fitTextColumn(ColourRulesModel::Name,
                           QStringLiteral("□□□□□□ ") + tr("Refused or abnormally closed"));
    m_table->fitTextColumn(ColourRulesModel::Colour, tr("violet"));
    m_table->fitTextColumn(ColourRulesModel::State, tr("not applied: at 1: a value"));
    m_table->setFlexibleColumn(ColourRulesModel::Expression, 160);
}

void ColourRulesDialog::arrange()
{
    auto *explanation = new QLabel(
        tr("The first rule that matches a row of the log colours it: a bar at its start, and the "
           "row faintly.\nThe row's tool tip names the rule. Changes show at once."),
        this);
    explanation->setWordWrap(true);
    m_count->setObjectName(QStringLiteral("rulesCount"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    for (QPushButton *button : {m_defaults, m_revert})
        button->setAutoDefault(false);
    m_defaults->setObjectName(QStringLiteral("restoreRules"));
    m_revert->setObjectName(QStringLiteral("revertRules"));

    auto *side = new QVBoxLayout;
    side->setSpacing(spacing::Small);
    for (QPushButton *button : {m_add, m_duplicate, m_remove, m_up, m_down})
        side->addWidget(button);
    side->addStretch();
    side->addWidget(m_count);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(spacing::Medium);
    middle->addWidget(m_table, 1);
    middle->addLayout(side);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(spacing::Medium);
    foot->addWidget(m_defaults);
    foot->addWidget(m_revert);
    foot->addWidget(buttons, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::Page, spacing::Page, spacing::Page, spacing::Page);
    layout->setSpacing(spacing::Large);
    layout->addWidget(explanation);
    layout->addLayout(middle, 1);
    layout->addWidget(m_form);
    layout->addLayout(foot);
}

void ColourRulesDialog::connectParts()
{
    connect(m_add, &QPushButton::clicked, this, &ColourRulesDialog::add);
    connect(m_duplicate, &QPushButton::clicked, this, &ColourRulesDialog::duplicate);
    connect(m_remove, &QPushButton::clicked, this, &ColourRulesDialog::remove);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_defaults, &QPushButton::clicked, this, [this] {
        m_model->setAll(defaultColourRules());
        choose(0);
    });
    connect(m_revert, &QPushButton::clicked, this, [this] {
        m_model->setAll(m_first);
        choose(0);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ColourRulesDialog::showChosen);
    connect(m_table, &DataTable::rowOpened, m_form, &ColourRuleForm::editName);
    connect(m_form, &ColourRuleForm::edited, this, [this](const ColourRule &rule) {
        if (chosen() >= 0)
            m_model->setRule(chosen(), rule);
    });
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this] {
        // What was typed is in the form already; the table's box may have been clicked.
        if (chosen() >= 0)
            m_form->follow(m_model->at(chosen()));
        refresh();
    });
    connect(&m_theme, &Theme::changed, this, &ColourRulesDialog::applyTheme);
}

void ColourRulesDialog::applyTheme()
{
    m_add->setIcon(m_theme.icon(QStringLiteral("plus")));
    m_duplicate->setIcon(m_theme.icon(QStringLiteral("copy")));
    m_remove->setIcon(m_theme.icon(QStringLiteral("minus")));
    m_up->setIcon(m_theme.icon(QStringLiteral("arrow-up")));
    m_down->setIcon(m_theme.icon(QStringLiteral("arrow-down")));
    m_defaults->setIcon(m_theme.icon(QStringLiteral("refresh")));
}

int ColourRulesDialog::chosen() const
{
    const QList<int> rows = m_table->selectedRowNumbers();
    return rows.isEmpty() ? -1 : rows.constFirst();
}

void ColourRulesDialog::choose(int row)
{
    // selectRow() would look at the keys that are held.
    if (row >= 0 && row < m_model->rowCount())
        m_table->selectionModel()->setCurrentIndex(m_model->index(row, 0),
                                                   QItemSelectionModel::ClearAndSelect
                                                       | QItemSelectionModel::Rows);
    showChosen();
}

void ColourRulesDialog::showChosen()
{
    if (chosen() >= 0)
        m_form->show(m_model->at(chosen()));
    else
        m_form->showNone();
    refresh();
}

void ColourRulesDialog::add()
{
    const int below = chosen() >= 0 ? chosen() : m_model->rowCount() - 1;
    m_model->insertBelow(below, {tr("New rule"), {}, RuleColour::Amber, true});
    choose(below + 1);
    m_form->editName();
}

void ColourRulesDialog::duplicate()
{
    const int row = chosen();
    ColourRule copy = m_model->at(row).rule;
    copy.name = tr("%1 (copy)").arg(copy.name).left(ColourRule::MaxNameLength);
    m_model->insertBelow(row, copy);
    choose(row + 1);
}

void ColourRulesDialog::remove()
{
    const int row = chosen();
    m_model->remove(row);
    choose(std::min(row, m_model->rowCount() - 1));
}

void ColourRulesDialog::move(int step)
{
    m_model->swap(chosen(), step);
    refresh();
}

void ColourRulesDialog::refresh()
{
    const int row = chosen();
    const int count = m_model->rowCount();
    const auto most = quint64(ColourRuleStore::MaxRules);
    const QString full = m_model->isFull()
                             ? tr("There are %1 rules, no more are possible").arg(countText(most))
                             : QString();
    const QString none = row < 0 ? tr("Select a rule first") : QString();
    setPossible(m_add, full, tr("Add a rule below the chosen one (Insert)"));
    setPossible(m_duplicate, none.isEmpty() ? full : none,
                tr("Add a copy below the chosen one (Ctrl+D)"));
    setPossible(m_remove, none, tr("Remove the chosen rule (Delete)"));
    setPossible(m_up, row == 0 ? tr("It is the first rule") : none,
                tr("Let the chosen rule come before the one above (Alt+Up)"));
    setPossible(m_down, row >= 0 && row == count - 1 ? tr("It is the last rule") : none,
                tr("Let the one below come before the chosen rule (Alt+Down)"));
    QList<ColourRule> now;
    for (int i = 0; i < count; ++i)
        now += m_model->at(i).rule;
    setPossible(m_defaults, now == defaultColourRules() ? tr("These are the defaults") : QString(),
                tr("Put the rules that come with the program in the place of all of these"));
    setPossible(m_revert, now == m_first ? tr("Nothing was changed") : QString(),
                tr("Put all rules back as they were when this opened"));
    m_count->setText(tr("%1 of %2").arg(countText(quint64(count)), countText(most)));
    m_count->setAccessibleName(
        tr("Rules: %1 of %2").arg(countText(quint64(count)), countText(most)));
}

} // namespace signalbox
