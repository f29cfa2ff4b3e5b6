// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_page.h"

#include "core/option_table.h"
#include "ui/settings/option_row.h"
#include "ui/settings/option_store.h"
#include "ui/shell/language.h"
#include "ui/theme/theme.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/clear_button.h"

#include <QAction>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

namespace {

constexpr int ContentWidth = 1'000;
constexpr int NameWidth = 440;
constexpr int EditorWidth = 220;
constexpr int ResetWidth = 80;

} // namespace

SettingsPage::SettingsPage(OptionStore &store, QAction *restart, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_store(store)
    , m_search(new QLineEdit(this))
    , m_waiting(new QLabel(this))
    , m_restartBar(makeRestartBar(restart))
    , m_nothing(new QLabel(tr("No setting matches. Clear the search to see all."), this))
    , m_scheme(new QComboBox(this))
    , m_language(new QComboBox(this))
    , m_appearance(makeAppearance())
    , m_area(new QScrollArea(this))
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(spacing::Page, 0, spacing::Page, spacing::Page);
    layout->setSpacing(0);
    m_appearanceHeading = addHeading(tr("Appearance"), *layout);
    layout->addWidget(m_appearance);
    addGroups(*layout);
    layout->addWidget(m_nothing);
    layout->addStretch();
    m_nothing->hide();
    arrange(content);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsPage::search);
    connect(&m_store, &OptionStore::changed, this, &SettingsPage::showWaiting);
    connect(&theme, &Theme::changed, this, &SettingsPage::applyTheme);
    applyTheme();
    showWaiting();
}

QWidget *SettingsPage::makeRestartBar(QAction *restart)
{
    auto *bar = new QWidget(this);
    m_waiting->setTextFormat(Qt::PlainText);
    m_waiting->setWordWrap(true);
    m_waiting->setObjectName(QStringLiteral("waitingForRestart"));
    auto *button = new ActionButton(restart, ButtonRole::Plain, bar);
    button->setObjectName(QStringLiteral("restart"));
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::Page);
    layout->addWidget(m_waiting, 1);
    layout->addWidget(button);
    return bar;
}

void SettingsPage::showWaiting()
{
    const QStringList names = m_store.waitingForRestart();
    m_waiting->setText(
        tr("After a restart of the server: %1").arg(names.join(QStringLiteral(", "))));
    m_restartBar->setVisible(!names.isEmpty());
}

void SettingsPage::showOption(const QString &name)
{
    m_search->clear();
    if (auto *editor = m_area->findChild<QWidget *>(name)) {
        m_area->ensureWidgetVisible(editor);
        editor->setFocus(Qt::ShortcutFocusReason);
    }
}

QWidget *SettingsPage::makeAppearance()
{
    m_scheme->addItems({tr("As the system"), tr("Light"), tr("Dark")});
    m_scheme->setObjectName(QStringLiteral("scheme"));
    m_scheme->setAccessibleName(tr("Colours of the window"));
    m_scheme->setToolTip(tr("Takes effect at once"));
    connect(m_scheme, &QComboBox::activated, this,
            [this](int index) { m_theme.setScheme(ColorScheme(index)); });
    // Each language in its own words, so that whoever cannot read the present one finds it.
    m_language->addItems(
        {tr("As the system"), QStringLiteral("English"), QStringLiteral("简体中文")});
    m_language->setCurrentIndex(int(keptLanguage()));
    m_language->setObjectName(QStringLiteral("windowLanguage"));
    m_language->setAccessibleName(tr("Language of the window"));
    m_language->setToolTip(tr("Takes effect when Signalbox is started again"));
    auto *effect = new QLabel(m_language->toolTip(), this);
    effect->setForegroundRole(QPalette::PlaceholderText);
    effect->hide();
    connect(m_language, &QComboBox::activated, this, [effect](int index) {
        keepLanguage(WindowLanguage(index));
        effect->show();
    });

    auto *rows = new QWidget(this);
    auto *layout = new QGridLayout(rows);
    layout->setContentsMargins(0, spacing::Medium, 0, spacing::Medium);
    layout->setHorizontalSpacing(spacing::Page);
    layout->setVerticalSpacing(spacing::Medium);
    layout->addWidget(appearanceName(tr("Colours"), m_scheme, rows), 0, 0);
    layout->addWidget(m_scheme, 0, 1);
    layout->addWidget(appearanceName(tr("Language"), m_language, rows), 1, 0);
    layout->addWidget(m_language, 1, 1);
    layout->addWidget(effect, 1, 2);
    layout->setColumnStretch(2, 1);
    return rows;
}

QLabel *SettingsPage::appearanceName(const QString &text, QWidget *editor, QWidget *parent)
{
    auto *name = new QLabel(text, parent);
    name->setBuddy(editor);
    m_appearanceNames += name;
    return name;
}

QLabel *SettingsPage::addHeading(const QString &text, QVBoxLayout &layout)
{
    auto *heading = new QLabel(text, this);
    heading->setTextFormat(Qt::PlainText);
    heading->setContentsMargins(0, spacing::Page, 0, spacing::Small);
    layout.addWidget(heading);
    return heading;
}

void SettingsPage::addGroups(QVBoxLayout &layout)
{
    for (const OptionDescriptor &option : optionTable()) {
        const QString title = optionGroupTitle(option.group);
        if (m_groups.isEmpty() || m_groups.constLast().heading->text() != title)
            m_groups.append(Group{addHeading(title, layout), {}});
        auto *row = new OptionRow(option, m_store, m_theme, this);
        layout.addWidget(row);
        m_groups.last().rows.append(row);
    }
}

void SettingsPage::arrange(QWidget *content)
{
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Search the settings"));
    addClearButton(*m_search);
    m_search->setAccessibleName(tr("Search the settings"));
    m_search->setToolTip(tr("Words of a setting's name, help or value (Ctrl+F)"));
    m_search->setMaximumWidth(360);
    m_search->addAction(QIcon(), QLineEdit::LeadingPosition);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::NoFocus); // its editors scroll it
    m_area->setWidget(content);
    m_area->setAccessibleName(tr("Settings"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, spacing::Medium, 0, 0);
    layout->setSpacing(spacing::Medium);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(spacing::Page, 0, spacing::Page, 0);
    top->setSpacing(spacing::Medium);
    top->addWidget(m_search);
    top->addWidget(m_restartBar);
    layout->addLayout(top);
    layout->addWidget(m_area, 1);
    setTabOrder(m_search, m_scheme);
    setTabOrder(m_scheme, m_language);
}

void SettingsPage::applyTheme()
{
    m_search->actions().constFirst()->setIcon(
        m_theme.icon(QStringLiteral("search"), ColorRole::Muted));
    m_scheme->setCurrentIndex(int(m_theme.scheme()));
    QPalette waiting = palette();
    waiting.setColor(QPalette::WindowText, m_theme.color(ColorRole::Warning));
    m_waiting->setPalette(waiting);
    QFont heading = m_theme.uiFont();
    heading.setBold(true);
    for (QLabel *name : std::as_const(m_appearanceNames))
        name->setFont(heading);
    m_area->widget()->setMaximumWidth(m_theme.zoomed(ContentWidth));
    heading.setPointSizeF(heading.pointSizeF() + 2);
    m_appearanceHeading->setFont(heading);
    for (const Group &group : std::as_const(m_groups))
        group.heading->setFont(heading);
    fitColumns();
}

/// Zoomed, the page is narrower than the columns would like to be.
void SettingsPage::fitColumns()
{
    const int scrollBar = m_area->verticalScrollBar()->sizeHint().width();
    const int room = width() - scrollBar - 4 * spacing::Page - m_theme.zoomed(ResetWidth);
    const int most = m_theme.zoomed(EditorWidth);
    const int name = std::min(m_theme.zoomed(NameWidth), std::max(room - most, room / 2));
    const int editor = std::clamp(room - name, EditorWidth / 2, most);
    for (QLabel *label : std::as_const(m_appearanceNames))
        label->setFixedWidth(std::max(name, 0));
    for (QWidget *choice : {m_scheme, m_language})
        choice->setFixedWidth(editor);
    for (const Group &group : std::as_const(m_groups)) {
        for (OptionRow *row : group.rows)
            row->setColumnWidths(std::max(name, 0), editor);
    }
}

void SettingsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void SettingsPage::search(const QString &words)
{
    bool any = words.trimmed().isEmpty();
    m_appearance->setVisible(any);
    m_appearanceHeading->setVisible(any);
    for (const Group &group : std::as_const(m_groups)) {
        bool anyOfGroup = false;
        for (OptionRow *row : group.rows) {
            const bool match = row->matches(words);
            row->setVisible(match);
            anyOfGroup = anyOfGroup || match;
        }
        group.heading->setVisible(anyOfGroup);
        any = any || anyOfGroup;
    }
    m_nothing->setVisible(!any);
}

} // namespace signalbox
