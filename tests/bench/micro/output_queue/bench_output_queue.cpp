// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/channel/output_queue.h"
#include "wire/frame/frame_encoder.h"

#include <algorithm>
#include <limits>
#include <vector>

#include <benchmark/benchmark.h>

using signalbox::ByteChannel;
using signalbox::ChannelObserver;
using signalbox::IoResult;
using signalbox::Opcode;
using signalbox::OutputQueue;
using signalbox::PeerName;

namespace {

/// Takes at most so many bytes a call, and looks at none of them.
class NullChannel final : public ByteChannel
{
public:
    explicit NullChannel(qsizetype width = std::numeric_limits<qsizetype>::max())
        : m_width(width)
    { }

    void setObserver(ChannelObserver * /*observer*/) override { }
    void setReading(bool /*wanted*/) override { }
    IoResult read(std::span<const std::span<char>> /*parts*/) override { return {}; }
    IoResult write(std::span<const QByteArrayView> parts) override
    {
        qsizetype size = 0;
        for (const QByteArrayView part : parts)
            size += part.size();
        return {IoResult::State::Done, std::min(size, m_width)};
    }
    void tellWritableLater() override { }
    [[nodiscard]] qint64 unsentBytes() const override { return 0; }
    void endSending() override { }
    [[nodiscard]] PeerName peerName() const override { return {}; }

private:
    qsizetype m_width;
};

/// A turn: so many publications to a thousand receivers, then each one's flush.
void fanOut(benchmark::State &state)
{
    constexpr std::size_t Receivers = 1000;
    const auto publications = state.range(0);
    const QByteArray payload(state.range(1), 'x');
    std::vector<OutputQueue> queues(Receivers);
    NullChannel channel;
    for ([[maybe_unused]] auto _ : state) {
        for (auto i = publications; i > 0; --i) {
            const auto frame = signalbox::encodeFrame(Opcode::Text, payload);
            for (auto &queue : queues)
                queue.appendShared(frame);
        }
        for (auto &queue : queues)
            benchmark::DoNotOptimize(queue.writeTo(channel));
    }
    const auto messages = state.iterations() * publications * std::int64_t{Receivers};
    state.SetItemsProcessed(messages);
}

/// A reader that goes on when so many small frames wait for it.
void drain(benchmark::State &state)
{
    const auto frame = signalbox::encodeFrame(Opcode::Text, QByteArray(state.range(1), 'x'));
    NullChannel channel(qsizetype{64} * 1024);
    for ([[maybe_unused]] auto _ : state) {
        OutputQueue queue;
        for (auto i = state.range(0); i > 0; --i)
            queue.appendShared(frame);
        while (!queue.isEmpty())
            benchmark::DoNotOptimize(queue.writeTo(channel));
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

} // namespace

BENCHMARK(fanOut)->ArgsProduct({{1, 2, 4, 16, 64}, {32, 200, 1'000, 16'384}});
BENCHMARK(drain)->ArgsProduct({{1'000, 10'000, 100'000}, {0, 200, 1'000}});
BENCHMARK_MAIN();
