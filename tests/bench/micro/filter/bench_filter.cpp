// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filter.h"
#include "core/filter/record_subject.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <vector>

using namespace signalbox;

namespace {

constexpr int Records = 1'000'000;
constexpr qsizetype PayloadBytes = 128;

/// A log of different payloads; one record in a thousand holds the word `needle`.
const std::vector<ActivityRecord> &sampleLog()
{
    static const auto Log = [] {
        std::vector<ActivityRecord> log(Records);
        const auto user = UserId::parse(u"user-17").value();
        const auto room = RoomName::parse(u"lobby").value();
        quint64 number = 0;
        for (ActivityRecord &record : log) {
            record.number = ++number;
            record.direction =
                number % 2 == 0 ? Direction::ClientToServer : Direction::ServerToClient;
            record.connection = {number % 1000 + 1};
            record.user = user;
            record.room = room;
            record.type = "chat_message";
            record.payload = R"({"type":"chat_message","roomId":"lobby","userId":"user-17",)"
                             R"("content":"The quick brown fox )"
                             + QByteArray::number(number * 2'654'435'761)
                             + (number % 1000 == 0 ? " Needle" : "");
            record.payload.append(std::max<qsizetype>(PayloadBytes - 2 - record.payload.size(), 0),
                                  'x');
            record.payload += "\"}";
            record.length = record.payload.size();
        }
        return log;
    }();
    return Log;
}

void filterLog(benchmark::State &state, const char *text)
{
    const Filter filter =
        Filter::compile(QString::fromUtf8(text), FilterFields::ofRecords()).filter;
    const auto &log = sampleLog();
    qsizetype found = 0;
    for ([[maybe_unused]] auto _ : state) {
        found = std::ranges::count_if(log, [&filter](const ActivityRecord &record) {
            return filter.matches(RecordSubject(record));
        });
        benchmark::DoNotOptimize(found);
    }
    state.counters["found"] = double(found);
}
BENCHMARK_CAPTURE(filterLog, field, "conn:17")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filterLog, text, "needle")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filterLog, oneLetter, "~")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filterLog, chinese, "服务器")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filterLog, umlaut, "äpfel")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filterLog, expression, "/needle$/")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filterLog, payloadExpression, "text:/fox \\d+ [a-z]/i")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filterLog, combined,
                  "(room:lobby or room:ops) from:client -type:error length>100 needle")
    ->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
