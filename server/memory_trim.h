// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace signalbox {

/// Gives memory back to the system after many connections have ended: the allocator alone keeps
/// what lies below anything that is still in use.
class MemoryTrim : public QObject
{
    Q_OBJECT

public:
    explicit MemoryTrim(QObject *parent = nullptr);

    /// A connection has ended. Nothing happens for a few; after many, once they have all gone.
    void noteEnd();

private:
    void trim();

    QTimer m_timer;
    int m_ended = 0; // since the last time
};

} // namespace signalbox
