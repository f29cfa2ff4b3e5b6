// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/audit/audit_entry.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <deque>

namespace signalbox {

/// How well the audit log can be written.
struct AuditState
{
    QString trouble; ///< a sentence; empty while all is well
    qint64 waiting = 0; ///< entries in memory, written as soon as that is possible
    qint64 lost = 0; ///< entries that found no place there either, since the log was opened

    friend bool operator==(const AuditState &, const AuditState &) = default;
};

/// The audit log on disk: JSON Lines in a file that is turned over at a size, of which some are
/// kept. What cannot be written waits in memory and is tried again. Lives in a thread of its own.
class AuditFile : public QObject
{
    Q_OBJECT

public:
    struct Bounds
    {
        qint64 fileBytes = 4 << 20; ///< then the next file begins
        int files = 4; ///< with the present one; the oldest goes
        qsizetype waiting = 10'000; ///< entries in memory while the disk is full
        std::chrono::milliseconds retry{2'000};
    };

    explicit AuditFile(QString folder, const Bounds &bounds);

    void append(const AuditEntry &entry);
    /// Everything that is kept, also what waits; oldest first. Lines that cannot be read are left
    /// out.
    [[nodiscard]] QList<AuditEntry> entries() const;
    /// Tries once more what waits; the end result.
    AuditState flush();

signals:
    void stateChanged(const signalbox::AuditState &state);

private:
    [[nodiscard]] QString path(int age = 0) const;
    /// Writes what waits as far as that goes; empty, or why it goes no further.
    QString writeWaiting();
    QString writeLine(const QByteArray &line);
    [[nodiscard]] QString turnOver() const;

    QString m_folder;
    Bounds m_bounds;
    std::deque<QByteArray> m_waiting; // lines
    AuditState m_state;
    qint64 m_lostUnwritten = 0; // lost ones that the file does not tell of yet
    QTimer m_retry;
};

} // namespace signalbox

Q_DECLARE_METATYPE(signalbox::AuditState)
