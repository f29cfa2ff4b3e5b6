// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <array>

namespace signalbox {

/// Turns SIGTERM and SIGINT into Qt signals, while it lives. One at a time: the system's handlers
/// belong to the process.
class UnixSignals : public QObject
{
    Q_OBJECT

public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

signals:
    void stopRequested();

private:
    void readPipe();

    std::array<int, 2> m_pipe; // read end, write end
    QSocketNotifier m_notifier;
};

} // namespace signalbox
