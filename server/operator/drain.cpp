// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/operator/drain.h"

#include "server/hub/connection_table.h"
#include "server/hub/outbox.h"

#include <QScopedValueRollback>

#include <utility>

namespace signalbox {

namespace {

CloseInfo goingAway()
{
    return {close_reason::GoingAway.code, QString::fromLatin1(close_reason::GoingAway.sentence),
            ClosedBy::Server};
}

} // namespace

Drain::Drain(ConnectionTable &connections, Outbox &outbox, QObject *parent)
    : QObject(parent)
    , m_connections(connections)
    , m_outbox(outbox)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Drain::hurry);
}

void Drain::start(std::chrono::milliseconds timeout)
{
    if (!std::exchange(m_started, true)) {
        connect(&m_connections, &ConnectionTable::removed, this,
                [this](const Connection &connection) { connectionEnded(connection.id); });
    }
    {
        const QScopedValueRollback busy(m_busy, true);
        const auto ids = m_connections.all();
        for (const auto id : ids)
            m_outbox.close(id, goingAway());
        m_outbox.flush();
    }
    if (timeout.count() == 0) {
        hurry();
        return;
    }
    m_timer.start(timeout);
    finishIfDone();
}

void Drain::hurry()
{
    {
        const QScopedValueRollback busy(m_busy, true);
        m_terminating = true;
        const auto ids = m_connections.all();
        for (const auto id : ids)
            m_outbox.terminate(id, goingAway());
    }
    finishIfDone();
}

void Drain::cancel()
{
    m_timer.stop();
    m_connections.disconnect(this);
    m_delivery = {};
    m_ended.clear();
    m_started = m_terminating = m_finished = false;
}

void Drain::connectionEnded(ConnectionId id)
{
    if (m_terminating) {
        ++m_delivery.gone;
        if (m_delivery.connections.size() < Delivery::MaxListed) {
            m_delivery.connections.append(
                {id, DeliveryOutcome::Gone, tr("It did not close in time")});
        }
    } else {
        ++m_delivery.sent;
        if (m_ended.size() < Delivery::MaxListed)
            m_ended.append({id, DeliveryOutcome::Sent, {}});
    }
    finishIfDone();
}

void Drain::finishIfDone()
{
    if (m_busy || m_connections.count() > 0 || std::exchange(m_finished, true))
        return;
    m_timer.stop();
    const auto room = Delivery::MaxListed - m_delivery.connections.size();
    m_delivery.connections.append(m_ended.first(qMin(room, m_ended.size())));
    emit finished(m_delivery);
}

} // namespace signalbox
