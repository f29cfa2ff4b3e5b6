// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/message_batcher.h"

#include "wire/message/message_encoder.h"

namespace signalbox {

MessageBatcher::MessageBatcher(Transport &next, const ServerOptions &options, QObject *parent)
    : QObject(parent)
    , m_next(next)
    , m_options(options)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &MessageBatcher::flushDue);
}

SendResult MessageBatcher::gather(ConnectionId id, const QByteArray &message)
{
    auto &batch = m_batches[id];
    if (batch.messages.isEmpty()) {
        batch.due = Clock::now() + m_options.batchDelay;
        m_due.emplace(batch.due, id.value);
        startTimer();
    }
    batch.messages.append(message);
    batch.bytes += message.size();
    if (batch.messages.size() >= m_options.batchSize || batch.bytes >= MaxBatchBytes)
        return flush(id);
    return SendResult::Accepted;
}

void MessageBatcher::forget(ConnectionId id)
{
    const auto batch = m_batches.constFind(id);
    if (batch == m_batches.constEnd())
        return;
    m_due.erase({batch->due, id.value});
    m_batches.erase(batch);
}

SendResult MessageBatcher::send(ConnectionId id, Opcode opcode, QByteArrayView payload)
{
    flush(id);
    return m_next.send(id, opcode, payload);
}

Unsent MessageBatcher::send(std::span<const ConnectionId> ids, Opcode opcode,
                            QByteArrayView payload, ConnectionId except)
{
    if (!m_batches.isEmpty()) {
        for (const auto id : ids) {
            if (id != except)
                flush(id);
        }
    }
    return m_next.send(ids, opcode, payload, except);
}

qint64 MessageBatcher::bufferedBytes(ConnectionId id) const
{
    const auto batch = m_batches.constFind(id);
    return m_next.bufferedBytes(id) + (batch == m_batches.constEnd() ? 0 : batch->bytes);
}

bool MessageBatcher::isConnected(ConnectionId id) const
{
    return m_next.isConnected(id);
}

void MessageBatcher::flush()
{
    const auto ids = m_batches.keys();
    for (const auto id : ids)
        flush(id);
    m_next.flush();
}

void MessageBatcher::close(ConnectionId id, const CloseInfo &info)
{
    flush(id);
    m_next.close(id, info);
}

void MessageBatcher::terminate(ConnectionId id, const CloseInfo &info)
{
    forget(id);
    m_next.terminate(id, info);
}

SendResult MessageBatcher::flushBatch(ConnectionId id)
{
    if (!m_batches.contains(id))
        return SendResult::Accepted;
    const Batch batch = m_batches.take(id);
    m_due.erase({batch.due, id.value});
    const auto payload = encode::batch(batch.messages);
    const auto result = m_next.send(id, Opcode::Text, payload);
    emit batchSent(id, static_cast<quint64>(batch.messages.size()), payload.size(), result);
    return result;
}

void MessageBatcher::flushDue()
{
    const auto now = Clock::now();
    while (!m_due.empty() && m_due.begin()->first <= now)
        flush(ConnectionId{m_due.begin()->second});
    startTimer();
}

void MessageBatcher::startTimer()
{
    if (m_due.empty())
        return;
    const auto wait =
        std::chrono::ceil<std::chrono::milliseconds>(m_due.begin()->first - Clock::now());
    m_timer.start(std::max(wait, std::chrono::milliseconds(0)));
}

} // namespace signalbox
