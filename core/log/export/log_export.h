// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/export/connection_directory.h"
#include "core/log/export/export_writer.h"
#include "core/result.h"

class QIODevice;

namespace signalbox {

class HarArrangement;

/// Writes the file of a request portion by portion, so that whoever runs it can tell how far it is
/// and stop between two. Holds one portion of the file in memory, and of the log what the request
/// holds.
class LogExport
{
public:
    /// A portion ends at either; one record may be larger.
    static constexpr qsizetype PortionRecords = 4'096;
    static constexpr qsizetype PortionBytes = qsizetype(256) << 10;

    explicit LogExport(ExportRequest request);
    ~LogExport();
    Q_DISABLE_COPY_MOVE(LogExport)

    /// Looks over some more records first, which writes nothing; then writes the next portion, the
    /// first and the last with what a file has around its records.
    Result<void> writeSome(QIODevice &device);
    [[nodiscard]] bool isDone() const { return m_isDone; }

    /// Records; those written, and all.
    [[nodiscard]] qsizetype done() const { return m_done; }
    [[nodiscard]] qsizetype total() const { return m_total; }
    /// Of the looks at records before the first one is written; those done, and all.
    [[nodiscard]] qsizetype looked() const { return m_looked; }
    [[nodiscard]] qsizetype toLook() const { return m_toLook; }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] qsizetype redacted() const { return m_writer->redacted(); }
    [[nodiscard]] qsizetype released() const { return m_writer->released(); }

private:
    [[nodiscard]] bool lookOver();
    void appendRecords();

    ExportRequest m_request;
    ConnectionDirectory m_connections;
    std::unique_ptr<HarArrangement> m_arrangement; ///< until it is done
    std::unique_ptr<ExportWriter> m_writer;
    QByteArray m_portion;
    qsizetype m_done = 0;
    qsizetype m_total;
    qsizetype m_looked = 0;
    qsizetype m_toLook;
    qint64 m_bytes = 0;
    bool m_hasBegun = false;
    bool m_isDone = false;
};

} // namespace signalbox
