// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/difference/log_difference.h"

#include "ui/difference/difference_view.h"
#include "ui/log/log_model.h"
#include "ui/payload/payload_view.h"
#include "ui/widgets/possible_action.h"

#include <QAction>

#include <algorithm>

namespace signalbox {

LogDifference::LogDifference(LogModel &model, PayloadView &details, const Theme &theme,
                             QWidget &page)
    : QObject(&page)
    , m_model(model)
    , m_view(new DifferenceView(
          theme, [&model] { return model.snapshot(); }, &details))
    , m_action(new QAction(tr("&Difference to the previous of its type"), this))
{
    details.addView(m_view, tr("Difference"), DifferenceView::explanation());
    m_action->setObjectName(QStringLiteral("showDifference"));
    m_action->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_D);
    m_action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    page.addAction(m_action);
    connect(m_action, &QAction::triggered, &details,
            [this, &details] { details.chooseView(m_view); });
    connect(m_view, &DifferenceView::otherChanged, this, &LogDifference::updateJump);
    connect(m_view, &DifferenceView::positionWanted, this, [this](quint64 position) {
        if (const int row = m_model.rowOf(position); row >= 0)
            emit rowWanted(row);
    });
    connect(&model, &LogModel::countsChanged, this, &LogDifference::update);
    m_view->setMarked(std::nullopt);
    clear();
}

void LogDifference::choose(quint64 position)
{
    m_chosen = position;
    m_view->setMarked(markedBeside(position));
    m_view->choose(position);
    setPossible(m_action, {}, DifferenceView::explanation());
}

void LogDifference::clear()
{
    m_chosen.reset();
    m_view->clear();
    setPossible(m_action, tr("Select a message first"), {});
}

void LogDifference::update()
{
    if (!m_chosen)
        return;
    m_view->setMarked(markedBeside(*m_chosen));
    updateJump();
}

void LogDifference::updateJump()
{
    const auto other = m_view->other();
    const bool isShown = other && m_model.rowOf(*other) >= 0;
    m_view->setJumpObstacle(isShown ? QString() : tr("The filter or Clear hides it"));
}

std::optional<quint64> LogDifference::markedBeside(quint64 position) const
{
    const auto &marks = m_model.marks().positions();
    const auto from = std::ranges::lower_bound(marks, position);
    if (from != marks.begin())
        return *std::prev(from);
    const auto behind = std::ranges::upper_bound(marks, position);
    return behind == marks.end() ? std::nullopt : std::optional(*behind);
}

} // namespace signalbox
