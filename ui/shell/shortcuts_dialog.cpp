// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcuts_dialog.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

namespace {

constexpr int ShownRows = 24;
constexpr int KeyCharacters = 24;

QString keyText(const QKeySequence &keys)
{
    return keys.toString(QKeySequence::NativeText);
}

/// Keys that belong to a widget and not to an action.
QList<QStringList> otherKeys()
{
    return {
        {ShortcutsDialog::tr("First and last row of a table"),
         ShortcutsDialog::tr("%1, %2").arg(keyText(Qt::Key_Home), keyText(Qt::Key_End))},
        {ShortcutsDialog::tr("Follow the newest row, in the log's table"), keyText(Qt::Key_End)},
        {ShortcutsDialog::tr("Go to the row's connection, in a room's members"),
         keyText(Qt::Key_Return)},
        {ShortcutsDialog::tr("Complete what is typed, in a filter"),
         keyText(Qt::CTRL | Qt::Key_Space)},
        {ShortcutsDialog::tr("Recent and saved filters, in a filter"),
         keyText(Qt::ALT | Qt::Key_Down)},
        {ShortcutsDialog::tr("How to write a filter, in a filter"), keyText(Qt::Key_F1)},
        {ShortcutsDialog::tr("Lift the selected bans, in their list"), keyText(Qt::Key_Delete)},
        {ShortcutsDialog::tr("Save last messages, in their window"),
         keyText(QKeySequence(QKeySequence::Save))},
        {ShortcutsDialog::tr("Next value of the details"),
         ShortcutsDialog::tr("%1, %2").arg(keyText(Qt::Key_Up), keyText(Qt::Key_Down))},
        {ShortcutsDialog::tr("Move a border between two parts, when Tab has reached it"),
         ShortcutsDialog::tr("arrow keys, %1, %2")
             .arg(keyText(Qt::Key_PageUp), keyText(Qt::Key_PageDown))},
        {ShortcutsDialog::tr("Send what was composed, kick in its dialog"),
         keyText(Qt::CTRL | Qt::Key_Return)},
    };
}

QList<QStringList> shortcutsOf(const QWidget &window)
{
    QList<QStringList> lines = otherKeys();
    const auto actions = window.findChildren<QAction *>();
    for (const QAction *action : actions) {
        const QList<QKeySequence> keys = action->shortcuts();
        if (keys.isEmpty())
            continue;
        // The text may hold a count, and two pages the same action; the icon's text names it.
        const QStringList line{action->iconText(),
                               QKeySequence::listToString(keys, QKeySequence::NativeText)};
        if (!lines.contains(line))
            lines += line;
    }
    std::ranges::sort(lines, [](const QStringList &a, const QStringList &b) {
        return QString::localeAwareCompare(a.constFirst(), b.constFirst()) < 0;
    });
    return lines;
}

} // namespace

ShortcutsDialog::ShortcutsDialog(QWidget *window)
    : QDialog(window)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Shortcuts"));
    auto *list = new QTreeWidget(this);
    list->setAccessibleName(tr("Shortcuts"));
    list->setHeaderLabels({tr("Action"), tr("Keys")});
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setAlternatingRowColors(true);
    const QList<QStringList> lines = shortcutsOf(*window);
    const int rowHeight = fontMetrics().height() + spacing::Medium;
    for (const QStringList &line : lines) {
        auto *item = new QTreeWidgetItem(list, line);
        item->setSizeHint(1, {KeyCharacters * fontMetrics().averageCharWidth(), rowHeight});
    }
    list->header()->setStretchLastSection(true);
    list->header()->resizeSections(QHeaderView::ResizeToContents);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::Page, spacing::Page, spacing::Page, spacing::Page);
    layout->setSpacing(spacing::Large);
    layout->addWidget(list);
    layout->addWidget(buttons);
    const QSize wanted{list->header()->length() + 5 * spacing::Page, ShownRows * rowHeight};
    resize(wanted.boundedTo(screen()->availableSize() - QSize(16, 56)));
}

} // namespace signalbox
