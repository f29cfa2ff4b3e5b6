// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/wire/stream_decoding.h"

#include <QByteArrayList>

/// Decodes the stream whole, in two pieces cut at every position, byte by byte, and by reads into
/// the decoder's room. Tells the first cut in which something else came out than `events`, or
/// nothing if there is none.
QByteArray firstOtherOutcome(const DecoderSetup &setup, const QByteArray &stream,
                             const QByteArrayList &events);
