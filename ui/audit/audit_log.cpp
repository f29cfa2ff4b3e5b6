// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_log.h"

#include "core/escaped_text.h"
#include "core/file_writing.h"
#include "core/owned_thread.h"
#include "server/server.h"
#include "ui/theme/measure_text.h"

#include <QDateTime>
#include <QLoggingCategory>
#include <QSaveFile>

namespace signalbox {

namespace {

Q_LOGGING_CATEGORY(lcAudit, "signalbox.audit")

Result<void> writeFile(const QString &fileName, AuditLog::Format format,
                       const QList<AuditEntry> &entries)
{
    QSaveFile file(fileName);
    if (auto opened = openForReplacing(file); !opened)
        return opened;
    const bool csv = format == AuditLog::Format::Csv;
    auto written = writeAll(file, csv ? auditCsvHead() : QByteArray());
    for (const auto &entry : entries) {
        if (!written)
            return written;
        written = writeAll(file, csv ? auditCsv(entry) : auditLine(entry));
    }
    return written ? commit(file) : written;
}

} // namespace

/// The thread named `audit` and the file in it.
class AuditThread : public OwnedThread<AuditFile>
{
public:
    using OwnedThread::OwnedThread;
};

AuditLog::AuditLog(Server &server, const QString &folder, const AuditFile::Bounds &bounds,
                   QObject *parent)
    : QObject(parent)
    , m_thread(std::make_unique<AuditThread>(QStringLiteral("audit"), folder, bounds))
{
    connect(&server, &Server::executed, this, &AuditLog::record);
    connect(m_thread->engine(), &AuditFile::stateChanged, this, [this](const AuditState &state) {
        m_state = state;
        emit stateChanged(m_state);
    });
}

AuditLog::~AuditLog()
{
    // The end of a thread overtakes what was posted to it, and this must not be lost.
    auto flushed = m_thread->request([](AuditFile &file) { return file.flush(); });
    flushed.waitForFinished();
    if (const auto state = flushed.result(); state.waiting + state.lost > 0)
        qCWarning(lcAudit).noquote() << auditTroubleText(state);
}

QFuture<QList<AuditEntry>> AuditLog::entries()
{
    return m_thread->request([](const AuditFile &file) { return file.entries(); });
}

QFuture<Result<void>> AuditLog::write(const QString &fileName, Format format,
                                      const QList<AuditEntry> &entries)
{
    return m_thread->request([fileName, format, entries](const AuditFile & /*file*/) {
        return writeFile(fileName, format, entries);
    });
}

void AuditLog::record(const ServerCommand &command, const CommandOutcome &outcome)
{
    const auto entry = auditEntry(command, outcome, QDateTime::currentMSecsSinceEpoch(), m_userOf);
    if (entry)
        add(*entry);
}

void AuditLog::recordKept(const ChangeOption &change)
{
    add(keptOptionEntry(change, QDateTime::currentMSecsSinceEpoch()));
}

void AuditLog::add(const AuditEntry &entry)
{
    m_thread->post([entry](AuditFile &file) { file.append(entry); });
    emit added(entry);
}

QString auditTroubleText(const AuditState &state)
{
    if (state.trouble.isEmpty())
        return {};
    return AuditLog::tr("The audit log cannot be written (%1). Entries that wait in memory: %2; "
                        "lost: %3.")
        .arg(escapedText(state.trouble), countText(quint64(state.waiting)),
             countText(quint64(state.lost)));
}

} // namespace signalbox
