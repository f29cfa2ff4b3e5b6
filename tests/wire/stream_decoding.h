// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/frame/frame_decoder.h"

#include <QByteArray>
#include <QList>

/// A FrameEvent that outlives its decoder.
struct SeenEvent
{
    signalbox::FrameEvent::Kind kind = signalbox::FrameEvent::Kind::NeedMore;
    signalbox::Opcode opcode = signalbox::Opcode::Text;
    bool compressed = false;
    QByteArray payload;
    quint16 code = 0;
    QByteArray why;

    friend bool operator==(const SeenEvent &, const SeenEvent &) = default;
};

/// How a decoder is made.
struct DecoderSetup
{
    signalbox::FrameRole role = signalbox::FrameRole::Server;
    signalbox::FrameLimits limits;
    bool isRsv1Allowed = false;
};

/// Feeds a decoder as connections do, from memory that ends where the decoder may not read on, and
/// keeps what it tells.
class StreamDecoding
{
public:
    explicit StreamDecoding(const DecoderSetup &setup);

    /// The next bytes of the stream, in a buffer of their own.
    void feed(QByteArrayView bytes);
    /// The next bytes of the stream, as much as fits of them in the decoder's room.
    void feedIntoRoom(QByteArrayView bytes);

    [[nodiscard]] const QList<SeenEvent> &events() const { return m_events; }
    [[nodiscard]] const signalbox::FrameDecoder &decoder() const { return m_decoder; }
    /// Whether the decoder kept to what it may read and write.
    [[nodiscard]] bool hasKeptToItsMemory() const { return m_hasKeptToItsMemory; }

private:
    void takeEvents(QByteArrayView bytes);
    void take(const signalbox::FrameEvent &event);

    signalbox::FrameDecoder m_decoder;
    QList<SeenEvent> m_events;
    bool m_hasKeptToItsMemory = true;
};

/// `text Hello`, `compressed binary …`, `ping 1`, `close <payload>`, `1002 reserved bits are set`.
QByteArray toText(const SeenEvent &event);
