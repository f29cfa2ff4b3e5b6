// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/export/har_handshake.h"

#include "core/json_text.h"
#include "core/log/export/connection_directory.h"
#include "core/redaction.h"

#include <algorithm>

namespace signalbox {

namespace {

constexpr int SwitchingProtocols = 101;

/// Bytes of an HTTP head: UTF-8 if they are, else Latin-1.
QByteArray utf8Of(QByteArrayView bytes)
{
    return bytes.isValidUtf8() ? bytes.toByteArray() : QString::fromLatin1(bytes).toUtf8();
}

bool isAuthority(QByteArrayView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
               || QByteArrayView(".-_:[]").contains(c);
    });
}

struct Parameter
{
    QByteArray name;
    QByteArray value;
    bool hasValue = false;
};

QList<Parameter> parametersOf(QByteArrayView query)
{
    QList<Parameter> parameters;
    const auto parts = query.toByteArray().split('&');
    for (const QByteArray &part : parts) {
        const qsizetype equals = part.indexOf('=');
        if (!part.isEmpty())
            parameters.append({equals < 0 ? part : part.first(equals),
                               equals < 0 ? QByteArray() : part.sliced(equals + 1), equals >= 0});
    }
    return parameters;
}

QByteArray decoded(QByteArray text)
{
    return utf8Of(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
}

bool isSecret(const Parameter &parameter)
{
    return parameter.hasValue && isSecretParameter(decoded(parameter.name));
}

} // namespace

HarHandshake::HarHandshake(QByteArray serverUrl, bool hideSecrets)
    : m_scheme("ws")
    , m_authority("localhost")
    , m_hideSecrets(hideSecrets)
{
    const qsizetype colon = serverUrl.indexOf("://");
    if (colon < 0)
        return;
    m_scheme = serverUrl.first(colon);
    serverUrl.remove(0, colon + 3);
    const QByteArray authority = serverUrl.first(std::max(serverUrl.indexOf('/'), qsizetype(0)));
    if (isAuthority(authority))
        m_authority = authority;
}

void HarHandshake::append(QByteArray &out, const Handshake &handshake) const
{
    appendRequest(out, handshake.method, urlOf(handshake), handshake.fields, handshake.query);
    const QByteArray line = handshake.reply.first(std::max(handshake.reply.indexOf('\r'), //
                                                           qsizetype(0)));
    const QByteArrayView status = QByteArrayView(line).sliced(std::min(line.indexOf(' ') + 1, //
                                                                       line.size()));
    const int code = status.first(std::min(status.size(), qsizetype(3))).toInt();
    appendResponse(out, code > 0 ? code : SwitchingProtocols,
                   status.size() > 4 ? status.sliced(4) : "Switching Protocols",
                   handshake.replyFields(), {});
}

void HarHandshake::appendUnknown(QByteArray &out, QByteArrayView path) const
{
    appendRequest(out, "GET",
                  m_scheme + "://" + m_authority + (path.isEmpty() ? "/" : path.toByteArray()), {},
                  {});
    appendResponse(out, SwitchingProtocols, "Switching Protocols", {}, {});
}

void HarHandshake::appendRefused(QByteArray &out, int status, QByteArrayView cause) const
{
    appendRequest(out, "GET", m_scheme + "://" + m_authority + '/', {}, {});
    appendResponse(out, status, {}, {}, cause);
}

void HarHandshake::appendRequest(QByteArray &out, QByteArrayView method, QByteArrayView url,
                                 const HeaderFields &fields, QByteArrayView query) const
{
    out += "\"request\":";
    JsonObjectWriter request(out);
    request.text("method", method.isEmpty() ? "GET" : method);
    request.text("url", url);
    request.text("httpVersion", "HTTP/1.1");
    request.raw("headers");
    appendFields(out, fields);
    request.raw("queryString");
    appendQuery(out, query);
    request.raw("cookies", "[]");
    request.number("headersSize", -1);
    request.number("bodySize", 0);
    request.end();
}

void HarHandshake::appendResponse(QByteArray &out, int status, QByteArrayView statusText,
                                  const HeaderFields &fields, QByteArrayView body) const
{
    out += ",\"response\":";
    JsonObjectWriter response(out);
    response.number("status", status);
    response.text("statusText", statusText);
    response.text("httpVersion", "HTTP/1.1");
    response.raw("headers");
    appendFields(out, fields);
    response.raw("cookies", "[]");
    response.raw("content");
    JsonObjectWriter content(out);
    content.number("size", body.size());
    content.text("mimeType", body.isEmpty() ? "x-unknown" : "text/plain");
    content.textUnlessEmpty("text", body);
    content.end();
    response.text("redirectURL", {});
    response.number("headersSize", -1);
    response.number("bodySize", body.isEmpty() ? -1 : body.size());
    response.end();
}

void HarHandshake::appendFields(QByteArray &out, const HeaderFields &fields) const
{
    out += '[';
    bool isFirst = true;
    for (const auto &[name, value] : fields) {
        if (!isFirst)
            out += ',';
        isFirst = false;
        const bool hide = m_hideSecrets && isSecretField(name);
        JsonObjectWriter field(out);
        field.text("name", utf8Of(name));
        field.text("value", hide ? redactedField(name, value).toUtf8() : utf8Of(value));
        field.end();
    }
    out += ']';
}

void HarHandshake::appendQuery(QByteArray &out, QByteArrayView query) const
{
    out += '[';
    const auto parameters = parametersOf(query);
    for (const Parameter &parameter : parameters) {
        if (!out.endsWith('['))
            out += ',';
        JsonObjectWriter object(out);
        object.text("name", decoded(parameter.name));
        object.text("value", m_hideSecrets && isSecret(parameter) ? RedactedText.toUtf8()
                                                                  : decoded(parameter.value));
        object.end();
    }
    out += ']';
}

QByteArray HarHandshake::urlOf(const Handshake &handshake) const
{
    const QByteArray host = handshake.field("Host");
    QByteArray url = m_scheme + "://" + (isAuthority(host) ? host : m_authority)
                     + (handshake.path.startsWith('/') ? QByteArray() : QByteArray("/"))
                     + urlPath(handshake.path);
    if (!handshake.query.isEmpty())
        url += '?' + urlQuery(handshake.query);
    return url;
}

QByteArray HarHandshake::urlQuery(QByteArrayView query) const
{
    QByteArray text;
    const auto parameters = parametersOf(query);
    for (const Parameter &parameter : parameters) {
        if (!text.isEmpty())
            text += '&';
        text += urlPath(parameter.name);
        if (!parameter.hasValue)
            continue;
        const bool hide = m_hideSecrets && isSecret(parameter);
        text += '=' + urlPath(hide ? RedactedText.toUtf8() : parameter.value);
    }
    return text;
}

} // namespace signalbox
