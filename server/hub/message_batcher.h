// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_options.h"
#include "server/transport/transport.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <set>
#include <utility>

namespace signalbox {

/// Gathers the messages of JSON handlers per connection into `{"type":"batch","messages":[…]}`;
/// whatever else is sent through it, and a close, comes after what was gathered.
class MessageBatcher final : public QObject, public Transport
{
    Q_OBJECT

public:
    /// A batch goes out when it has so many bytes, however few messages they are.
    static constexpr qsizetype MaxBatchBytes = qsizetype(64) * 1024;

    /// Both must outlive the batcher; `batchSize` and `batchDelay` are read at each message.
    MessageBatcher(Transport &next, const ServerOptions &options, QObject *parent = nullptr);

    /// Whether messages are to be gathered at all.
    [[nodiscard]] bool isOn() const { return m_options.batchSize > 0; }

    /// Takes one JSON message; Dropped if it filled the batch and that was dropped.
    SendResult gather(ConnectionId id, const QByteArray &message);
    /// The connection has ended; what was gathered for it is lost.
    void forget(ConnectionId id);

    SendResult send(ConnectionId id, Opcode opcode, QByteArrayView payload) override;
    Unsent send(std::span<const ConnectionId> ids, Opcode opcode, QByteArrayView payload,
                ConnectionId except) override;
    /// Gathered bytes count.
    [[nodiscard]] qint64 bufferedBytes(ConnectionId id) const override;
    [[nodiscard]] bool isConnected(ConnectionId id) const override;
    /// All batches, full or not.
    void flush() override;
    void close(ConnectionId id, const CloseInfo &info) override;
    void terminate(ConnectionId id, const CloseInfo &info) override;

signals:
    /// A batch of so many messages was handed on.
    void batchSent(signalbox::ConnectionId id, quint64 messages, qint64 bytes,
                   signalbox::SendResult result);

private:
    using Clock = std::chrono::steady_clock;
    struct Batch
    {
        QList<QByteArray> messages;
        qsizetype bytes = 0;
        Clock::time_point due;
    };

    SendResult flush(ConnectionId id)
    {
        return m_batches.isEmpty() ? SendResult::Accepted : flushBatch(id);
    }
    SendResult flushBatch(ConnectionId id);
    void flushDue();
    void startTimer();

    Transport &m_next;
    const ServerOptions &m_options;
    QHash<ConnectionId, Batch> m_batches;
    std::set<std::pair<Clock::time_point, quint64>> m_due; // the same batches' ids, by their time
    QTimer m_timer; // one for all: until the first that is due
};

} // namespace signalbox
