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

bool writeText(std::FILE *stream, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    const auto size = size_t(utf8.size());
    return std::fwrite(utf8.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
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
