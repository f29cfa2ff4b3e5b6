// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wire/every_cut.h"

#include <algorithm>

namespace {

/// Streams of so many bytes are cut everywhere; longer ones near their ends and here and there.
constexpr qsizetype AllCuts = 600;
constexpr qsizetype NearAnEnd = 40;
constexpr qsizetype Stride = 4093;

QByteArrayList textsOf(const StreamDecoding &decoding)
{
    QByteArrayList texts;
    for (const SeenEvent &event : decoding.events())
        texts.append(toText(event));
    if (!decoding.hasKeptToItsMemory())
        texts.append("(memory that is not the decoder's)");
    return texts;
}

/// Long payloads would hide what differs.
QByteArray abridged(const QByteArrayList &texts)
{
    QByteArrayList abridgedTexts;
    for (const QByteArray &text : texts) {
        const bool isLong = text.size() > 80;
        abridgedTexts.append(
            isLong ? text.first(60) + "… (" + QByteArray::number(text.size()) + " bytes)" : text);
    }
    return '[' + abridgedTexts.join(" | ") + ']';
}

/// Reads of `size` bytes.
QByteArrayList decodedIntoRoom(const DecoderSetup &setup, QByteArrayView stream, qsizetype size)
{
    StreamDecoding decoding(setup);
    for (qsizetype at = 0; at < stream.size(); at += size)
        decoding.feedIntoRoom(stream.sliced(at, std::min(size, stream.size() - at)));
    return textsOf(decoding);
}

QByteArrayList decodedInPieces(const DecoderSetup &setup, QByteArrayView stream, qsizetype size)
{
    StreamDecoding decoding(setup);
    for (qsizetype at = 0; at < stream.size(); at += size)
        decoding.feed(stream.sliced(at, std::min(size, stream.size() - at)));
    return textsOf(decoding);
}

QByteArrayList decodedInTwo(const DecoderSetup &setup, QByteArrayView stream, qsizetype cut,
                            bool intoRoom)
{
    StreamDecoding decoding(setup);
    decoding.feed(stream.first(cut));
    if (intoRoom)
        decoding.feedIntoRoom(stream.sliced(cut));
    else
        decoding.feed(stream.sliced(cut));
    return textsOf(decoding);
}

qsizetype nextCut(qsizetype cut, qsizetype size)
{
    if (size <= AllCuts || cut < NearAnEnd || cut >= size - NearAnEnd)
        return cut + 1;
    return std::min(cut + Stride, size - NearAnEnd);
}

} // namespace

QByteArray firstOtherOutcome(const DecoderSetup &setup, const QByteArray &stream,
                             const QByteArrayList &events)
{
    const QByteArray role = setup.role == signalbox::FrameRole::Server ? "server, " : "client, ";
    const auto other = [&](const QByteArray &how, const QByteArrayList &outcome) {
        return outcome == events
                   ? QByteArray()
                   : role + how + ": " + abridged(outcome) + " instead of " + abridged(events);
    };
    if (auto found = other("whole", decodedInPieces(setup, stream, stream.size() + 1));
        !found.isEmpty())
        return found;
    for (qsizetype cut = 0; cut <= stream.size(); cut = nextCut(cut, stream.size())) {
        for (const bool intoRoom : {false, true}) {
            const QByteArray how =
                "cut at " + QByteArray::number(cut) + (intoRoom ? " into room" : "");
            auto found = other(how, decodedInTwo(setup, stream, cut, intoRoom));
            if (!found.isEmpty())
                return found;
        }
    }
    for (const qsizetype size : {1, 2, 3, 5, 8, 100, 4096}) {
        const QByteArray how = "pieces of " + QByteArray::number(size);
        auto found = other(how, decodedInPieces(setup, stream, size));
        if (found.isEmpty())
            found = other(how + " into room", decodedIntoRoom(setup, stream, size));
        if (!found.isEmpty())
            return found;
    }
    return {};
}
