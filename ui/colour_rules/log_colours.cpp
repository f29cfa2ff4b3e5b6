// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/colour_rules/log_colours.h"

#include "ui/colour_rules/colour_rules_dialog.h"
#include "ui/log/log_model.h"

#include <QAction>

namespace signalbox {

LogColours::LogColours(LogModel &model, const Theme &theme, QWidget &page)
    : QObject(&page)
    , m_model(model)
    , m_theme(theme)
    , m_page(page)
    , m_action(new QAction(tr("C&olour rules…"), this))
{
    m_action->setObjectName(QStringLiteral("colourRules"));
    m_action->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_R);
    m_action->setToolTip(tr("Which rows of the log get which colour"));
    page.addAction(m_action);
    connect(m_action, &QAction::triggered, this, &LogColours::openDialog);
    const auto apply = [this] { m_model.setColourRules(m_store.rules()); };
    connect(&m_store, &ColourRuleStore::changed, this, apply);
    apply();
}

LogColours::~LogColours()
{
    delete m_dialog; // the page would do it when the rules have gone
}

void LogColours::openDialog()
{
    if (!m_dialog)
        m_dialog = new ColourRulesDialog(m_store, m_theme, m_values, &m_page);
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

} // namespace signalbox
