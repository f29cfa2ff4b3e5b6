// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ban.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <memory>

namespace signalbox {

class BanThread;
class ServerMirror;

/// Keeps the bans in a file from one run of the program to the next; written off the GUI thread.
class BanStore : public QObject
{
    Q_OBJECT

public:
    /// Until a file that could not be written is tried again.
    static constexpr std::chrono::milliseconds Retry{5'000};

    /// Hands what the file has to the server. `mirror` must outlive the store.
    BanStore(ServerMirror &mirror, QString path, QObject *parent = nullptr);
    /// Waits until they are written.
    ~BanStore() override;

    /// Why the bans of the file are not in force, or cannot be kept; empty while all is well.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }

signals:
    void troubleChanged(const QString &sentence);

private:
    void load();
    void save();
    void setTrouble(const QString &sentence);

    ServerMirror &m_mirror;
    QString m_path;
    QString m_trouble;
    QTimer m_retry;
    std::unique_ptr<BanThread> m_thread;
    bool m_loaded = false; ///< the server has what the file had
};

} // namespace signalbox
