// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/audit/audit_file.h"

#include <QFuture>
#include <QObject>

#include <memory>
#include <utility>

namespace signalbox {

class AuditThread;
class Server;

/// The face of the audit log: records every command that the server has answered, off the GUI
/// thread.
class AuditLog : public QObject
{
    Q_OBJECT

public:
    enum class Format : quint8 { Jsonl, Csv };

    /// `server` must outlive this; `folder` is made when there is something to write.
    AuditLog(Server &server, const QString &folder, const AuditFile::Bounds &bounds = {},
             QObject *parent = nullptr);
    /// Waits until what can be written is written.
    ~AuditLog() override;

    /// Who the connections are that entries are about.
    void setUserOf(UserOf userOf) { m_userOf = std::move(userOf); }

    /// Everything on disk and in memory, oldest first; what is added() later is not in it.
    QFuture<QList<AuditEntry>> entries();
    /// Writes them into a file of their own. The error says why that failed.
    QFuture<Result<void>> write(const QString &fileName, Format format,
                                const QList<AuditEntry> &entries);

    /// An option was changed while no server runs that could take it.
    void recordKept(const ChangeOption &change);

    [[nodiscard]] const AuditState &state() const { return m_state; }

signals:
    void added(const signalbox::AuditEntry &entry);
    void stateChanged(const signalbox::AuditState &state);

private:
    void record(const ServerCommand &command, const CommandOutcome &outcome);
    void add(const AuditEntry &entry);

    UserOf m_userOf;
    AuditState m_state;
    std::unique_ptr<AuditThread> m_thread;
};

/// `The audit log cannot be written (…): 3 entries wait in memory, 0 were lost.`; empty while all
/// is well.
QString auditTroubleText(const AuditState &state);

} // namespace signalbox
