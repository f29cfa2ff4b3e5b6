// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace signalbox {

class Client;
class ServerControl;
class ServerMirror;

/// Starts and stops the demo: first the server, if that is stopped, then clients that chat on it.
/// It ends with the server.
class DemoControl : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    DemoControl(ServerMirror &mirror, ServerControl &control, Client &client,
                QObject *parent = nullptr);

    /// Whether it runs, or will as soon as the server serves.
    [[nodiscard]] bool isOn() const { return m_stage != Stage::Off; }
    void toggle();

signals:
    void changed(bool on);
    void failed(const QString &sentence);

private:
    enum class Stage : quint8 { Off, WaitingForServer, Running };

    void serverChanged();
    void run();
    void setStage(Stage stage);

    ServerMirror &m_mirror;
    ServerControl &m_control;
    Client &m_client;
    Stage m_stage = Stage::Off;
};

} // namespace signalbox
