// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/door/http_refusal.h"

namespace signalbox {

namespace {

/// The reason phrases of the statuses that a server without pages answers.
QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 400:
        return "Bad Request";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 426:
        return "Upgrade Required";
    case 431:
        return "Request Header Fields Too Large";
    case 503:
        return "Service Unavailable";
    default:
        return "Refused";
    }
}

} // namespace

QByteArray refusalReply(const Refusal &refusal, ReplyBody body)
{
    const QByteArray text = refusal.cause.toUtf8() + '\n';
    QByteArray reply = "HTTP/1.1 " + QByteArray::number(refusal.status) + ' '
                       + reasonPhrase(refusal.status)
                       + "\r\nConnection: " + (refusal.status == 426 ? "Upgrade, close" : "close")
                       + "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: "
                       + QByteArray::number(text.size()) + "\r\n";
    for (const auto &[name, value] : refusal.fields)
        reply += name + ": " + value + "\r\n";
    reply += "\r\n";
    if (body == ReplyBody::Send)
        reply += text;
    return reply;
}

} // namespace signalbox
