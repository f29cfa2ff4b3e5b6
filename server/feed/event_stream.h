// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_command.h"
#include "core/server_event.h"
#include "server/feed/packed_activity.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace signalbox {

class ActivityFeed;
class StateFeed;

/// An EventBatch as it leaves the server's thread.
struct PackedBatch
{
    quint64 number = 0;
    QList<ServerEvent> events; ///< without the activity
    PackedActivity activity;

    [[nodiscard]] EventBatch unpack() const;
};

/// Takes what the feeds collected and hands it to the subscriber: activity at most 30 times a
/// second, state at most 10 times, one batch in flight. Nothing new: no batch, and no timer.
class EventStream : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds ActivityInterval{33};
    static constexpr std::chrono::milliseconds StateInterval{100};

    /// Both must outlive the stream.
    EventStream(StateFeed &state, ActivityFeed &activity, QObject *parent = nullptr);

    /// State that was wanted already starts again with everything.
    void subscribe(StateWanted state, bool activity);
    /// The subscriber has finished with that batch; one that is not in flight is ignored.
    void acknowledge(quint64 number);

signals:
    void batchReady(const signalbox::PackedBatch &batch);

private:
    using Clock = std::chrono::steady_clock;
    void wake();
    void tick();

    StateFeed &m_state;
    ActivityFeed &m_activity;
    QTimer m_timer;
    Clock::time_point m_activityDue;
    Clock::time_point m_stateDue;
    quint64 m_lastNumber = 0;
    bool m_inFlight = false;
};

} // namespace signalbox
