// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/export/copy_worker.h"

#include "ui/log/log_text.h"

#include <algorithm>

namespace signalbox {

namespace {

/// A portion ends at either.
constexpr qsizetype PortionRows = 1'024;
constexpr qsizetype PortionBytes = qsizetype(1) << 20;

} // namespace

void CopyWorker::start(const LogSelection &rows)
{
    cancel();
    m_rows = rows;
    run();
}

bool CopyWorker::advance()
{
    const qsizetype total = m_rows.positions.size();
    const qsizetype most = std::min(total, m_done + PortionRows);
    const qsizetype before = m_text.size();
    for (; m_done < most && m_text.size() - before < PortionBytes; ++m_done) {
        if (!m_text.isEmpty())
            m_text += '\n';
        m_text += logLine(m_rows.log.glance(m_rows.positions.at(m_done))).toUtf8();
        if (m_text.size() > MaxCopiedBytes) {
            finish(Error{Error::Code::OutOfRange, {}});
            return false;
        }
    }
    if (m_done < total)
        return true;
    finish(QString::fromUtf8(m_text));
    return false;
}

void CopyWorker::abandon()
{
    finish(Error{Error::Code::Cancelled, {}});
}

WorkProgress CopyWorker::progress() const
{
    return {m_done, m_rows.positions.size(), m_text.size()};
}

void CopyWorker::finish(const Result<QString> &text)
{
    m_rows = {};
    m_text = {};
    m_done = 0;
    emit finished(text);
}

} // namespace signalbox
