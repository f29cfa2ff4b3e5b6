// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QWebSocket>

namespace signalbox::test {

/// A stock client that keeps what it receives until a test takes it.
class JsonClient : public QObject
{
    Q_OBJECT

public:
    explicit JsonClient(QObject *parent = nullptr);

    /// Connects and waits until it is open; false if it did not come to that.
    [[nodiscard]] bool open(const QString &url);
    void startOpening(const QString &url);
    void send(const QByteArray &text);
    void sendBinary(const QByteArray &bytes);
    void join(const QByteArray &room, const QByteArray &user);
    void chat(const QByteArray &room, const QByteArray &user, const QByteArray &content);
    void close();

    /// Waits for the next message of that type and takes it; empty if none comes.
    QJsonObject take(const QString &type);
    /// Waits for the next text message and takes it; null if none comes.
    QByteArray takeText();
    [[nodiscard]] const QList<QByteArray> &texts() const { return m_texts; }
    [[nodiscard]] const QList<QByteArray> &binaries() const { return m_binaries; }

    [[nodiscard]] bool isOpen() const { return m_socket.isValid(); }
    [[nodiscard]] bool waitForClose();
    [[nodiscard]] int closeCode() const { return m_socket.closeCode(); }
    [[nodiscard]] QString closeReason() const { return m_socket.closeReason(); }
    [[nodiscard]] QWebSocket &socket() { return m_socket; }

private:
    QWebSocket m_socket;
    QList<QByteArray> m_texts;
    QStringList m_types; ///< of the same texts
    QList<QByteArray> m_binaries;
};

} // namespace signalbox::test
