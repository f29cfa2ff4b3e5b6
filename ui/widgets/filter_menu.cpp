// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_menu.h"

#include "core/escaped_text.h"
#include "ui/theme/tool_tip_text.h"
#include "ui/widgets/literal_text.h"
#include "ui/widgets/possible_action.h"

#include <QFontMetrics>
#include <QInputDialog>
#include <QLabel>

#include <utility>

namespace signalbox {

namespace {
constexpr int MostTextWidth = 420;
} // namespace

FilterMenu::FilterMenu(FilterHistory history, QWidget *parent)
    : QMenu(parent)
    , m_history(std::move(history))
{
    setObjectName(QStringLiteral("filterMenu"));
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &FilterMenu::fill);
}

void FilterMenu::fill()
{
    clear();
    const QStringList recent = m_history.recent();
    const QList<SavedFilter> saved = m_history.saved();
    if (!saved.isEmpty())
        addAction(tr("Saved"))->setEnabled(false);
    for (const SavedFilter &filter : saved)
        addFilter(this, filter.name, filter.text);
    addSeparator();
    addAction(tr("Recent"))->setEnabled(false);
    for (const QString &text : recent)
        addFilter(this, text, text);
    addSeparator();
    QAction *save = addAction(tr("Save this filter…"), this, &FilterMenu::askForName);
    save->setEnabled(!m_current.trimmed().isEmpty());
    save->setToolTip(save->isEnabled() ? escapedText(m_current)
                                       : tr("There is no valid filter to save"));
    QMenu *remove = addMenu(tr("Remove a saved filter"));
    setPossible(remove->menuAction(), saved.isEmpty() ? tr("No filter is saved") : QString(),
                tr("Choose one that is not needed any more"));
    for (const SavedFilter &filter : saved)
        remove->addAction(literalText(escapedText(filter.name)), this,
                          [this, name = filter.name] { m_history.remove(name); });
    QAction *forget =
        addAction(tr("Forget the recent ones"), this, [this] { m_history.clearRecent(); });
    setPossible(forget, recent.isEmpty() ? tr("No filter was used yet") : QString(),
                tr("Empty the list of recent filters; saved ones stay"));
    addSeparator();
    addAction(tr("How to write a filter (F1)"), this, &FilterMenu::helpRequested);
}

void FilterMenu::addFilter(QMenu *menu, const QString &title, const QString &text)
{
    const QString shown =
        fontMetrics().elidedText(escapedText(title), Qt::ElideRight, MostTextWidth);
    QAction *action =
        menu->addAction(literalText(shown), this, [this, text] { emit filterChosen(text); });
    action->setToolTip(toolTipText(escapedText(text)));
}

void FilterMenu::askForName()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save this filter"));
    dialog->setLabelText(tr("Name of the filter %1:").arg(literalText(escapedText(m_current))));
    dialog->findChild<QLabel *>()->setTextFormat(Qt::PlainText);
    dialog->setTextValue(m_current);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, text = m_current](const QString &name) {
                if (!name.trimmed().isEmpty())
                    static_cast<void>(m_history.save({name.trimmed(), text}));
            });
    dialog->open();
}

} // namespace signalbox
