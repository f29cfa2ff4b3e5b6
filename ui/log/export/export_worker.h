// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/export/log_export.h"
#include "ui/log/export/portioned_work.h"

#include <QString>

#include <memory>

class QSaveFile;

namespace signalbox {

/// A file that was written.
struct ExportedFile
{
    QString name;
    qsizetype records = 0;
    qint64 bytes = 0;
    qsizetype redacted = 0; ///< records with a payload in which secrets were hidden
    qsizetype released = 0; ///< records whose payload the log had given up
};

/// Writes exports, one at a time. The file appears when it is whole; one that was there before
/// stays until then, and also if it comes to nothing.
class ExportWorker : public PortionedWork
{
    Q_OBJECT

public:
    ExportWorker();
    ~ExportWorker() override;

    void start(const QString &fileName, const ExportRequest &request);

signals:
    /// Errors: PermissionDenied, Internal (with the system's words), Cancelled.
    void finished(const signalbox::Result<signalbox::ExportedFile> &outcome);

protected:
    bool advance() override;
    void abandon() override;
    [[nodiscard]] WorkProgress progress() const override;

private:
    void finish(const Result<ExportedFile> &outcome);

    std::unique_ptr<QSaveFile> m_file;
    ExportRequest m_request; ///< until its work begins
    std::unique_ptr<LogExport> m_export;
};

} // namespace signalbox

Q_DECLARE_METATYPE(signalbox::Result<signalbox::ExportedFile>)
