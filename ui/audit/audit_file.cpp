// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_file.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#include <utility>

namespace signalbox {

AuditFile::AuditFile(QString folder, const Bounds &bounds)
    : m_folder(std::move(folder))
    , m_bounds(bounds)
    , m_retry(this)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(m_bounds.retry);
    connect(&m_retry, &QTimer::timeout, this, &AuditFile::flush);
}

void AuditFile::append(const AuditEntry &entry)
{
    if (static_cast<qsizetype>(m_waiting.size()) < m_bounds.waiting) {
        m_waiting.push_back(auditLine(entry));
    } else {
        ++m_state.lost;
        ++m_lostUnwritten;
    }
    // While the disk is full each entry would only fail again.
    if (!m_retry.isActive()) {
        flush();
        return;
    }
    m_state.waiting = static_cast<qint64>(m_waiting.size());
    emit stateChanged(m_state);
}

AuditState AuditFile::flush()
{
    AuditState state = m_state;
    state.trouble = writeWaiting();
    state.waiting = static_cast<qint64>(m_waiting.size());
    if (!state.trouble.isEmpty())
        m_retry.start();
    if (state != m_state) {
        m_state = state;
        emit stateChanged(m_state);
    }
    return m_state;
}

QList<AuditEntry> AuditFile::entries() const
{
    QList<AuditEntry> entries;
    const auto take = [&entries](QByteArrayView line) {
        if (auto entry = readAuditLine(line))
            entries.append(std::move(entry).value());
    };
    for (int age = m_bounds.files - 1; age >= 0; --age) {
        QFile file(path(age));
        // Whatever stands in its place, no more than a log can hold is read.
        if (!file.open(QIODevice::ReadOnly) || file.isSequential())
            continue;
        const auto lines = file.read(2 * m_bounds.fileBytes).split('\n');
        for (const auto &line : lines) {
            if (!line.isEmpty())
                take(line);
        }
    }
    for (const auto &line : m_waiting)
        take(line);
    return entries;
}

QString AuditFile::path(int age) const
{
    const QString name =
        age == 0 ? QStringLiteral("audit.jsonl") : QStringLiteral("audit.%1.jsonl").arg(age);
    return QDir(m_folder).filePath(name);
}

QString AuditFile::writeWaiting()
{
    if (m_waiting.empty() && m_lostUnwritten == 0)
        return {};
    if (!QDir().mkpath(m_folder))
        return tr("The folder %1 cannot be made").arg(QDir::toNativeSeparators(m_folder));
    while (!m_waiting.empty()) {
        if (auto trouble = writeLine(m_waiting.front()); !trouble.isEmpty())
            return trouble;
        m_waiting.pop_front();
    }
    if (m_lostUnwritten > 0) {
        const AuditEntry lost{.timestamp = QDateTime::currentMSecsSinceEpoch(),
                              .action = QStringLiteral("lost"),
                              .target = QString::number(m_lostUnwritten),
                              .ok = false};
        if (auto trouble = writeLine(auditLine(lost)); !trouble.isEmpty())
            return trouble;
        m_lostUnwritten = 0;
    }
    return {};
}

QString AuditFile::writeLine(const QByteArray &line)
{
    // Opened each time: an operator does little, and the file may be moved, or the disk changed.
    QFile file(path());
    const auto trouble = [&file] {
        return tr("%1: %2").arg(QDir::toNativeSeparators(file.fileName()), file.errorString());
    };
    if (file.size() > 0 && file.size() + line.size() > m_bounds.fileBytes) {
        if (auto failed = turnOver(); !failed.isEmpty())
            return failed;
    }
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return trouble();
    const qint64 before = file.size();
    // The part that a full disk still takes is no error: only the next write says what is wrong.
    qint64 written = 0;
    while (written < line.size()) {
        const qint64 more = file.write(line.constData() + written, line.size() - written);
        if (more <= 0)
            break;
        written += more;
    }
    if (written == line.size())
        return {};
    QString sentence = trouble();
    file.resize(before); // half a line would spoil the next one
    return sentence;
}

QString AuditFile::turnOver() const
{
    QFile::remove(path(m_bounds.files - 1));
    for (int age = m_bounds.files - 2; age >= 0; --age) {
        QFile file(path(age));
        if (file.exists() && !file.rename(path(age + 1)))
            return tr("%1: %2").arg(QDir::toNativeSeparators(path(age)), file.errorString());
    }
    return {};
}

} // namespace signalbox
