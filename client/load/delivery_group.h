// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/load/load_lane.h"

#include <vector>

namespace signalbox {

/// Connections that get what one of them sends, all in the same order: publication n is whatever a
/// member gets as its nth.
class DeliveryGroup
{
public:
    /// Whether who sends gets it too.
    enum class Echo : quint8 { ToSender, ToOthers };

    /// For the connections with the numbers `first` to `first` + `size` - 1.
    DeliveryGroup(LoadMeter &meter, Echo echo, int first, int size);

    void add(LoadConnection &connection);
    /// Whether it has somebody to send and somebody to hear it.
    [[nodiscard]] bool canStart() const;
    /// The first that is open sends `frame`, which must outlive the group. Only if canStart().
    void start(const RepeatedFrame &frame, int depth, const LoadPace *pace, qint64 lane,
               qint64 now);
    void stop() { m_lane.stop(); }

    /// What is due may go.
    void fill(qint64 now);
    /// The member has got the next publication.
    void delivered(LoadConnection &connection, qint64 now);
    /// The member waits for nothing any more. Without the one that sends, nothing is sent.
    void ended(LoadConnection &connection);

    [[nodiscard]] bool isDrained() const { return m_lane.isDrained(); }
    /// Ends the members that have not got what was sent, if nobody has got anything all through the
    /// last `timeout`.
    void expire(qint64 now, qint64 timeout);

private:
    struct Member
    {
        LoadConnection *connection = nullptr; // null: not open, or not any more
        quint64 next = 0; // publication that it gets next
    };

    [[nodiscard]] Member &memberOf(const LoadConnection &connection)
    {
        return m_members[size_t(connection.number() - m_first)];
    }
    [[nodiscard]] bool receives(const LoadConnection &connection) const
    {
        return m_echo == Echo::ToSender || &connection != &m_lane.connection();
    }
    quint32 &missing(quint64 publication)
    {
        return m_missing[publication & (m_missing.size() - 1)];
    }
    void removeComplete();

    LoadMeter &m_meter;
    Echo m_echo;
    int m_first;
    LoadLane m_lane;
    std::vector<Member> m_members;
    std::vector<quint32> m_missing; // of each publication under way: who has not got it
    quint32 m_receivers = 0;
    quint64 m_deliveries = 0;
};

} // namespace signalbox
