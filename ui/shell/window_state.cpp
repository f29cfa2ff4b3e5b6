// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_state.h"

#include "ui/widgets/data_table.h"
#include "ui/widgets/remembered_switch.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QSettings>
#include <QSplitter>

namespace signalbox {

namespace {

QByteArray switchState(bool on)
{
    return on ? QByteArrayLiteral("on") : QByteArrayLiteral("off");
}

QString group()
{
    return QStringLiteral("window");
}

} // namespace

WindowState::WindowState(QMainWindow &window)
    : m_window(window)
    , m_firstSize(window.size())
    , m_first(states())
{ }

void WindowState::save() const
{
    QSettings settings;
    settings.beginGroup(group());
    settings.setValue(QStringLiteral("geometry"), m_window.saveGeometry());
    const States now = states();
    for (auto state = now.cbegin(); state != now.cend(); ++state)
        settings.setValue(state.key(), state.value());
}

void WindowState::restore()
{
    QSettings settings;
    settings.beginGroup(group());
    m_window.restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray());
    States kept;
    for (auto state = m_first.cbegin(); state != m_first.cend(); ++state)
        kept.insert(state.key(), settings.value(state.key()).toByteArray());
    apply(kept);
}

void WindowState::reset()
{
    m_window.showNormal();
    m_window.resize(m_firstSize);
    apply(m_first);
    QSettings settings;
    settings.remove(group());
}

/// Dialogs keep theirs themselves (DialogState).
bool WindowState::isKept(const QWidget &widget) const
{
    return !widget.objectName().isEmpty() && widget.window() == &m_window;
}

WindowState::States WindowState::states() const
{
    States result;
    const auto splitters = m_window.findChildren<QSplitter *>();
    for (const QSplitter *splitter : splitters) {
        if (isKept(*splitter))
            result.insert(splitter->objectName(), splitter->saveState());
    }
    const auto tables = m_window.findChildren<DataTable *>();
    for (const DataTable *table : tables) {
        if (isKept(*table))
            result.insert(table->objectName(), table->saveColumns());
    }
    const auto buttons = m_window.findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        if (button->property(RememberedProperty).toBool())
            result.insert(button->objectName(), switchState(button->isChecked()));
    }
    const auto actions = m_window.findChildren<QAction *>();
    for (const QAction *action : actions) {
        if (action->isCheckable() && !action->objectName().isEmpty())
            result.insert(action->objectName(), switchState(action->isChecked()));
    }
    return result;
}

void WindowState::apply(const States &states)
{
    const auto actions = m_window.findChildren<QAction *>();
    for (QAction *action : actions) {
        const QByteArray state = states.value(action->objectName());
        const bool on = state == switchState(true);
        const bool isChoice = action->actionGroup() && action->actionGroup()->isExclusive();
        if (action->isCheckable() && !state.isEmpty() && (on || !isChoice))
            action->setChecked(on);
    }
    const auto buttons = m_window.findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        const QByteArray state = states.value(button->objectName());
        if (button->property(RememberedProperty).toBool() && !state.isEmpty())
            button->setChecked(state == switchState(true));
    }
    const auto splitters = m_window.findChildren<QSplitter *>();
    for (QSplitter *splitter : splitters) {
        const QByteArray state = states.value(splitter->objectName());
        if (!state.isEmpty())
            splitter->restoreState(state);
    }
    const auto tables = m_window.findChildren<DataTable *>();
    for (DataTable *table : tables) {
        if (isKept(*table))
            table->restoreColumns(states.value(table->objectName()));
    }
}

} // namespace signalbox
