// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_splitter.h"

namespace signalbox {

namespace {

constexpr int LeastHeightForBelow = 440;

Qt::Orientation orientationFor(int height)
{
    return height >= LeastHeightForBelow ? Qt::Vertical : Qt::Horizontal;
}

QList<int> firstSizes(Qt::Orientation orientation)
{
    return orientation == Qt::Vertical ? QList{400, 220} : QList{800, 330};
}

} // namespace

LogSplitter::LogSplitter(QWidget *rows, QWidget *details, QWidget *parent)
    : Splitter(parent)
{
    setObjectName(QStringLiteral("logSplitter"));
    addWidget(rows);
    addWidget(details);
    setStretchFactor(0, 1);
    setCollapsible(0, false);
    setSizes(firstSizes(orientation()));
    connect(this, &QSplitter::splitterMoved, this, [this] { place() = saveState(); });
}

void LogSplitter::fitHeight(int height)
{
    const auto wanted = orientationFor(height);
    if (orientation() == wanted)
        return;
    if (place().isEmpty()) // nobody has moved it yet
        place() = saveState();
    setOrientation(wanted);
    if (!restoreState(place()))
        setSizes(firstSizes(wanted));
    emit orientationChanged();
}

void LogSplitter::reset(int height)
{
    m_placeBelow.clear();
    m_placeBeside.clear();
    setOrientation(orientationFor(height));
    setSizes(firstSizes(orientation()));
    emit orientationChanged();
}

/// For the orientation of now.
QByteArray &LogSplitter::place()
{
    return orientation() == Qt::Vertical ? m_placeBelow : m_placeBeside;
}

} // namespace signalbox
