// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/frame/frame_decoder.h"
#include "wire/frame/frame_encoder.h"
#include "wire/frame/masking.h"
#include "wire/frame/utf8_validator.h"

#include <algorithm>

#include <benchmark/benchmark.h>

using signalbox::FrameDecoder;
using signalbox::FrameEvent;
using signalbox::FrameRole;
using signalbox::MaskKey;
using signalbox::Opcode;

namespace {

constexpr qsizetype KiB = 1024;
constexpr qsizetype BufferSize = 64 * KiB; // as a connection reads
constexpr MaskKey Key{'\x37', '\xfa', '\x21', '\x3d'};

enum class Content : quint8 { Ascii, Mixed, Binary };

QByteArray payloadOf(Content content, qsizetype size)
{
    if (content == Content::Binary)
        return {size, '\xfe'};
    // As long in one byte a character as in three and four.
    const QByteArray unit = content == Content::Ascii ? "a chat message, " : "voilà: 你好 👋 ";
    QByteArray payload;
    while (payload.size() + unit.size() <= size)
        payload += unit;
    return payload.leftJustified(size, ' ');
}

Opcode opcodeOf(Content content)
{
    return content == Content::Binary ? Opcode::Binary : Opcode::Text;
}

Content contentOf(const benchmark::State &state)
{
    return static_cast<Content>(state.range(1));
}

/// Frames that fill a buffer, at least one.
QByteArray framesOf(const QByteArray &frame)
{
    return frame.repeated(std::max<qsizetype>(1, BufferSize / frame.size()));
}

void countMessages(benchmark::State &state, qsizetype messages, qsizetype payloadSize)
{
    state.SetItemsProcessed(messages);
    state.SetBytesProcessed(messages * payloadSize);
}

/// Whole frames in the caller's buffer. Filling the buffer, as the kernel would, is not measured,
/// but costs the cache what it costs there.
void decodeWhole(benchmark::State &state)
{
    const qsizetype size = state.range(0);
    const QByteArray stream = framesOf(
        encodeMaskedFrame(opcodeOf(contentOf(state)), payloadOf(contentOf(state), size), Key));
    QByteArray buffer(stream.size() + FrameDecoder::PaddingBytes, '\0');
    FrameDecoder decoder(FrameRole::Server, {.maxPayloadLength = size});
    qsizetype messages = 0;
    for ([[maybe_unused]] auto _ : state) {
        state.PauseTiming();
        std::ranges::copy(stream, buffer.begin());
        state.ResumeTiming();
        std::span<char> bytes(buffer.data(), static_cast<std::size_t>(stream.size()));
        while (decoder.next(bytes).kind == FrameEvent::Kind::Message)
            ++messages;
    }
    countMessages(state, messages, size);
}

/// Large frames, the rest of which is read into the decoder's own buffer.
void decodeIntoRoom(benchmark::State &state)
{
    const qsizetype size = state.range(0);
    const QByteArray frame =
        encodeMaskedFrame(opcodeOf(contentOf(state)), payloadOf(contentOf(state), size), Key);
    QByteArray buffer(BufferSize + FrameDecoder::PaddingBytes, '\0');
    FrameDecoder decoder(FrameRole::Server, {.maxPayloadLength = size});
    qsizetype messages = 0;
    for ([[maybe_unused]] auto _ : state) {
        const char *from = frame.cbegin();
        std::copy_n(from, BufferSize, buffer.begin());
        from += BufferSize;
        std::span<char> bytes(buffer.data(), static_cast<std::size_t>(BufferSize));
        FrameEvent event = decoder.next(bytes);
        while (event.kind == FrameEvent::Kind::NeedMore) {
            const auto room = decoder.room();
            const auto read = std::min<qsizetype>(std::ssize(room), frame.cend() - from);
            std::copy_n(from, read, room.begin());
            from += read;
            decoder.filled(read);
            event = decoder.next(bytes);
        }
        messages += event.kind == FrameEvent::Kind::Message ? 1 : 0;
        decoder.next(bytes);
    }
    countMessages(state, messages, size);
}

/// A message of 1 MiB in fragments that stand in the caller's buffer.
void decodeFragments(benchmark::State &state)
{
    const qsizetype fragmentSize = state.range(0);
    const qsizetype count = 1024 * KiB / fragmentSize;
    QByteArray stream;
    for (qsizetype i = 0; i < count; ++i) {
        QByteArray frame = encodeMaskedFrame(i == 0 ? Opcode::Binary : Opcode::Continuation,
                                             QByteArray(fragmentSize, 'x'), Key);
        if (i != count - 1)
            frame[0] = static_cast<char>(frame[0] & 0x7f); // not the last
        stream += frame;
    }
    const qsizetype size = stream.size();
    stream.append(FrameDecoder::PaddingBytes, '\0');
    FrameDecoder decoder(FrameRole::Server, {.maxFragments = 0});
    qsizetype fragments = 0;
    for ([[maybe_unused]] auto _ : state) {
        // Fragments are unmasked on their way to the decoder's buffer: the stream stays as it is.
        std::span<char> bytes(stream.data(), static_cast<std::size_t>(size));
        while (decoder.next(bytes).kind == FrameEvent::Kind::Message)
            fragments += count;
    }
    countMessages(state, fragments, fragmentSize);
}

void encode(benchmark::State &state)
{
    const QByteArray payload = payloadOf(Content::Binary, state.range(0));
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(signalbox::encodeFrame(Opcode::Binary, payload));
    countMessages(state, state.iterations(), payload.size());
}

void encodeMasked(benchmark::State &state)
{
    const QByteArray payload = payloadOf(Content::Binary, state.range(0));
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(signalbox::encodeMaskedFrame(Opcode::Binary, payload, Key));
    countMessages(state, state.iterations(), payload.size());
}

void mask(benchmark::State &state)
{
    QByteArray payload = payloadOf(Content::Binary, state.range(0));
    const qsizetype offset = state.range(1);
    for ([[maybe_unused]] auto _ : state) {
        char *bytes = payload.data() + offset;
        signalbox::copyMasked(bytes, bytes, payload.size() - offset, Key, offset);
        benchmark::ClobberMemory();
    }
    countMessages(state, state.iterations(), payload.size() - offset);
}

void validate(benchmark::State &state)
{
    const QByteArray text = payloadOf(contentOf(state), state.range(0));
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(signalbox::isValidUtf8(text));
    countMessages(state, state.iterations(), text.size());
}

const std::vector<std::int64_t> Contents{static_cast<int>(Content::Ascii),
                                         static_cast<int>(Content::Mixed),
                                         static_cast<int>(Content::Binary)};
const std::vector<std::int64_t> Texts{Contents.front(), Contents.at(1)};

BENCHMARK(decodeWhole)->ArgsProduct({{8, 64, 128, 16 * KiB, 64 * KiB}, Contents});
BENCHMARK(decodeIntoRoom)->ArgsProduct({{256 * KiB, 1024 * KiB}, Contents});
BENCHMARK(decodeFragments)->Arg(64)->Arg(4 * KiB);
BENCHMARK(encode)->Arg(64)->Arg(16 * KiB)->Arg(64 * KiB);
BENCHMARK(encodeMasked)->Arg(64)->Arg(16 * KiB)->Arg(64 * KiB);
BENCHMARK(mask)->ArgsProduct({{8, 64, 1 * KiB, 64 * KiB, 1024 * KiB}, {0, 3}});
BENCHMARK(validate)->ArgsProduct({{8, 16, 32, 64, 128, 1 * KiB, 64 * KiB}, Texts});

} // namespace

BENCHMARK_MAIN();
