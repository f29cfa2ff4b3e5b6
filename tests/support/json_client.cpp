// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/json_client.h"

#include <QJsonDocument>
#include <QTest>
#include <QUrl>

namespace signalbox::test {

namespace {

constexpr int Patience = 20'000; // milliseconds; only a failure takes so long

} // namespace

JsonClient::JsonClient(QObject *parent)
    : QObject(parent)
{
    connect(&m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
        m_texts.append(text.toUtf8());
        const auto message = QJsonDocument::fromJson(m_texts.last()).object();
        m_types.append(message.value(QLatin1StringView("type")).toString());
    });
    connect(&m_socket, &QWebSocket::binaryMessageReceived, this,
            [this](const QByteArray &bytes) { m_binaries.append(bytes); });
}

bool JsonClient::open(const QString &url)
{
    startOpening(url);
    return QTest::qWaitFor([this] { return isOpen(); }, Patience);
}

void JsonClient::startOpening(const QString &url)
{
    m_socket.open(QUrl(url));
}

void JsonClient::send(const QByteArray &text)
{
    m_socket.sendTextMessage(QString::fromUtf8(text));
}

void JsonClient::sendBinary(const QByteArray &bytes)
{
    m_socket.sendBinaryMessage(bytes);
}

void JsonClient::join(const QByteArray &room, const QByteArray &user)
{
    send(R"({"type":"join_room","roomId":")" + room + R"(","userId":")" + user + R"("})");
}

void JsonClient::chat(const QByteArray &room, const QByteArray &user, const QByteArray &content)
{
    send(R"({"type":"chat_message","roomId":")" + room + R"(","userId":")" + user
         + R"(","content":")" + content + R"("})");
}

void JsonClient::close()
{
    m_socket.close();
}

QJsonObject JsonClient::take(const QString &type)
{
    const bool found = QTest::qWaitFor([&] { return m_types.contains(type); }, Patience);
    if (!found)
        return {};
    const auto place = m_types.indexOf(type);
    m_types.removeAt(place);
    return QJsonDocument::fromJson(m_texts.takeAt(place)).object();
}

QByteArray JsonClient::takeText()
{
    const bool found = QTest::qWaitFor([this] { return !m_texts.isEmpty(); }, Patience);
    if (!found)
        return {};
    m_types.removeFirst();
    return m_texts.takeFirst();
}

bool JsonClient::waitForClose()
{
    return QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::UnconnectedState; },
                           Patience);
}

} // namespace signalbox::test
