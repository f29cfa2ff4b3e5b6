// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wire/stream_decoding.h"

#include <algorithm>
#include <memory>
#include <numeric>

using signalbox::FrameDecoder;
using signalbox::FrameEvent;
using signalbox::Opcode;

namespace {

constexpr char Padding = '\xc0'; // never right in UTF-8

QByteArray opcodeName(Opcode opcode)
{
    switch (opcode) {
    case Opcode::Continuation:
        return "continuation";
    case Opcode::Text:
        return "text";
    case Opcode::Binary:
        return "binary";
    case Opcode::Close:
        return "close";
    case Opcode::Ping:
        return "ping";
    case Opcode::Pong:
        return "pong";
    }
    return "unknown";
}

} // namespace

StreamDecoding::StreamDecoding(const DecoderSetup &setup)
    : m_decoder(setup.role, setup.limits)
{
    m_decoder.setRsv1Allowed(setup.isRsv1Allowed);
}

void StreamDecoding::feed(QByteArrayView bytes)
{
    takeEvents(bytes);
}

void StreamDecoding::feedIntoRoom(QByteArrayView bytes)
{
    const std::span<char> room = m_decoder.room();
    const qsizetype fitting = std::min<qsizetype>(bytes.size(), std::ssize(room));
    if (fitting > 0) {
        std::copy_n(bytes.cbegin(), fitting, room.begin());
        m_decoder.filled(fitting);
    }
    takeEvents(bytes.sliced(fitting));
}

void StreamDecoding::takeEvents(QByteArrayView bytes)
{
    // Exactly so large, for the sanitizers.
    const auto size = static_cast<std::size_t>(bytes.size());
    const auto total = size + static_cast<std::size_t>(FrameDecoder::PaddingBytes);
    const auto memory = std::make_unique<char[]>(total); // NOLINT(modernize-avoid-c-arrays)
    std::ranges::copy(bytes, memory.get());
    std::fill(memory.get() + size, memory.get() + total, Padding);

    std::span<char> rest(memory.get(), size);
    FrameEvent event;
    do {
        event = m_decoder.next(rest);
        take(event);
    } while (event.kind == FrameEvent::Kind::Message || event.kind == FrameEvent::Kind::Control);
    m_hasKeptToItsMemory = m_hasKeptToItsMemory
                           && std::all_of(memory.get() + size, memory.get() + total,
                                          [](char c) { return c == Padding; })
                           && (event.kind == FrameEvent::Kind::Failed || rest.empty());
}

void StreamDecoding::take(const FrameEvent &event)
{
    if (event.kind == FrameEvent::Kind::NeedMore)
        return;
    SeenEvent seen{event.kind, event.opcode, event.compressed, event.payload.toByteArray(), 0, {}};
    if (event.kind == FrameEvent::Kind::Failed) {
        seen.code = event.reason->code;
        seen.why = event.why;
    }
    if (event.kind == FrameEvent::Kind::Message) {
        const char *const behind = event.payload.data() + event.payload.size();
        // Only so that valgrind and ASan see it read; the sum decides nothing.
        const int sum = std::accumulate(behind, behind + FrameDecoder::PaddingBytes, 0);
        m_hasKeptToItsMemory = m_hasKeptToItsMemory && sum <= 127 * FrameDecoder::PaddingBytes;
    }
    // A failure stays; only one that turns into another would be news.
    if (m_events.isEmpty() || m_events.last() != seen || seen.code == 0)
        m_events.append(seen);
}

QByteArray toText(const SeenEvent &event)
{
    if (event.kind == FrameEvent::Kind::Failed)
        return QByteArray::number(event.code) + ' ' + event.why;
    const QByteArray name = (event.compressed ? "compressed " : "") + opcodeName(event.opcode);
    return event.payload.isEmpty() ? name : name + ' ' + event.payload;
}
