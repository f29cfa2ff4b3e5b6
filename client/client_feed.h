// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client_event.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace signalbox {

/// Gathers events into batches: at most 30 a second, the next one after the last was acknowledged.
/// The buffer is bounded: activity that finds no room is counted, the latest state always finds it.
class ClientFeed : public QObject
{
    Q_OBJECT

public:
    explicit ClientFeed(QObject *parent = nullptr);

    static constexpr qsizetype MaxEvents = 10'000;
    static constexpr qint64 MaxPayloadBytes = qint64(64) << 20;

    void append(const ClientStateChanged &state);
    void append(ClientActivity activity);

    /// The batch has been seen; the next one may go.
    void acknowledge();

signals:
    void batchReady(const signalbox::ClientEventBatch &batch);

private:
    void schedule();
    void send();
    void push(ClientEvent event);

    ClientEventBatch m_batch; // what waits
    qint64 m_payloadBytes = 0; // in it
    QTimer m_tick;
    QElapsedTimer m_lastBatch;
    bool m_inFlight = false;
};

} // namespace signalbox
