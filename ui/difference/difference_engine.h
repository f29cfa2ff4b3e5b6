// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/difference/difference_search.h"

#include <QObject>

namespace signalbox {

/// Answers one question after the other in a thread of its own; a newer one, or none, takes the
/// place of that which is under way.
class DifferenceEngine : public QObject
{
    Q_OBJECT

public:
    void start(quint64 generation, const DifferenceSearch &search);
    void cancel() { m_search.reset(); }

signals:
    void progressed(quint64 generation, int percent);
    void answered(quint64 generation, const signalbox::DifferenceAnswer &answer);

private:
    void step();

    std::optional<DifferenceSearch> m_search;
    quint64 m_generation = 0;
    bool m_isPosted = false; ///< the next step
};

} // namespace signalbox
