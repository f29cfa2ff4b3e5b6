// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/export/export_writer.h"
#include "core/result.h"

class QIODevice;

namespace signalbox {

/// Writes the file of a request portion by portion, so that whoever runs it can tell how far it is
/// and stop between two. Holds one portion of the file in memory, and of the log what the request
/// holds.
class LogExport
{
public:
    /// A portion ends at either; one record may be larger.
    static constexpr qsizetype PortionRecords = 4'096;
    static constexpr qsizetype PortionBytes = qsizetype(256) << 10;

    /// Looks over the log once.
    explicit LogExport(ExportRequest request);

    /// Writes the next portion, the first and the last with what a file has around its records.
    Result<void> writeSome(QIODevice &device);
    [[nodiscard]] bool isDone() const { return m_isDone; }

    /// Records; those written, and all.
    [[nodiscard]] qsizetype done() const { return m_done; }
    [[nodiscard]] qsizetype total() const { return m_total; }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] qsizetype redacted() const { return m_writer->redacted(); }
    [[nodiscard]] qsizetype released() const { return m_writer->released(); }

private:
    void appendRecords();

    ExportRequest m_request;
    std::unique_ptr<ExportWriter> m_writer;
    QByteArray m_portion;
    qsizetype m_done = 0;
    qsizetype m_total;
    qint64 m_bytes = 0;
    bool m_hasBegun = false;
    bool m_isDone = false;
};

} // namespace signalbox
