// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/require.h"
#include "tests/wire/stream_decoding.h"
#include "wire/frame/close_payload.h"
#include "wire/frame/frame_encoder.h"
#include "wire/frame/utf8_validator.h"

#include <algorithm>
#include <array>

using namespace signalbox;
using Kind = FrameEvent::Kind;

namespace {

constexpr qsizetype ChoiceBytes = 3;

/// An input's first bytes choose the decoder and how the stream is cut; the rest is the stream.
struct Choice
{
    DecoderSetup setup;
    qsizetype pieceSize = 1;
    qsizetype cut = 0;
};

Choice choiceOf(QByteArrayView input)
{
    static constexpr std::array Limits{
        FrameLimits{},
        FrameLimits{.maxPayloadLength = 64, .maxFragments = 4, .maxEmptyFragments = 2},
        FrameLimits{.maxPayloadLength = 300, .maxFragments = 0, .maxEmptyFragments = 1},
        FrameLimits{.maxPayloadLength = 70'000, .maxFragments = 3, .maxEmptyFragments = 0},
    };
    const auto byteAt = [input](qsizetype i) {
        return static_cast<uint>(static_cast<uchar>(input[i]));
    };
    Choice choice;
    choice.setup.role = (byteAt(0) & 1U) != 0 ? FrameRole::Client : FrameRole::Server;
    choice.setup.isRsv1Allowed = (byteAt(0) & 2U) != 0;
    choice.setup.limits = Limits.at(byteAt(0) >> 2U & 3U);
    choice.pieceSize = 1 + static_cast<qsizetype>(byteAt(0) >> 4U);
    choice.cut =
        static_cast<qsizetype>(byteAt(1) << 8U | byteAt(2)) % (input.size() - ChoiceBytes + 1);
    return choice;
}

void checkClose(const SeenEvent &event)
{
    if (event.payload.isEmpty())
        return;
    require(event.payload.size() >= 2, "a close frame with half a code was accepted");
    const ClosePayload close = readClosePayload(event.payload);
    require(isSendableCloseCode(close.code), "a bad close code was accepted");
    require(isValidUtf8(close.reason), "a close reason that is not UTF-8 was accepted");
}

void checkEvent(const SeenEvent &event, const DecoderSetup &setup)
{
    switch (event.kind) {
    case Kind::NeedMore:
        require(false, "NeedMore was kept as an event");
        break;
    case Kind::Message:
        require(event.opcode == Opcode::Text || event.opcode == Opcode::Binary,
                "a message of an opcode that is for none");
        require(event.payload.size() <= setup.limits.maxPayloadLength,
                "a message above the limit was accepted");
        require(!event.compressed || setup.isRsv1Allowed, "RSV1 was accepted without an extension");
        require(event.opcode != Opcode::Text || event.compressed || isValidUtf8(event.payload),
                "a text that is not UTF-8 was accepted");
        break;
    case Kind::Control:
        require(isControl(event.opcode), "a control frame of an opcode that is for none");
        require(event.payload.size() <= 125, "a long control frame was accepted");
        require(!event.compressed, "a compressed control frame was accepted");
        if (event.opcode == Opcode::Close)
            checkClose(event);
        break;
    case Kind::Failed:
        require(event.code == 1002 || event.code == 1007 || event.code == 1008
                    || event.code == 1009,
                "a failure with another code");
        require(!event.why.isEmpty() && event.why.size() <= MaxCloseReasonBytes,
                "a failure without a cause, or with a long one");
        break;
    }
}

/// What was accepted can be said again, and means the same.
void checkEncoding(const SeenEvent &event)
{
    if (event.kind == Kind::Failed || event.compressed)
        return;
    static constexpr MaskKey Key{'\x01', '\x80', '\xff', '\x37'};
    StreamDecoding client({.role = FrameRole::Client, .limits = {}});
    client.feed(encodeFrame(event.opcode, event.payload));
    StreamDecoding server({.role = FrameRole::Server, .limits = {}});
    server.feed(encodeMaskedFrame(event.opcode, event.payload, Key));
    const QList<SeenEvent> expected{event};
    require(client.events() == expected, "an encoded frame is decoded as another");
    require(server.events() == expected, "an encoded masked frame is decoded as another");
}

StreamDecoding decodedWhole(const Choice &choice, QByteArrayView stream)
{
    StreamDecoding decoding(choice.setup);
    decoding.feed(stream);
    return decoding;
}

StreamDecoding decodedInTwo(const Choice &choice, QByteArrayView stream)
{
    StreamDecoding decoding(choice.setup);
    decoding.feed(stream.first(choice.cut));
    decoding.feedIntoRoom(stream.sliced(choice.cut));
    return decoding;
}

StreamDecoding decodedInPieces(const Choice &choice, QByteArrayView stream, bool intoRoom)
{
    StreamDecoding decoding(choice.setup);
    for (qsizetype at = 0; at < stream.size(); at += choice.pieceSize) {
        const auto piece = stream.sliced(at, std::min(choice.pieceSize, stream.size() - at));
        if (intoRoom)
            decoding.feedIntoRoom(piece);
        else
            decoding.feed(piece);
    }
    return decoding;
}

} // namespace

// The name that libFuzzer calls.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    const QByteArrayView input(data, static_cast<qsizetype>(size));
    if (input.size() < ChoiceBytes)
        return 0;
    const Choice choice = choiceOf(input);
    const QByteArrayView stream = input.sliced(ChoiceBytes);

    const StreamDecoding whole = decodedWhole(choice, stream);
    const std::array others{decodedInTwo(choice, stream), decodedInPieces(choice, stream, false),
                            decodedInPieces(choice, stream, true)};
    require(whole.hasKeptToItsMemory(), "memory was used that is not the decoder's");
    for (const StreamDecoding &other : others) {
        require(other.hasKeptToItsMemory(), "memory was used that is not the decoder's, in pieces");
        require(other.events() == whole.events(), "pieces are decoded as something else");
    }
    for (const SeenEvent &event : whole.events()) {
        checkEvent(event, choice.setup);
        checkEncoding(event);
    }
    const auto failures = std::ranges::count(whole.events(), Kind::Failed, &SeenEvent::kind);
    require(failures == 0 || (failures == 1 && whole.events().last().kind == Kind::Failed),
            "something came after a failure");
    return 0;
}
