// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/export/log_export.h"

#include "core/file_writing.h"
#include "core/log/export/har_arrangement.h"

#include <algorithm>

namespace signalbox {

namespace {

/// That one portion looks over, in about a millisecond.
constexpr qsizetype PortionLooks = 32'768;

} // namespace

LogExport::LogExport(ExportRequest request)
    : m_request(std::move(request))
    , m_connections(m_request)
    , m_writer(exportWriter(m_request, m_connections))
    , m_total(m_request.count())
    , m_toLook(qsizetype(m_request.log.end() - m_request.log.begin()))
{
    if (m_request.format != ExportFormat::Har)
        return;
    m_arrangement = std::make_unique<HarArrangement>(m_request);
    m_toLook += HarArrangement::Passes * m_total;
}

LogExport::~LogExport() = default;

/// False: there was nothing left to look at.
bool LogExport::lookOver()
{
    qsizetype looked = m_connections.readSome(m_request.log, PortionLooks);
    if (looked == 0 && m_arrangement)
        looked = m_arrangement->arrangeSome(PortionLooks);
    m_looked += looked;
    return looked > 0;
}

Result<void> LogExport::writeSome(QIODevice &device)
{
    if (!m_hasBegun && lookOver())
        return {};
    if (m_arrangement) {
        m_request.positions = m_arrangement->takePositions();
        m_arrangement.reset();
    }
    m_portion.resize(0); // keeps its memory
    if (!m_hasBegun)
        m_writer->begin(m_portion);
    m_hasBegun = true;
    appendRecords();
    m_isDone = m_done == m_total;
    if (m_isDone)
        m_writer->end(m_portion);
    m_bytes += m_portion.size();
    return writeAll(device, m_portion);
}

void LogExport::appendRecords()
{
    const LogSnapshot &log = m_request.log;
    const qsizetype most = std::min(m_total, m_done + PortionRecords);
    const LogChunk *chunk = nullptr;
    for (; m_done < most && m_portion.size() < PortionBytes; ++m_done) {
        const quint64 position =
            m_request.positions ? m_request.positions->at(m_done) : log.begin() + quint64(m_done);
        if (!chunk || position < chunk->begin() || position >= chunk->end())
            chunk = &log.chunkOf(position);
        m_writer->append(m_portion, log.recordIn(*chunk, position));
    }
}

} // namespace signalbox
