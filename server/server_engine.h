// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_command.h"
#include "core/server_event.h"
#include "server/bans/ban_list.h"
#include "server/feed/activity_feed.h"
#include "server/feed/event_stream.h"
#include "server/feed/state_feed.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace signalbox {

class ServerRun;

/// The server inside its thread: starts, stops and drains runs, changes options and hands
/// everything else to the operator's desk of the run.
class ServerEngine : public QObject
{
    Q_OBJECT

public:
    using Reply = std::function<void(CommandOutcome)>;

    explicit ServerEngine(QObject *parent = nullptr);
    ~ServerEngine() override;

    /// Carries the command out; `reply` is called once, for StopGracefully when it is over.
    void execute(const ServerCommand &command, Reply reply);
    /// See EventStream::acknowledge().
    void acknowledge(quint64 number);

signals:
    void batchReady(const signalbox::PackedBatch &batch);

private:
    CommandOutcome carryOut(const StartServer &command);
    CommandOutcome carryOut(StopServer command);
    CommandOutcome carryOut(CancelStop command);
    CommandOutcome carryOut(const SendMessage &command);
    CommandOutcome carryOut(const KickConnections &command);
    CommandOutcome carryOut(const AddBan &command);
    CommandOutcome carryOut(const LiftBan &command);
    CommandOutcome carryOut(const RestoreBans &command);
    CommandOutcome carryOut(const JoinRoom &command);
    CommandOutcome carryOut(const LeaveRoom &command);
    CommandOutcome carryOut(const ChangeOption &command);
    CommandOutcome carryOut(Subscribe command);
    void stopGracefully(Reply reply);
    void finishDrain();
    void endRun();

    [[nodiscard]] bool isServing() const;
    /// Runs `call(OperatorDesk &)`; WrongState unless serving.
    template <typename Call>
    CommandOutcome atDesk(Call call);
    /// Puts these options in force as far as the system allows; `state` gets them and the warnings.
    void applyOptions(ServerOptions options, ServerStateChanged &state) const;

    ActivityFeed m_activity;
    BanList m_bans; ///< also of the runs before
    ConnectionId m_lastConnection; ///< of the runs before: no id names two connections
    StateFeed m_state;
    EventStream m_stream;
    std::unique_ptr<ServerRun> m_run; ///< null while stopped
    Reply m_drainReply;
    std::optional<Delivery> m_drained; ///< of a drain that is over and not yet replied to
    qint64 m_descriptors = 0;
};

} // namespace signalbox
