// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpSocket>

namespace signalbox {

/// A socket without a connection, for QWebSocketServer to upgrade: it is read like one on which
/// just a request's head has come, and keeps what is written to it.
class UpgradeSocket final : public QTcpSocket
{
    Q_OBJECT

public:
    UpgradeSocket();
    ~UpgradeSocket() override;

    /// Is like a new socket on which this head has come.
    void begin(const QByteArray &head);
    /// What was written until now; nothing more is kept.
    QByteArray takeReply();

    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] qint64 bytesToWrite() const override { return 0; }
    void close() override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 skipData(qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_head;
    qsizetype m_read = 0;
    QByteArray m_reply;
    bool m_keeping = false; // what is written
};

} // namespace signalbox
