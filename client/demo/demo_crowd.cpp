// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/demo/demo_crowd.h"

#include "client/demo/demo_guest.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace signalbox {

using namespace std::chrono_literals;

namespace {

constexpr auto ArrivalPace = 60ms; // all are there after a second
constexpr int ShortestPause = 120; // milliseconds between two messages of all rooms
constexpr int LongestPause = 480;
constexpr auto WanderPace = 6s;
constexpr auto MeasurePace = 5s;
constexpr int SlowGuest = 9;
constexpr auto SlowAnswer = 4s;
constexpr int Sensor = int(DemoUsers.size()) - 1;
constexpr int ReadingWords = 8; // of 32 bits

/// Everybody has a room, and every fourth a second one.
QList<QByteArray> roomsOf(int guest)
{
    const auto rooms = demoRooms();
    const auto own = std::size_t(guest) % rooms.size();
    QList<QByteArray> names{rooms[own].name};
    if (guest % 4 == 0)
        names += rooms[(own + 1) % rooms.size()].name;
    return names;
}

} // namespace

DemoCrowd::DemoCrowd(HandshakeRequest upgrade, QObject *parent)
    : QObject(parent)
    , m_upgrade(std::move(upgrade))
    , m_random(QRandomGenerator::securelySeeded())
{
    for (int guest = 0; guest < int(DemoUsers.size()); ++guest)
        m_guests += new DemoGuest(DemoUsers.at(std::size_t(guest)), roomsOf(guest), this);
    for (const DemoRoom &room : demoRooms())
        m_talks.emplace_back(room, m_random);
    m_talking.setSingleShot(true);
    connect(&m_arrivals, &QTimer::timeout, this, &DemoCrowd::arrive);
    connect(&m_talking, &QTimer::timeout, this, &DemoCrowd::talk);
    connect(&m_wandering, &QTimer::timeout, this, &DemoCrowd::wander);
    connect(&m_measuring, &QTimer::timeout, this, &DemoCrowd::measure);
    m_arrivals.start(ArrivalPace);
    m_talking.start(pause());
    m_wandering.start(WanderPace);
    m_measuring.start(MeasurePace);
}

DemoCrowd::~DemoCrowd() = default;

void DemoCrowd::arrive()
{
    m_guests.at(m_arrived)->come(m_upgrade);
    if (++m_arrived == m_guests.size())
        m_arrivals.stop();
}

void DemoCrowd::talk()
{
    m_talking.start(pause());
    const auto room = m_random.bounded(quint32(m_talks.size()));
    const QByteArray name = demoRooms()[room].name;
    const auto remark = m_talks.at(room).next(present(name));
    if (!remark)
        return;
    DemoGuest *guest = m_guests.at(remark->speaker);
    if (remark->speaker == SlowGuest)
        QTimer::singleShot(SlowAnswer, guest,
                           [guest, name, text = remark->text] { guest->say(name, text); });
    else
        guest->say(name, remark->text);
}

void DemoCrowd::wander()
{
    if (m_arrivals.isActive())
        return;
    const auto away = std::ranges::find_if(m_guests, &DemoGuest::isAway);
    if (away != m_guests.end())
        (*away)->come(m_upgrade);
    else
        m_guests.at(m_random.bounded(Sensor))->go(QStringLiteral("back in a moment"));
}

void DemoCrowd::measure()
{
    QByteArray reading(ReadingWords * qsizetype(sizeof(quint32)), Qt::Uninitialized);
    std::ranges::generate(reading, [this] { return char(m_random.bounded(256)); });
    m_guests.at(Sensor)->sendBinary(reading);
}

QList<int> DemoCrowd::present(const QByteArray &room) const
{
    QList<int> guests;
    for (int guest = 0; guest < Sensor; ++guest) {
        if (m_guests.at(guest)->isIn(room))
            guests += guest;
    }
    return guests;
}

std::chrono::milliseconds DemoCrowd::pause()
{
    return std::chrono::milliseconds(m_random.bounded(ShortestPause, LongestPause));
}

} // namespace signalbox
