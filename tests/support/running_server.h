// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/server.h"

#include <QList>
#include <QObject>

#include <memory>
#include <vector>

namespace signalbox::test {

class JsonClient;

/// A server behind its face, on a port that the system picks, with all that it reported.
class RunningServer : public QObject
{
    Q_OBJECT

public:
    /// Options with port 0 and the examples on.
    static ServerOptions options();

    explicit RunningServer(QObject *parent = nullptr);

    /// Subscribes to everything and starts; false if it did not come to serving.
    [[nodiscard]] bool start(const ServerOptions &options = RunningServer::options());
    /// Waits for the outcome; an error if there is none in time.
    CommandOutcome execute(const ServerCommand &command);
    [[nodiscard]] Server &server() { return m_server; }

    /// `ws://127.0.0.1:port` and the path.
    [[nodiscard]] QString url(const QString &path = QStringLiteral("/")) const;
    /// A client that is open, greeted if `path` greets; its greeting is taken.
    [[nodiscard]] std::unique_ptr<JsonClient>
    client(const QString &path = QStringLiteral("/")) const;
    [[nodiscard]] std::vector<std::unique_ptr<JsonClient>> clients(int count) const;

    [[nodiscard]] const ServerStateChanged &state() const { return m_state; }
    [[nodiscard]] const TotalsChanged &totals() const { return m_totals; }
    [[nodiscard]] const QList<ConnectionOpened> &opened() const { return m_opened; }
    [[nodiscard]] const QList<ConnectionStatus> &statuses() const { return m_statuses; }
    [[nodiscard]] const QList<ConnectionClosed> &closed() const { return m_closed; }
    [[nodiscard]] const QList<RefusedHandshake> &refused() const { return m_refused; }
    [[nodiscard]] const QList<RoomStatus> &rooms() const { return m_rooms; }
    [[nodiscard]] const QList<RoomName> &closedRooms() const { return m_closedRooms; }
    [[nodiscard]] const QList<Ban> &bans() const { return m_bans; }
    /// Every ban that there ever was a report of.
    [[nodiscard]] const QList<Ban> &bansSeen() const { return m_bansSeen; }
    [[nodiscard]] const QList<ActivityRecord> &records() const { return m_records; }
    /// Waits until so many connections are open and have been reported.
    [[nodiscard]] bool waitForConnections(qsizetype count) const;

private:
    void read(const ServerEvent &event);

    Server m_server;
    ServerStateChanged m_state;
    TotalsChanged m_totals;
    QList<ConnectionOpened> m_opened;
    QList<ConnectionStatus> m_statuses; ///< every report
    QList<ConnectionClosed> m_closed;
    QList<RefusedHandshake> m_refused;
    QList<RoomStatus> m_rooms; ///< every report
    QList<RoomName> m_closedRooms;
    QList<Ban> m_bans;
    QList<Ban> m_bansSeen;
    QList<ActivityRecord> m_records;
};

} // namespace signalbox::test
