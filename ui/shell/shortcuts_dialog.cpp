// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcuts_dialog.h"

#include "ui/shell/shortcut_list.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/clear_button.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

namespace {

constexpr int ShownRows = 24;
constexpr int KeyCharacters = 24;

} // namespace

ShortcutsDialog::ShortcutsDialog(QWidget *window)
    : QDialog(window)
    , m_search(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_list(new QTreeWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Shortcuts"));
    m_search->setObjectName(QStringLiteral("shortcutSearch"));
    m_search->setPlaceholderText(tr("Search an action or a key"));
    m_search->setAccessibleName(tr("Search shortcuts"));
    m_search->setToolTip(tr("Words of an action, of a place or of its keys"));
    addClearButton(*m_search);
    m_count->setObjectName(QStringLiteral("shortcutCount"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_list->setAccessibleName(tr("Shortcuts"));
    m_list->setHeaderLabels({tr("Action"), tr("Keys")});
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setIndentation(spacing::Page);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    fill(*window);
    m_list->header()->setStretchLastSection(true);
    m_list->header()->resizeSections(QHeaderView::ResizeToContents);
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutsDialog::filter);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter is typed in a search
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(spacing::Medium);
    bar->addWidget(m_search, 1);
    bar->addWidget(m_count);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::Page, spacing::Page, spacing::Page, spacing::Page);
    layout->setSpacing(spacing::Large);
    layout->addLayout(bar);
    layout->addWidget(m_list);
    layout->addWidget(buttons);
    const int rowHeight = fontMetrics().height() + spacing::Medium;
    const QSize wanted{m_list->header()->length() + 5 * spacing::Page, ShownRows * rowHeight};
    resize(wanted.boundedTo(screen()->availableSize() - QSize(16, 56)));
    filter();
    m_search->setFocus();
}

void ShortcutsDialog::fill(const QWidget &window)
{
    const int rowHeight = fontMetrics().height() + spacing::Medium;
    QFont bold = font();
    bold.setBold(true);
    QTreeWidgetItem *group = nullptr;
    const auto shortcuts = shortcutsOf(window);
    for (const Shortcut &shortcut : shortcuts) {
        const QString place = shortcutPlaceText(shortcut.place);
        if (!group || group->text(0) != place) {
            group = new QTreeWidgetItem(m_list, {place});
            group->setFont(0, bold);
            group->setSizeHint(0, {0, rowHeight}); // the first row's height is that of all
            group->setFlags(Qt::ItemIsEnabled);
            group->setFirstColumnSpanned(true);
            group->setExpanded(true);
        }
        auto *item = new QTreeWidgetItem(group, {shortcut.action, shortcut.keys});
        item->setSizeHint(1, {KeyCharacters * fontMetrics().averageCharWidth(), rowHeight});
    }
}

/// Each word has to be somewhere in the action, its keys or its place.
void ShortcutsDialog::filter()
{
    const QStringList words = m_search->text().split(u' ', Qt::SkipEmptyParts);
    quint64 shown = 0;
    quint64 all = 0;
    for (int place = 0; place < m_list->topLevelItemCount(); ++place) {
        QTreeWidgetItem *group = m_list->topLevelItem(place);
        bool isEmpty = true;
        for (int row = 0; row < group->childCount(); ++row) {
            QTreeWidgetItem *item = group->child(row);
            const QString text = group->text(0) + u' ' + item->text(0) + u' ' + item->text(1);
            const bool matches = std::ranges::all_of(words, [&text](const QString &word) {
                return text.contains(word, Qt::CaseInsensitive);
            });
            item->setHidden(!matches);
            isEmpty = isEmpty && !matches;
            ++all;
            shown += matches ? 1 : 0;
        }
        group->setHidden(isEmpty);
    }
    m_count->setText(shown == 0 ? tr("No shortcut matches")
                                : tr("%1 of %2").arg(countText(shown), countText(all)));
}

} // namespace signalbox
