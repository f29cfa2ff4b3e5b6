// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/console/console_bench.h"

#include "ui/log/log_model.h"
#include "ui/log/log_page.h"
#include "ui/log/log_view.h"

#include <QAction>
#include <QEventLoop>
#include <QTimer>
#include <QWindow>

#include <algorithm>
#include <cmath>
#include <ctime>

namespace signalbox::bench {

namespace {

constexpr qsizetype RecordsPerTick = 3'333;

QByteArray payloadOf(quint64 number)
{
    QByteArray payload = R"({"type":"chat_message","id":")" + QByteArray::number(number)
                         + R"(","content":"how )"
                         + QByteArray::number(number * 2'654'435'761U % 9'973)
                         + " are you today, and what do you say";
    payload.append(126 - payload.size(), '.');
    return payload + "\"}";
}

} // namespace

ConsoleBench::ConsoleBench(qsizetype records)
    : window(server, client, theme, {})
    , page(*window.findChild<LogPage *>())
    , model(*page.findChild<LogModel *>())
    , view(*page.findChild<LogView *>())
{
    theme.apply();
    LogBounds bounds;
    bounds.entries = records;
    model.setBounds(bounds);
    window.resize(1'280, 800);
    window.show();
    showPage(Qt::Key_3);
    waitUntilDrawn();
}

/// Before the window system has shown the window, nothing of it is ever drawn.
void ConsoleBench::waitUntilDrawn()
{
    QEventLoop loop;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        if (window.windowHandle()->isExposed())
            loop.quit();
    });
    timer.start(10);
    loop.exec();
}

void ConsoleBench::showPage(Qt::Key key)
{
    const auto actions = window.findChildren<QAction *>();
    for (QAction *action : actions) {
        if (action->shortcut() == QKeySequence(Qt::ALT | key))
            action->trigger();
    }
}

void ConsoleBench::feed(const PackedActivity &packed)
{
    EventBatch batch;
    batch.events.append(packed.unpack());
    emit server.eventsArrived(batch);
}

void ConsoleBench::fill(qsizetype records)
{
    for (qsizetype done = 0; done < records; done += RecordsPerTick)
        feed(messages(quint64(done) + 1, std::min(RecordsPerTick, records - done)));
}

PackedActivity messages(quint64 first, qsizetype count)
{
    PackedActivity packed;
    QList<UserId> users;
    QList<RoomName> rooms;
    for (int i = 0; i < 50; ++i)
        users.append(*UserId::parse(QStringLiteral("user-%1").arg(i)));
    for (int i = 0; i < 10; ++i)
        rooms.append(*RoomName::parse(QStringLiteral("room-%1").arg(i)));
    for (qsizetype i = 0; i < count; ++i) {
        const quint64 number = first + quint64(i);
        const auto who = qsizetype(number / 2 % 50);
        const QByteArray payload = payloadOf(number);
        ActivityEntry entry;
        entry.length = payload.size();
        entry.payload = payload;
        if (number % 2 == 0) {
            entry.direction = Direction::ClientToServer;
            entry.connection = ConnectionId{quint64(who) + 1};
            entry.user = users.at(who);
        } else {
            entry.direction = Direction::ServerToClient;
            entry.cause = ConnectionId{quint64(who) + 1};
            entry.causeUser = users.at(who);
            entry.room = rooms.at(who % 10);
            entry.receivers = 5;
        }
        packed.append(number, 1'795'341'190'137'000 + qint64(number) * 10, entry);
    }
    return packed;
}

double threadCpu()
{
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return double(used.tv_sec) * 1e3 + double(used.tv_nsec) / 1e6;
}

double median(std::vector<double> values)
{
    return percentile(std::move(values), 0.5);
}

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    const auto place = size_t(std::ceil(share * double(values.size())));
    return values.at(place == 0 ? 0 : place - 1);
}

} // namespace signalbox::bench
