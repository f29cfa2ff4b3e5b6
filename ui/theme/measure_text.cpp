// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/measure_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Measure", text);
}

/// Three telling digits: `5.3`, `96`, `812`.
QString shortNumber(double value)
{
    const int decimals = value > 0 && value < 9.95 ? 1 : 0;
    return QLocale().toString(value, 'f', decimals);
}

using Units = std::array<const char *, 5>;

QString scaled(double bytes, double step, const Units &units)
{
    std::size_t unit = 0;
    while (bytes >= step - 0.5 && unit + 1 < units.size()) {
        bytes /= step;
        ++unit;
    }
    const QString number = unit == 0 ? QLocale().toString(bytes, 'f', 0) : shortNumber(bytes);
    return number + QChar::Nbsp + tr(units.at(unit));
}

QString scaledBytes(double bytes)
{
    return scaled(bytes, 1000,
                  {QT_TRANSLATE_NOOP("Measure", "B"), QT_TRANSLATE_NOOP("Measure", "kB"),
                   QT_TRANSLATE_NOOP("Measure", "MB"), QT_TRANSLATE_NOOP("Measure", "GB"),
                   QT_TRANSLATE_NOOP("Measure", "TB")});
}

} // namespace

QString countText(quint64 count)
{
    return QLocale().toString(count);
}

QString counted(quint64 count, const QString &one, const QString &many)
{
    return count == 1 ? one : many.arg(countText(count));
}

QString bytesText(quint64 bytes)
{
    return scaledBytes(double(bytes));
}

QString sizeText(quint64 bytes)
{
    if (bytes > 0 && bytes % (quint64(1) << 20U) == 0) // as limits are given
        return tr("%1\u00a0MiB").arg(countText(bytes >> 20U));
    return scaled(double(bytes), 1024,
                  {QT_TRANSLATE_NOOP("Measure", "B"), QT_TRANSLATE_NOOP("Measure", "KiB"),
                   QT_TRANSLATE_NOOP("Measure", "MiB"), QT_TRANSLATE_NOOP("Measure", "GiB"),
                   QT_TRANSLATE_NOOP("Measure", "TiB")});
}

QString byteRateText(double bytesPerSecond)
{
    return tr("%1/s").arg(scaledBytes(std::max(bytesPerSecond, 0.0)));
}

QString messageRateText(double perSecond)
{
    const double value = std::max(perSecond, 0.0);
    return tr("%1/s").arg(value < 0.05 ? QStringLiteral("0") : shortNumber(value));
}

QString roundTripText(qint64 microseconds)
{
    if (microseconds < 0)
        return {};
    const double milliseconds = double(microseconds) / 1000;
    if (milliseconds < 999.5)
        return tr("%1 ms").arg(shortNumber(milliseconds));
    return tr("%1 s").arg(shortNumber(milliseconds / 1000));
}

QString durationForReading(qint64 milliseconds)
{
    const qint64 seconds = std::max<qint64>(milliseconds, 0) / 1000;
    if (seconds < 60)
        return tr("%1 s").arg(seconds);
    const qint64 minutes = seconds / 60;
    if (minutes < 60)
        return tr("%1 min").arg(minutes);
    const qint64 hours = minutes / 60;
    if (hours < 24)
        return tr("%1 h %2 min").arg(hours).arg(minutes % 60, 2, 10, QLatin1Char('0'));
    return tr("%1 d %2 h").arg(hours / 24).arg(hours % 24);
}

QString clockText(qint64 millisecondsSinceEpoch)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(millisecondsSinceEpoch);
    QString clock = time.toString(QStringLiteral("HH:mm:ss"));
    if (time.date() == QDate::currentDate())
        return clock;
    return time.date().toString(Qt::ISODate) + u' ' + clock;
}

} // namespace signalbox
