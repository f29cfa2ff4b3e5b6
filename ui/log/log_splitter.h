// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/splitter.h"

#include <QByteArray>

namespace signalbox {

/// The log's rows and details: below each other where there is the height, which leaves the width
/// to the previews, else side by side. Where the border was moved to is kept for either.
class LogSplitter : public Splitter
{
    Q_OBJECT

public:
    LogSplitter(QWidget *rows, QWidget *details, QWidget *parent = nullptr);

    /// For a page of that height in pixels.
    void fitHeight(int height);
    /// As it was at first.
    void reset(int height);

signals:
    void orientationChanged();

private:
    [[nodiscard]] QByteArray &place();

    QByteArray m_placeBelow; ///< of the border, when the details were there last
    QByteArray m_placeBeside;
};

} // namespace signalbox
