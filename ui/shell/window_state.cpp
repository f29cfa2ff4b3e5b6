// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_state.h"

#include <QAction>
#include <QHeaderView>
#include <QMainWindow>
#include <QSettings>
#include <QSplitter>
#include <QTableView>

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

WindowState::States WindowState::states() const
{
    States result;
    const auto splitters = m_window.findChildren<QSplitter *>();
    for (const QSplitter *splitter : splitters) {
        if (!splitter->objectName().isEmpty())
            result.insert(splitter->objectName(), splitter->saveState());
    }
    const auto tables = m_window.findChildren<QTableView *>();
    for (const QTableView *table : tables) {
        if (!table->objectName().isEmpty())
            result.insert(table->objectName(), table->horizontalHeader()->saveState());
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
        if (action->isCheckable() && !state.isEmpty())
            action->setChecked(state == switchState(true));
    }
    const auto splitters = m_window.findChildren<QSplitter *>();
    for (QSplitter *splitter : splitters) {
        const QByteArray state = states.value(splitter->objectName());
        if (!state.isEmpty())
            splitter->restoreState(state);
    }
    const auto tables = m_window.findChildren<QTableView *>();
    for (QTableView *table : tables) {
        const QByteArray state = states.value(table->objectName());
        if (!state.isEmpty())
            table->horizontalHeader()->restoreState(state);
    }
}

} // namespace signalbox
