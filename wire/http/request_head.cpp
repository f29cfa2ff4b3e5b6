// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/http/request_head.h"

#include "wire/http/token.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("signalbox::RequestHead", text);
}

/// RFC 9110 section 5.5: visible characters, spaces, tabs and bytes above 0x7f.
bool isFieldValueCharacter(char c)
{
    const auto byte = static_cast<uchar>(c);
    return byte == '\t' || (byte >= 0x20 && byte != 0x7f);
}

bool isTargetCharacter(char c)
{
    return c > 0x20 && c < 0x7f && c != '#';
}

QByteArrayView trimmedBlanks(QByteArrayView text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

} // namespace

RequestHead::RequestHead(const HeadLimits &limits)
    : m_limits(limits)
{ }

RequestHead::State RequestHead::feed(QByteArrayView bytes)
{
    if (m_state != State::NeedMore)
        return m_state;
    // One byte more than allowed is enough to know that it is too much.
    const qsizetype room = m_limits.size + 1 - m_bytes.size();
    m_bytes.append(bytes.first(std::min(bytes.size(), room)));
    while (m_state == State::NeedMore) {
        const qsizetype end = m_bytes.indexOf('\n', m_scanned);
        const qsizetype length = (end < 0 ? m_bytes.size() : end) - m_lineStart; // with its CR
        // Too long comes first: it is known before the line's end has come.
        if (length > m_limits.line + 1) {
            refuse(431,
                   tr("A line of the request's head is longer than %1 bytes.").arg(m_limits.line));
        } else if (end >= 0 && (length == 0 || m_bytes.at(end - 1) != '\r')) {
            refuse(400, tr("A line of the request's head ends without a carriage return."));
        } else if (m_bytes.size() > m_limits.size && (end < 0 || end >= m_limits.size)) {
            refuse(431, tr("The request's head is larger than %1 bytes.").arg(m_limits.size));
        } else if (end < 0) {
            m_scanned = m_bytes.size();
            break;
        } else {
            const auto line = QByteArrayView(m_bytes).sliced(m_lineStart, length - 1);
            m_lineStart = m_scanned = end + 1;
            takeLine(line);
        }
    }
    return m_state;
}

void RequestHead::takeLine(QByteArrayView line)
{
    if (line.contains('\0'))
        refuse(400, tr("The request's head contains a NUL."));
    else if (line.contains('\r'))
        refuse(400, tr("The request's head contains a carriage return inside a line."));
    else if (m_request.method.isEmpty())
        takeRequestLine(line);
    else if (line.isEmpty())
        finish();
    else
        takeField(line);
}

void RequestHead::takeRequestLine(QByteArrayView line)
{
    const qsizetype methodEnd = line.indexOf(' ');
    const qsizetype targetEnd = methodEnd < 0 ? -1 : line.indexOf(' ', methodEnd + 1);
    if (targetEnd < 0 || !isToken(line.first(methodEnd))) {
        refuse(400, tr("The first line of the request is not “METHOD /path HTTP/1.1”."));
        return;
    }
    const auto target = line.sliced(methodEnd + 1, targetEnd - methodEnd - 1);
    m_request.method = line.first(methodEnd).toByteArray();
    if (line.sliced(targetEnd + 1) != "HTTP/1.1") {
        refuse(400, tr("The request's version is not HTTP/1.1."));
    } else if (!target.startsWith('/') || !std::ranges::all_of(target, isTargetCharacter)) {
        refuse(400, tr("The request's target is not a path that begins with “/”."));
    } else {
        const qsizetype queryMark = target.indexOf('?');
        m_request.path = target.first(queryMark < 0 ? target.size() : queryMark).toByteArray();
        if (queryMark >= 0)
            m_request.query = target.sliced(queryMark + 1).toByteArray();
    }
}

void RequestHead::takeField(QByteArrayView line)
{
    if (line.startsWith(' ') || line.startsWith('\t')) {
        refuse(400, tr("The request's head has a folded field."));
        return;
    }
    const qsizetype colon = line.indexOf(':');
    const auto name = line.first(std::max<qsizetype>(colon, 0));
    const auto value = trimmedBlanks(line.sliced(colon + 1));
    if (colon < 0 || !isToken(name) || !std::ranges::all_of(value, isFieldValueCharacter)) {
        refuse(400, tr("A field of the request's head is not “Name: value”."));
    } else if (m_request.fields.size() >= m_limits.fields) {
        refuse(431, tr("The request's head has more than %1 fields.").arg(m_limits.fields));
    } else {
        m_request.fields.append(name, value);
    }
}

void RequestHead::finish()
{
    m_request.fields.squeeze();
    const qsizetype lengths = m_request.fields.count("Content-Length");
    m_request.origin = m_request.field("Origin");
    if (m_request.fields.count("Host") != 1)
        refuse(400, tr("The request has no Host field, or more than one."));
    else if (lengths > 1)
        refuse(400, tr("The request has more than one Content-Length field."));
    else if (lengths == 1 && m_request.fields.count("Transfer-Encoding") > 0)
        refuse(400, tr("The request has both Content-Length and Transfer-Encoding."));
    else if (m_request.fields.count("Origin") > 1)
        refuse(400, tr("The request has more than one Origin field."));
    else
        m_state = State::Complete;
}

void RequestHead::refuse(int status, const QString &cause)
{
    m_state = State::Refused;
    m_refusal = {status, cause, {}};
}

} // namespace signalbox
