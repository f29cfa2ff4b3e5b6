// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/load/load_fleet.h"
#include "client/load/load_meter.h"
#include "client/load/load_report.h"
#include "client/load/load_scenario.h"
#include "client/load/pace_timer.h"
#include "client/load/server_watch.h"
#include "wire/channel/reactor.h"

#include <QHostInfo>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace signalbox {

/// One run of a load generator, in the thread that it lives in: connects, warms up, measures, waits
/// for the last answers, says goodbye and reports. Linux only.
class LoadRun : public QObject, private TurnObserver
{
    Q_OBJECT

public:
    explicit LoadRun(QObject *parent = nullptr);
    ~LoadRun() override;

    /// Call it once. The plan is checked first. Ends with finished() or with failed().
    void start(const LoadPlan &plan);
    /// Ends the run before its time, with goodbyes; a second call leaves them out.
    void stop();

signals:
    /// Once a second, and when a phase ends.
    void progressed(const signalbox::LoadProgress &progress);
    void finished(const signalbox::LoadReport &report);
    /// The run could not begin: the plan does not fit together, the host has no address, the system
    /// gives too few descriptors.
    void failed(const signalbox::Error &error);

private:
    void hostFound(const QHostInfo &host);
    void connectTo(const QHostAddress &address);
    Result<void> prepare(const QHostAddress &address);

    void turnStarted() override { }
    void turnEnded() override { advance(); }
    void advance();
    void settled();
    void enter(LoadPhase phase, std::chrono::milliseconds duration);
    void phaseEnded();
    void beginMessages();
    void beginMeasuring();
    void endMeasuring();
    void closeAll();
    void finish();
    void sendDue();
    void tellProgress();

    LoadPlan m_plan;
    LoadMeter m_meter;
    LoadReport m_report;
    std::unique_ptr<Reactor> m_reactor;
    std::unique_ptr<LoadScenario> m_scenario;
    std::unique_ptr<LoadFleet> m_fleet;
    std::unique_ptr<PaceTimer> m_paceTimer;
    std::optional<LoadPace> m_pace; // of an open loop
    ServerWatch m_server;
    QTimer m_phaseTimer;
    QTimer m_second;
    QTimer m_check; // for what has waited too long
    LoadPhase m_phase = LoadPhase::Connecting;
    qint64 m_start = 0;
    qint64 m_measuredSince = 0;
    qint64 m_toldAt = 0;
    quint64 m_toldMessages = 0;
    qint64 m_nextDue = 0; // message of the pace
    quint64 m_sentBefore = 0; // the pace
};

} // namespace signalbox
