// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payload/json_tree_view.h"

#include "ui/payload/json_tree_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/possible_action.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>

namespace signalbox {

namespace {
/// Up to as many values are unfolded at once; more would bury what is outermost.
constexpr qsizetype UnfoldedAtOnce = 500;
} // namespace

JsonTreeView::JsonTreeView(const Theme &theme, QWidget *parent)
    : QTreeView(parent)
    , m_theme(theme)
    , m_model(new JsonTreeModel(theme, this))
    , m_copyValue(addCommand(tr("Copy value"), QStringLiteral("copyValue"), {}))
    , m_copyPath(addCommand(tr("Copy path"), QStringLiteral("copyPath"), {}))
{
    setModel(m_model);
    setObjectName(QStringLiteral("payloadTree"));
    setAccessibleName(tr("Payload as a tree"));
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setHeaderHidden(true);
    setTextElideMode(Qt::ElideRight);
    setEditTriggers(NoEditTriggers);
    m_copyValue->setShortcut(QKeySequence::Copy);
    m_copyPath->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    const QAction *unfold = addCommand(tr("Expand all"), QStringLiteral("expandAll"),
                                       tr("Unfold every object and array"));
    const QAction *fold = addCommand(tr("Collapse all"), QStringLiteral("collapseAll"),
                                     tr("Show only what is outermost"));
    connect(m_copyValue, &QAction::triggered, this, &JsonTreeView::copyValue);
    connect(m_copyPath, &QAction::triggered, this, &JsonTreeView::copyPath);
    connect(unfold, &QAction::triggered, this, &QTreeView::expandAll);
    connect(fold, &QAction::triggered, this, &QTreeView::collapseAll);
    // What is folded leaves its room, so that values do not jump to and fro.
    connect(this, &QTreeView::expanded, this, [this] {
        if (sizeHintForColumn(JsonTreeModel::Name) > columnWidth(JsonTreeModel::Name))
            makeRoomForNames();
    });
    connect(&theme, &Theme::changed, this, &JsonTreeView::applyTheme);
    applyTheme();
    updateCommands();
}

QAction *JsonTreeView::addCommand(const QString &text, const QString &name, const QString &toolTip)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setToolTip(toolTip);
    action->setShortcutContext(Qt::WidgetShortcut);
    addAction(action);
    return action;
}

void JsonTreeView::applyTheme()
{
    setFont(m_theme.fixedFont());
    makeRoomForNames();
    m_copyValue->setIcon(m_theme.icon(QStringLiteral("copy")));
    viewport()->update();
}

JsonTreeFit JsonTreeView::setJson(const QByteArray &utf8)
{
    const JsonTreeFit fit = m_model->setJson(utf8);
    if (m_model->valueCount() <= UnfoldedAtOnce)
        expandAll();
    makeRoomForNames();
    updateCommands();
    return fit;
}

void JsonTreeView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    // However long a name is or how deep it stands, values stay in sight.
    makeRoomForNames();
}

void JsonTreeView::makeRoomForNames()
{
    const int most = std::max(header()->minimumSectionSize(), width() / 2);
    setColumnWidth(JsonTreeModel::Name, std::min(sizeHintForColumn(JsonTreeModel::Name), most));
}

void JsonTreeView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    updateCommands();
}

void JsonTreeView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    menu.addActions(actions());
    menu.setToolTipsVisible(true); // they say why an action cannot be
    menu.exec(event->globalPos());
}

void JsonTreeView::updateCommands()
{
    const QString obstacle = currentIndex().isValid() ? QString() : tr("Select a value first");
    setPossible(m_copyValue, obstacle,
                tr("A text without its quotes and escapes, anything else as it was sent. "
                   "Secrets in it are copied too."));
    setPossible(m_copyPath, obstacle, tr("Where the value stands, as a JSONPath: $.items[3].name"));
}

void JsonTreeView::copyValue() const
{
    QGuiApplication::clipboard()->setText(m_model->valueText(currentIndex()));
}

void JsonTreeView::copyPath() const
{
    QGuiApplication::clipboard()->setText(m_model->path(currentIndex()));
}

} // namespace signalbox
