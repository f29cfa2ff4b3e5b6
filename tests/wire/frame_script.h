// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/frame/frame_header.h"
#include "wire/frame/frame_rules.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>

#include <optional>

/// A frame that a test writes; it may break any rule.
struct ScriptFrame
{
    enum class LengthForm : quint8 { Shortest, TwoBytes, EightBytes };

    bool fin = true;
    quint8 rsv = 0;
    quint8 opcode = 1;
    QByteArray payload;
    LengthForm form = LengthForm::Shortest;
    bool isMaskWrong = false; ///< masked to a client, or unmasked to a server
    std::optional<quint64> announced; ///< instead of the payload's length
};

/// What a peer sends.
using FrameScript = QList<ScriptFrame>;
Q_DECLARE_METATYPE(FrameScript)

ScriptFrame text(const QByteArray &payload);
ScriptFrame binary(const QByteArray &payload);
ScriptFrame ping(const QByteArray &payload = {});
ScriptFrame pong(const QByteArray &payload = {});
/// A close frame with this payload, as it is.
ScriptFrame closing(const QByteArray &payload);
ScriptFrame closing(quint16 code, const QByteArray &reason = {});

/// The first fragment of a message.
ScriptFrame first(ScriptFrame frame);
/// A fragment in the middle, and the last one.
ScriptFrame middle(const QByteArray &payload);
ScriptFrame last(const QByteArray &payload);
/// As many fragments as there are payloads, at least two.
FrameScript fragments(const ScriptFrame &frame, qsizetype fragmentSize);

ScriptFrame withRsv(quint8 rsv, ScriptFrame frame);
ScriptFrame withOpcode(quint8 opcode, ScriptFrame frame);
ScriptFrame withForm(ScriptFrame::LengthForm form, ScriptFrame frame);
ScriptFrame withWrongMask(ScriptFrame frame);
/// A frame of which only so much has come.
ScriptFrame announcing(quint64 length, ScriptFrame frame);

/// The bytes that a decoder of this role gets.
QByteArray bytesOf(const FrameScript &script, signalbox::FrameRole role);
