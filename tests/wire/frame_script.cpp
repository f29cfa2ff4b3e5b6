// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wire/frame_script.h"

#include "core/opcode.h"

#include <QtEndian>

#include <array>

using signalbox::FrameRole;
using signalbox::Opcode;

namespace {

/// No byte of it is zero, and none like another.
constexpr std::array Key{'\x37', '\xfa', '\x21', '\x3d'};

ScriptFrame frame(Opcode opcode, const QByteArray &payload)
{
    ScriptFrame made;
    made.opcode = static_cast<quint8>(opcode);
    made.payload = payload;
    return made;
}

template <typename Number>
QByteArray bigEndian(Number number)
{
    QByteArray bytes(sizeof(number), '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray lengthBytes(quint64 length, ScriptFrame::LengthForm form, uint maskBit)
{
    using LengthForm = ScriptFrame::LengthForm;
    if (form == LengthForm::Shortest && length > 125)
        form = length > 0xffff ? LengthForm::EightBytes : LengthForm::TwoBytes;
    switch (form) {
    case LengthForm::Shortest:
        break;
    case LengthForm::TwoBytes:
        return bigEndian(static_cast<quint8>(maskBit | 126U))
               + bigEndian(static_cast<quint16>(length));
    case LengthForm::EightBytes:
        return bigEndian(static_cast<quint8>(maskBit | 127U)) + bigEndian(length);
    }
    return bigEndian(static_cast<quint8>(maskBit | length));
}

QByteArray bytesOf(const ScriptFrame &frame, FrameRole role)
{
    const bool isMasked = (role == FrameRole::Server) != frame.isMaskWrong;
    const auto length = frame.announced.value_or(static_cast<quint64>(frame.payload.size()));
    QByteArray bytes = bigEndian(
        static_cast<quint8>((frame.fin ? 0x80U : 0U) | (uint{frame.rsv} << 4U) | frame.opcode));
    bytes += lengthBytes(length, frame.form, isMasked ? 0x80U : 0U);
    if (!isMasked)
        return bytes + frame.payload;
    bytes.append(Key.data(), Key.size());
    for (qsizetype i = 0; i < frame.payload.size(); ++i)
        bytes += static_cast<char>(frame.payload[i] ^ Key.at(static_cast<std::size_t>(i % 4)));
    return bytes;
}

} // namespace

ScriptFrame text(const QByteArray &payload)
{
    return frame(Opcode::Text, payload);
}

ScriptFrame binary(const QByteArray &payload)
{
    return frame(Opcode::Binary, payload);
}

ScriptFrame ping(const QByteArray &payload)
{
    return frame(Opcode::Ping, payload);
}

ScriptFrame pong(const QByteArray &payload)
{
    return frame(Opcode::Pong, payload);
}

ScriptFrame closing(const QByteArray &payload)
{
    return frame(Opcode::Close, payload);
}

ScriptFrame closing(quint16 code, const QByteArray &reason)
{
    return closing(bigEndian(code) + reason);
}

ScriptFrame first(ScriptFrame frame)
{
    frame.fin = false;
    return frame;
}

ScriptFrame middle(const QByteArray &payload)
{
    return first(frame(Opcode::Continuation, payload));
}

ScriptFrame last(const QByteArray &payload)
{
    return frame(Opcode::Continuation, payload);
}

FrameScript fragments(const ScriptFrame &frame, qsizetype fragmentSize)
{
    FrameScript script;
    for (qsizetype from = 0; from < frame.payload.size(); from += fragmentSize)
        script.append(middle(frame.payload.mid(from, fragmentSize)));
    script.front().opcode = frame.opcode;
    script.front().rsv = frame.rsv;
    script.back().fin = true;
    return script;
}

ScriptFrame withRsv(quint8 rsv, ScriptFrame frame)
{
    frame.rsv = rsv;
    return frame;
}

ScriptFrame withOpcode(quint8 opcode, ScriptFrame frame)
{
    frame.opcode = opcode;
    return frame;
}

ScriptFrame withForm(ScriptFrame::LengthForm form, ScriptFrame frame)
{
    frame.form = form;
    return frame;
}

ScriptFrame withWrongMask(ScriptFrame frame)
{
    frame.isMaskWrong = true;
    return frame;
}

ScriptFrame announcing(quint64 length, ScriptFrame frame)
{
    frame.announced = length;
    return frame;
}

QByteArray bytesOf(const FrameScript &script, FrameRole role)
{
    QByteArray bytes;
    for (const ScriptFrame &frame : script)
        bytes += bytesOf(frame, role);
    return bytes;
}
