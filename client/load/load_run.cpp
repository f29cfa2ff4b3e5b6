// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/load_run.h"

#include "client/load/load_clock.h"
#include "wire/channel/descriptor_limit.h"

#include <algorithm>
#include <utility>

namespace signalbox {

using namespace std::chrono_literals;

namespace {

constexpr auto CheckInterval = 50ms;
constexpr auto CloseTimeout = 2s;

/// Servers on `localhost` more often listen on IPv4; who means IPv6 writes `[::1]`.
std::optional<QHostAddress> preferred(const QList<QHostAddress> &addresses)
{
    const auto ipv4 =
        std::ranges::find(addresses, QAbstractSocket::IPv4Protocol, &QHostAddress::protocol);
    if (ipv4 != addresses.end())
        return *ipv4;
    return addresses.isEmpty() ? std::nullopt : std::optional(addresses.first());
}

} // namespace

LoadRun::LoadRun(QObject *parent)
    : QObject(parent)
    , m_phaseTimer(this)
    , m_second(this)
    , m_check(this)
{
    m_phaseTimer.setSingleShot(true);
    m_phaseTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_phaseTimer, &QTimer::timeout, this, &LoadRun::phaseEnded);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &LoadRun::tellProgress);
    m_check.setInterval(CheckInterval);
    connect(&m_check, &QTimer::timeout, this, [this] {
        const qint64 now = loadClock();
        m_fleet->expire(now);
        m_scenario->expire(now, inNanoseconds(m_plan.timeout));
        advance();
    });
}

LoadRun::~LoadRun() = default;

void LoadRun::start(const LoadPlan &plan)
{
    m_plan = plan;
    if (const auto checked = checkLoadPlan(plan); !checked) {
        emit failed(checked.error());
        return;
    }
    const QHostAddress literal(plan.url.host());
    if (literal.isNull())
        QHostInfo::lookupHost(plan.url.host(), this, &LoadRun::hostFound);
    else
        connectTo(literal);
}

void LoadRun::hostFound(const QHostInfo &host)
{
    if (m_phase == LoadPhase::Over) // stopped meanwhile
        return;
    if (const auto address = preferred(host.addresses()))
        connectTo(*address);
    else
        emit failed(
            {Error::Code::NotFound, tr("The host “%1” was not found").arg(m_plan.url.host())});
}

void LoadRun::connectTo(const QHostAddress &address)
{
    if (const auto prepared = prepare(address); !prepared) {
        emit failed(prepared.error());
        return;
    }
    m_reactor->setTurnObserver(this);
    m_second.start();
    m_check.start();
    m_start = m_toldAt = loadClock();
    m_fleet->start(m_start);
}

Result<void> LoadRun::prepare(const QHostAddress &address)
{
    const qint64 needed = connectionCount(m_plan) + ReservedDescriptors;
    if (const qint64 limit = raiseDescriptorLimit(); needed > limit) {
        return Error{Error::Code::OutOfRange,
                     tr("%1 connections need %2 descriptors, and the system allows %3 (ulimit -n)")
                         .arg(connectionCount(m_plan))
                         .arg(needed)
                         .arg(limit)};
    }
    auto target = makeLoadTarget(m_plan, address);
    if (!target)
        return target.error();
    if (auto watched = m_server.begin(m_plan.serverPid); !watched)
        return watched;
    m_reactor = std::make_unique<Reactor>();
    m_paceTimer = std::make_unique<PaceTimer>(*m_reactor, [this] { sendDue(); });
    if (!m_reactor->isValid() || !m_paceTimer->isValid())
        return Error{Error::Code::Internal, tr("The system gives no descriptors")};
    m_scenario = makeLoadScenario(m_plan, m_meter);
    m_fleet = std::make_unique<LoadFleet>(m_plan, std::move(target).value(), *m_reactor,
                                          *m_scenario, m_meter);
    return {};
}

void LoadRun::advance()
{
    m_fleet->advance(loadClock());
    switch (m_phase) {
    case LoadPhase::Connecting:
        if (m_fleet->isSettled() && m_scenario->isReady())
            settled();
        break;
    case LoadPhase::WarmUp:
    case LoadPhase::Measuring:
        if (m_fleet->isEmpty()) // nobody is left to measure
            phaseEnded();
        break;
    case LoadPhase::Draining:
        if (m_scenario->isDrained())
            closeAll();
        break;
    case LoadPhase::Closing:
        if (m_fleet->isEmpty())
            finish();
        break;
    case LoadPhase::Over:
        break;
    }
}

void LoadRun::settled()
{
    m_report.connecting = inMicroseconds(loadClock() - m_start);
    m_server.connected();
    if (m_fleet->isEmpty())
        finish();
    else
        beginMessages();
}

void LoadRun::enter(LoadPhase phase, std::chrono::milliseconds duration)
{
    tellProgress();
    m_second.start();
    m_phase = phase;
    m_phaseTimer.start(duration);
}

void LoadRun::beginMessages()
{
    if (m_plan.warmUp > 0ms)
        enter(LoadPhase::WarmUp, m_plan.warmUp);
    else
        beginMeasuring();
    const qint64 now = loadClock();
    const qint64 lanes = m_scenario->laneCount();
    if (m_plan.rate > 0 && lanes > 0) {
        m_pace.emplace(now, m_plan.rate, lanes);
        m_sentBefore = m_meter.totals.sent;
    }
    m_scenario->start(m_pace ? &*m_pace : nullptr, now);
    if (m_pace)
        sendDue();
    m_fleet->advance(now);
}

void LoadRun::sendDue()
{
    if (m_phase != LoadPhase::WarmUp && m_phase != LoadPhase::Measuring)
        return;
    const qint64 now = loadClock();
    for (; m_pace->due(m_nextDue) <= now; ++m_nextDue)
        m_scenario->messageDue(m_nextDue % m_pace->lanes(), now);
    m_paceTimer->arm(m_pace->due(m_nextDue));
}

void LoadRun::phaseEnded()
{
    m_phaseTimer.stop();
    switch (m_phase) {
    case LoadPhase::WarmUp:
        beginMeasuring();
        break;
    case LoadPhase::Measuring:
        endMeasuring();
        break;
    case LoadPhase::Draining:
        closeAll();
        break;
    case LoadPhase::Closing:
        m_fleet->drop();
        finish();
        break;
    case LoadPhase::Connecting:
    case LoadPhase::Over:
        break;
    }
}

void LoadRun::beginMeasuring()
{
    enter(LoadPhase::Measuring, m_plan.duration);
    m_server.measuringBegins();
    m_measuredSince = loadClock();
    m_meter.begin(m_measuredSince);
}

void LoadRun::endMeasuring()
{
    const qint64 now = loadClock();
    m_meter.end();
    m_server.measuringEnds();
    m_report.measured = inMicroseconds(now - m_measuredSince);
    if (m_pace) {
        const auto due = quint64(m_pace->dueBefore(now));
        m_report.behind = due - std::min(due, m_meter.totals.sent - m_sentBefore);
    }
    m_scenario->stop();
    m_paceTimer->disarm();
    // What stands still ends sooner; what goes on, however slowly, ends here.
    enter(LoadPhase::Draining, m_plan.timeout + CheckInterval * 2);
    advance();
}

void LoadRun::closeAll()
{
    enter(LoadPhase::Closing, CloseTimeout);
    m_fleet->close();
    if (m_fleet->isEmpty())
        finish();
}

void LoadRun::stop()
{
    switch (m_phase) {
    case LoadPhase::Over:
        return;
    case LoadPhase::Closing:
        phaseEnded();
        return;
    case LoadPhase::Measuring:
        m_report.interrupted = true;
        endMeasuring();
        break;
    case LoadPhase::Connecting:
    case LoadPhase::WarmUp:
        m_report.interrupted = true;
        break;
    case LoadPhase::Draining:
        break;
    }
    if (m_fleet == nullptr)
        finish();
    else if (m_phase != LoadPhase::Closing && m_phase != LoadPhase::Over)
        closeAll();
}

void LoadRun::tellProgress()
{
    const qint64 now = loadClock();
    LoadProgress progress;
    progress.phase = m_phase;
    progress.sinceStart = std::chrono::milliseconds((now - m_start) / 1'000'000);
    progress.period = std::chrono::milliseconds((now - m_toldAt) / 1'000'000);
    progress.connections = m_fleet->open();
    progress.messages = m_meter.totals.messages - m_toldMessages;
    progress.latency = m_meter.takeSecond();
    progress.errors = m_meter.errors.total();
    m_toldAt = now;
    m_toldMessages = m_meter.totals.messages;
    emit progressed(progress);
}

void LoadRun::finish()
{
    if (m_phase == LoadPhase::Over)
        return;
    if (m_fleet != nullptr) {
        tellProgress();
        m_report.opened = m_fleet->opened();
        m_report.lost = m_fleet->lost();
    }
    m_phase = LoadPhase::Over;
    m_phaseTimer.stop();
    m_second.stop();
    m_check.stop();
    m_report.plan = m_plan;
    m_meter.writeTo(m_report);
    m_report.server = m_server.usage();
    emit finished(m_report);
}

} // namespace signalbox
