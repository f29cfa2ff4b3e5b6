// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/demo/demo_talk.h"
#include "client/handshake_request.h"

#include <QObject>
#include <QRandomGenerator>
#include <QTimer>

#include <vector>

namespace signalbox {

class DemoGuest;

/// The demo: real connections that chat in a few rooms at the pace of people. Somebody leaves and
/// comes back now and then, one is slow to answer, and one sends binary messages.
class DemoCrowd : public QObject
{
    Q_OBJECT

public:
    /// The guests begin to arrive at once.
    explicit DemoCrowd(HandshakeRequest upgrade, QObject *parent = nullptr);
    /// All of them close with 1001.
    ~DemoCrowd() override;

private:
    void arrive();
    void talk();
    void wander();
    void measure();
    [[nodiscard]] QList<int> present(const QByteArray &room) const;
    [[nodiscard]] std::chrono::milliseconds pause();

    HandshakeRequest m_upgrade;
    QRandomGenerator m_random;
    QList<DemoGuest *> m_guests; // our children
    std::vector<DemoTalk> m_talks; // of the rooms, in their order
    QTimer m_arrivals;
    QTimer m_talking;
    QTimer m_wandering;
    QTimer m_measuring;
    qsizetype m_arrived = 0;
};

} // namespace signalbox
