// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/load/delivery_group.h"
#include "client/load/load_scenario.h"

#include <QByteArray>

#include <vector>

namespace signalbox {

/// Rooms of so many members; in each the first member sends chat messages, and all get them. The
/// rooms' names are the run's own, so that two runs at one server do not meet.
class RoomsScenario final : public LoadScenario
{
public:
    RoomsScenario(const LoadPlan &plan, LoadMeter &meter);

    void connectionOpened(LoadConnection &connection) override;
    void messageArrived(LoadConnection &connection, Opcode opcode, QByteArrayView payload,
                        qint64 now) override;
    void connectionEnded(LoadConnection &connection) override;

    [[nodiscard]] bool isReady() const override { return m_joining == 0; }
    [[nodiscard]] qint64 laneCount() const override;
    void start(const LoadPace *pace, qint64 now) override;
    void messageDue(qint64 lane, qint64 now) override;
    void stop() override;
    [[nodiscard]] bool isDrained() const override;
    void expire(qint64 now, qint64 timeout) override;

private:
    enum class Seat : quint8 { Empty, Joining, Joined };

    struct Room
    {
        RepeatedFrame frame;
        DeliveryGroup group;
    };

    [[nodiscard]] Room &roomOf(const LoadConnection &connection)
    {
        return m_rooms[size_t(connection.number() / m_members)];
    }
    void takeJoined(LoadConnection &connection);
    void takeError(LoadConnection &connection, QByteArrayView payload);

    LoadMeter &m_meter;
    QByteArray m_content;
    QByteArray m_prefix; // of the rooms' names
    int m_members;
    int m_depth;
    std::vector<Room> m_rooms;
    std::vector<LoadConnection *> m_connections; // by their numbers; null: not open
    std::vector<Seat> m_seats; // by the connection's number
    std::vector<size_t> m_lanes; // rooms that were started
    int m_joining = 0;
    StallWatch m_joinWatch;
    quint64 m_joins = 0;
};

} // namespace signalbox
