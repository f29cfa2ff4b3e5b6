// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_time.h"

#include <QCoreApplication>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Log", text);
}

} // namespace

QString timeDifferenceText(qint64 microseconds)
{
    const quint64 size = microseconds < 0 ? 0 - quint64(microseconds) : quint64(microseconds);
    return QStringLiteral("%1%2.%3")
        .arg(QChar(microseconds < 0 ? u'−' : u'+'))
        .arg(size / 1'000'000)
        .arg(size % 1'000'000, 6, 10, QLatin1Char('0'));
}

QString timeHeader(const LogTime &time)
{
    switch (time.mode) {
    case LogTimeMode::SincePrevious:
        return tr("Δ previous");
    case LogTimeMode::SinceReference:
        return tr("Δ #%1").arg(time.referenceNumber);
    case LogTimeMode::Absolute:
        break;
    }
    return tr("Time");
}

QString timeHeaderHelp(const LogTime &time)
{
    switch (time.mode) {
    case LogTimeMode::SincePrevious:
        return tr("Seconds since the row above");
    case LogTimeMode::SinceReference:
        return tr("Seconds since #%1, the time reference").arg(time.referenceNumber);
    case LogTimeMode::Absolute:
        break;
    }
    return tr("Local time");
}

} // namespace signalbox
