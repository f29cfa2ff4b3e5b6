// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/export/log_export.h"
#include "core/log/log_store.h"

#include <QBuffer>

namespace signalbox::test {

constexpr qint64 Epoch = 1'795'341'190'137'001; // 2026-11-22T09:53:10.137001Z, microseconds

/// A message of connection 17, unless it is told otherwise.
inline ActivityRecord message(const QByteArray &payload, Opcode opcode = Opcode::Text)
{
    ActivityRecord record;
    record.number = 1;
    record.timestamp = Epoch;
    record.direction = Direction::ClientToServer;
    record.opcode = opcode;
    record.connection = ConnectionId{17};
    record.payload = payload;
    record.length = payload.size();
    return record;
}

inline ActivityRecord eventOf(ActivityKind kind, quint64 connection, const QByteArray &payload = {})
{
    ActivityRecord record = message(payload);
    record.kind = kind;
    record.direction = Direction::None;
    record.connection = ConnectionId{connection};
    record.length = 0;
    return record;
}

/// One that the server sends to connection 17, as the hub records it.
inline ActivityRecord closeFrame(quint16 code, const QByteArray &reason)
{
    ActivityRecord record = message(reason, Opcode::Close);
    record.kind = ActivityKind::ControlFrame;
    record.direction = Direction::ServerToClient;
    record.code = code;
    record.length = reason.size() + 2;
    return record;
}

template <typename Name>
Name nameOf(const QByteArray &text)
{
    return Name::parse(QByteArrayView(text), 10'000).value();
}

/// A handshake with secrets in every place where there can be one.
inline ExportedConnection connection()
{
    ExportedConnection known;
    known.opened = Epoch / 1'000 - 500;
    Handshake &handshake = known.handshake;
    handshake.method = "GET";
    handshake.path = "/chat";
    handshake.query = "room=lobby&token=sesame&x=a+b%20c";
    handshake.fields.append("Host", "hub.example:3001");
    handshake.fields.append("Authorization", "Bearer sesame");
    handshake.fields.append("Cookie", "id=sesame");
    handshake.fields.append("User-Agent", "Caf\xe9"); // Latin-1
    handshake.reply = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                      "Set-Cookie: id=sesame\r\n\r\n";
    return known;
}

/// The file of some records of a log.
inline QByteArray fileOf(const ExportRequest &request)
{
    QByteArray file;
    QBuffer buffer(&file);
    buffer.open(QIODevice::WriteOnly);
    LogExport work(request);
    while (!work.isDone()) {
        if (!work.writeSome(buffer))
            return {};
    }
    return file;
}

inline ExportRequest requestOf(ExportFormat format, const LogStore &log)
{
    ExportRequest request;
    request.format = format;
    request.log = log.snapshot();
    request.serverUrl = "ws://127.0.0.1:3001/";
    request.programVersion = "1.2.3";
    return request;
}

inline QByteArray fileOf(ExportFormat format, const QList<ActivityRecord> &records)
{
    LogStore log({1'000'000, qint64(1) << 30});
    for (const ActivityRecord &record : records)
        log.append(record);
    return fileOf(requestOf(format, log));
}

} // namespace signalbox::test
