// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/message/message_decoder.h"
#include "wire/message/message_encoder.h"
#include "wire/message/message_type.h"

#include <benchmark/benchmark.h>

using namespace signalbox;

namespace {

QByteArray chatMessage(qsizetype contentSize)
{
    return R"({"type":"chat_message","roomId":"room-17","userId":"user1","content":")"
           + QByteArray(contentSize, 'x') + "\"}";
}

void decodeChat(benchmark::State &state)
{
    MessageDecoder decoder;
    const auto json = chatMessage(state.range(0));
    const auto padded = json + QByteArray(MessageDecoder::PaddingBytes, ' ');
    const auto view = QByteArrayView(padded).first(json.size());
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(
            decoder.decode(view, DefaultMaxNameLength, MessageDecoder::Padding::Present));
    state.SetBytesProcessed(state.iterations() * json.size());
}
BENCHMARK(decodeChat)->ArgName("content")->Arg(16)->Arg(128)->Arg(4096);

void encodeChat(benchmark::State &state)
{
    const auto room = RoomName::parse(u"room-17").value();
    const auto user = UserId::parse(u"user1").value();
    const QByteArray content = '"' + QByteArray(state.range(0), 'x') + '"';
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(encode::chatMessage(user, content, room, {}, 1'700'000'000'000));
}
BENCHMARK(encodeChat)->ArgName("content")->Arg(16)->Arg(128)->Arg(4096);

void findType(benchmark::State &state)
{
    const auto json = chatMessage(128);
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(messageType(json));
}
BENCHMARK(findType);

} // namespace

BENCHMARK_MAIN();
