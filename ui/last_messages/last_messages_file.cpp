// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/last_messages/last_messages_file.h"

#include "core/file_writing.h"
#include "core/redaction.h"
#include "ui/connections/connection_text.h"
#include "ui/last_messages/record_json.h"
#include "ui/theme/measure_text.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <optional>
#include <utility>

namespace signalbox {

namespace {

using namespace Qt::StringLiterals;

constexpr auto Format = "signalbox-last-messages"_L1;
constexpr int Version = 1;

QString tr(const char *text)
{
    return QCoreApplication::translate("LastMessages", text);
}

Error inLine(qsizetype line, const QString &what)
{
    return {Error::Code::Parse, tr("Line %1: %2.").arg(line).arg(what)};
}

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QJsonObject headerOf(const LastMessagesDocument &document)
{
    QJsonObject header{{u"format"_s, Format},
                       {u"version"_s, Version},
                       {u"connection"_s, qint64(document.connection.value)},
                       {u"user"_s, document.user.toString()},
                       {u"address"_s, document.address},
                       {u"path"_s, QString::fromUtf8(withoutQuerySecrets(document.path))},
                       {u"opened"_s, document.opened},
                       {u"ended"_s, document.ended},
                       {u"taken"_s, document.taken}};
    if (document.close)
        header.insert("close"_L1, closeToJson(*document.close));
    return header;
}

Result<LastMessagesDocument> readHeader(const QJsonObject &header)
{
    if (header.value("format"_L1).toString() != Format)
        return inLine(1, tr("this is not a file of last messages"));
    if (header.value("version"_L1).toInteger() != Version)
        return inLine(1, tr("a newer version wrote this file"));
    LastMessagesDocument document;
    document.connection = {quint64(header.value("connection"_L1).toInteger())};
    if (const auto user = UserId::parse(header.value("user"_L1).toString()))
        document.user = *user;
    document.address = header.value("address"_L1).toString();
    document.path = header.value("path"_L1).toString().toUtf8();
    document.opened = header.value("opened"_L1).toInteger();
    document.ended = header.value("ended"_L1).toInteger();
    document.taken = header.value("taken"_L1).toInteger();
    if (header.contains("close"_L1)) {
        const auto close = closeFromJson(header.value("close"_L1).toObject());
        if (!close)
            return inLine(1, close.error().message);
        document.close = *close;
    }
    return document;
}

} // namespace

LastMessagesDocument lastMessagesOf(const ConnectionRow &row, const MessageHistory &history,
                                    qint64 now)
{
    LastMessagesDocument document{
        row.status.id,  row.status.user, peerText(row.handshake),          row.handshake.path,
        row.opened,     row.ended,       history.frozen ? row.ended : now, std::nullopt,
        history.records};
    if (history.frozen)
        document.close = history.close;
    return document;
}

QByteArray writeLastMessages(const LastMessagesDocument &document)
{
    QByteArray text = lineOf(headerOf(document));
    for (ActivityRecord record : document.records) {
        const bool isEvent =
            record.kind != ActivityKind::Message && record.kind != ActivityKind::ControlFrame;
        if (isEvent) // payloads of messages stay as they were sent
            record.payload = withoutQuerySecrets(record.payload);
        text += lineOf(recordToJson(record));
    }
    return text;
}

Result<LastMessagesDocument> readLastMessages(const QByteArray &text)
{
    std::optional<LastMessagesDocument> document;
    qsizetype line = 0;
    for (qsizetype begin = 0; begin < text.size();) {
        ++line;
        const qsizetype found = text.indexOf('\n', begin);
        const qsizetype end = found < 0 ? text.size() : found;
        const auto bytes = QByteArray::fromRawData(text.constData() + begin, end - begin);
        begin = end + 1;
        if (bytes.trimmed().isEmpty())
            continue;
        QJsonParseError error;
        const QJsonDocument json = QJsonDocument::fromJson(bytes, &error);
        if (!json.isObject())
            return inLine(line, error.error == QJsonParseError::NoError
                                    ? tr("an object is expected")
                                    : error.errorString());
        if (!document) {
            auto header = readHeader(json.object());
            if (!header)
                return header;
            document = std::move(header).value();
            continue;
        }
        const auto record = recordFromJson(json.object());
        if (!record)
            return inLine(line, record.error().message);
        document->records += *record;
    }
    if (!document)
        return inLine(1, tr("the file is empty"));
    return *document;
}

Result<void> saveLastMessages(const LastMessagesDocument &document, const QString &fileName)
{
    QSaveFile file(fileName);
    if (auto opened = openForReplacing(file); !opened)
        return opened;
    if (auto written = writeAll(file, writeLastMessages(document)); !written)
        return written;
    return commit(file);
}

Result<LastMessagesDocument> openLastMessages(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::PermissionDenied, file.errorString()};
    const QByteArray text = file.read(MaxLastMessagesFile + 1);
    if (text.size() > MaxLastMessagesFile)
        return Error{Error::Code::OutOfRange,
                     tr("The file is larger than %1.").arg(sizeText(quint64(MaxLastMessagesFile)))};
    return readLastMessages(text);
}

QString lastMessagesFileName(const LastMessagesDocument &document)
{
    return u"last-messages-%1.jsonl"_s.arg(document.connection.value);
}

} // namespace signalbox
