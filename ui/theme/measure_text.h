// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace signalbox {

/// How figures are written for reading: short, with their unit, never negative zero. (What can be
/// read back is in core/quantity.h.)

/// `1,204`
QString countText(quint64 count);
/// `one` for 1, else `many` with the count in the place of its %1.
QString counted(quint64 count, const QString &one, const QString &many);
/// `0 B`, `812 kB`, `5.3 MB`
QString bytesText(quint64 bytes);
/// `0 B`, `812 KiB`, `1 MiB`: in the units of the options, for what is measured against one
QString sizeText(quint64 bytes);
/// `4.7 kB/s`
QString byteRateText(double bytesPerSecond);
/// `0/s`, `0.4/s`, `412/s`, `4,930/s`
QString messageRateText(double perSecond);
/// `0.3 ms`, `12 ms`, `1.2 s`; empty for a negative value (not measured)
QString roundTripText(qint64 microseconds);
/// `9 s`, `12 min`, `3 h 05 min`, `2 d 4 h`
QString durationForReading(qint64 milliseconds);
/// `09:41:07` today, with the date before it on any other day; local time
QString clockText(qint64 millisecondsSinceEpoch);

} // namespace signalbox
