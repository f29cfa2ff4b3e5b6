// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/owned_thread.h"
#include "ui/difference/difference_engine.h"

#include <QObject>

#include <memory>

namespace signalbox {

/// Answers what a message differs in: at once where that takes no time, else from a thread of its
/// own.
class DifferenceFinder : public QObject
{
    Q_OBJECT

public:
    explicit DifferenceFinder(QObject *parent = nullptr);
    ~DifferenceFinder() override;

    /// Forgets what it was asked before. The answer may come before this returns.
    void ask(const DifferenceQuestion &question);
    void cancel();
    [[nodiscard]] bool isSearching() const { return m_isSearching; }

signals:
    void progressed(int percent);
    void answered(const signalbox::DifferenceAnswer &answer);

private:
    class Thread;

    std::unique_ptr<Thread> m_thread; ///< once it is needed
    quint64 m_generation = 0;
    bool m_isSearching = false;
};

} // namespace signalbox
