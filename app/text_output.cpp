// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text_output.h"

#include "core/escaped_text.h"

#include <QDateTime>

namespace signalbox {

namespace {

QString levelName(LogLevel level)
{
    switch (level) {
    case LogLevel::Info:
        return QStringLiteral("info");
    case LogLevel::Warning:
        return QStringLiteral("warning");
    case LogLevel::Error:
        break;
    }
    return QStringLiteral("error");
}

} // namespace

void writeText(std::FILE *stream, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    // Nobody is left to tell when stdout or stderr cannot be written.
    std::fwrite(utf8.constData(), 1, size_t(utf8.size()), stream);
    std::fflush(stream);
}

void writeComplaint(const QString &program, const QString &sentence)
{
    writeText(stderr, program + QStringLiteral(": ") + escapedText(sentence) + u'\n');
}

void writeLogLine(LogLevel level, const QString &text)
{
    const QString time = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    writeText(stderr, time + u' ' + levelName(level) + u' ' + escapedText(text) + u'\n');
}

} // namespace signalbox
