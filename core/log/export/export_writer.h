// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/export/export_request.h"

#include <memory>

namespace signalbox {

class ConnectionDirectory;

/// Makes the bytes of one format out of records that come one after the other; it appends them,
/// and whoever calls takes them away from time to time.
class ExportWriter
{
public:
    ExportWriter() = default;
    virtual ~ExportWriter();
    Q_DISABLE_COPY_MOVE(ExportWriter)

    virtual void begin(QByteArray &out) = 0;
    virtual void append(QByteArray &out, const LogRecordView &record) = 0;
    virtual void end(QByteArray &out) = 0;

    /// Records so far with a payload in which secrets were hidden.
    [[nodiscard]] qsizetype redacted() const { return m_redacted; }
    /// Records so far whose payload the log had given up.
    [[nodiscard]] qsizetype released() const { return m_released; }

protected:
    void count(bool isRedacted, bool isReleased)
    {
        m_redacted += isRedacted ? 1 : 0;
        m_released += isReleased ? 1 : 0;
    }

private:
    qsizetype m_redacted = 0;
    qsizetype m_released = 0;
};

/// The writer of the request's format; `connections`, which it looks into, must outlive it.
std::unique_ptr<ExportWriter> exportWriter(const ExportRequest &request,
                                           const ConnectionDirectory &connections);

} // namespace signalbox
