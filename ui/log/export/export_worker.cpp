// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/export/export_worker.h"

#include "core/file_writing.h"

#include <QSaveFile>

#include <utility>

namespace signalbox {

ExportWorker::ExportWorker() = default;

ExportWorker::~ExportWorker() = default;

void ExportWorker::start(const QString &fileName, const ExportRequest &request)
{
    cancel();
    m_request = request;
    m_file = std::make_unique<QSaveFile>(fileName);
    run();
}

bool ExportWorker::advance()
{
    if (!m_export) {
        if (const auto opened = openForReplacing(*m_file); !opened) {
            finish(opened.error());
            return false;
        }
        m_export = std::make_unique<LogExport>(std::exchange(m_request, {}));
    }
    auto written = m_export->writeSome(*m_file);
    if (written && !m_export->isDone())
        return true;
    if (written)
        written = commit(*m_file);
    if (written)
        finish(ExportedFile{m_file->fileName(), m_export->done(), m_export->bytes(),
                            m_export->redacted(), m_export->released()});
    else
        finish(written.error());
    return false;
}

void ExportWorker::abandon()
{
    finish(Error{Error::Code::Cancelled, {}});
}

WorkProgress ExportWorker::progress() const
{
    return {m_export->done(), m_export->total(), m_export->bytes(), m_export->looked(),
            m_export->toLook()};
}

void ExportWorker::finish(const Result<ExportedFile> &outcome)
{
    m_file.reset(); // takes what was written of it away, unless it was committed
    m_export.reset(); // with its part in the log's memory
    m_request = {};
    emit finished(outcome);
}

} // namespace signalbox
