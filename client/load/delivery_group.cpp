// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/delivery_group.h"

#include <QCoreApplication>

#include <algorithm>
#include <bit>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("DeliveryGroup", text);
}

} // namespace

DeliveryGroup::DeliveryGroup(LoadMeter &meter, Echo echo, int first, int size)
    : m_meter(meter)
    , m_echo(echo)
    , m_first(first)
    , m_members(size_t(size))
{ }

void DeliveryGroup::add(LoadConnection &connection)
{
    memberOf(connection).connection = &connection;
    ++m_receivers;
}

bool DeliveryGroup::canStart() const
{
    return m_receivers >= (m_echo == Echo::ToSender ? 1 : 2);
}

void DeliveryGroup::start(const RepeatedFrame &frame, int depth, const LoadPace *pace, qint64 lane,
                          qint64 now)
{
    const auto isThere = [](Member member) { return member.connection != nullptr; };
    LoadConnection &sender = *std::ranges::find_if(m_members, isThere)->connection;
    m_missing.resize(std::bit_ceil(size_t(depth)));
    if (m_echo == Echo::ToOthers)
        --m_receivers;
    sender.setFrame(frame, depth);
    m_lane = LoadLane(sender);
    m_lane.start(pace, lane);
    fill(now);
}

void DeliveryGroup::fill(qint64 now)
{
    if (!m_lane.isOpen())
        return;
    const quint64 first = m_lane.window().end();
    m_lane.fill(now);
    for (quint64 publication = first; publication < m_lane.window().end(); ++publication)
        missing(publication) = m_receivers;
}

void DeliveryGroup::delivered(LoadConnection &connection, qint64 now)
{
    if (!m_lane.isOpen()) // not started, or what was under way is given up
        return;
    Member &member = memberOf(connection);
    if (!receives(connection) || !m_lane.window().isUnderWay(member.next)) {
        m_meter.errors.add(LoadErrorKind::WrongAnswer, tr("a message that was not asked for"));
        return;
    }
    const quint64 publication = member.next++;
    ++m_deliveries;
    m_meter.delivered(m_lane.window().due(publication), now);
    if (--missing(publication) == 0) {
        removeComplete();
        fill(now);
    }
}

void DeliveryGroup::ended(LoadConnection &connection)
{
    Member &member = memberOf(connection);
    if (member.connection == nullptr)
        return;
    member.connection = nullptr;
    --m_receivers;
    if (!m_lane.isOpen())
        return;
    const quint64 end = m_lane.window().end();
    for (quint64 lost = std::max(member.next, m_lane.window().begin()); lost < end; ++lost)
        --missing(lost);
    removeComplete();
    if (m_receivers == 0)
        m_lane.stop();
}

void DeliveryGroup::expire(qint64 now, qint64 timeout)
{
    if (!m_lane.isOpen() || !m_lane.isStalled(m_deliveries, now, timeout))
        return;
    const quint64 oldest = m_lane.window().begin();
    for (Member &member : m_members) {
        LoadConnection *connection = member.connection;
        if (connection != nullptr && receives(*connection) && member.next <= oldest)
            connection->fail(LoadErrorKind::Timeout, tr("no delivery of a message"));
    }
}

void DeliveryGroup::removeComplete()
{
    SendWindow &window = m_lane.window();
    while (!window.isEmpty() && missing(window.begin()) == 0)
        window.removeOldest();
}

} // namespace signalbox
